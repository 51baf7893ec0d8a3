package reprise.simulation.venue;

import java.util.List;
import reprise.market.Instrument;
import reprise.market.Quote;
import reprise.order.FeeAsset;

/**
 * What the venue itself has on its books, whatever the engine was told of it: the truth that checks compare with. Read only; live;
 * single-threaded, on the venue's thread. Allocates nothing.
 */
public final class VenueView {
    private final VenueBooks books;
    private final VenueDesk desk;
    private final FillDesk fillDesk;
    private final List<VenueListing> listings;

    VenueView(
            final VenueBooks books, final VenueDesk desk, final FillDesk fillDesk, final List<VenueListing> listings) {
        this.books = books;
        this.desk = desk;
        this.fillDesk = fillDesk;
        this.listings = listings;
    }

    /**
     * Cash of our account.
     *
     * @return money units.
     */
    public long cash() {
        return books.account().cash();
    }

    /**
     * What we hold.
     *
     * @param instrumentId dense id.
     * @return quantity units, negative for short.
     */
    public long position(final int instrumentId) {
        return books.account().quantity(instrument(instrumentId));
    }

    /**
     * The middle between what the market of an instrument bids and asks.
     *
     * @param instrumentId dense id.
     * @return in price units, rounded down; 0 if a side is missing or they are crossed.
     */
    public long middlePrice(final int instrumentId) {
        final Quote quote = instrument(instrumentId).quote();
        return quote.isSane() ? quote.bidPrice() + (quote.askPrice() - quote.bidPrice()) / 2 : 0;
    }

    private Instrument instrument(final int instrumentId) {
        return listings.get(instrumentId).instrument();
    }

    /**
     * How many orders work, of all instruments.
     *
     * @return count.
     */
    public int openCount() {
        return books.orders().count();
    }

    /**
     * Whether an order works.
     *
     * @param orderId names the order.
     * @return false also for one that never came.
     */
    public boolean isOpen(final long orderId) {
        return books.orders().find(orderId) != null;
    }

    /**
     * What is left of an order that works.
     *
     * @param orderId names the order.
     * @return quantity units.
     */
    public long leavesQuantity(final long orderId) {
        return books.orders().find(orderId).leavesQuantity();
    }

    /**
     * The limit of an order that works.
     *
     * @param orderId names the order.
     * @return price units; 0 for none.
     */
    public long limitPrice(final long orderId) {
        return books.orders().find(orderId).limitPrice();
    }

    /**
     * How many orders, or new terms of orders, have come so far: an order that was taken makes it grow.
     *
     * @return count.
     */
    public long arrivals() {
        return books.orders().arrivals();
    }

    /**
     * The execution that was last; ids count from 1.
     *
     * @return 0 before the first.
     */
    public long latestExecutionId() {
        return books.executions().latestId();
    }

    /**
     * Whose execution it was.
     *
     * @param executionId one of the last 16,384.
     * @return the order's id.
     */
    public long orderId(final long executionId) {
        return books.executions().orderId(executionId);
    }

    /**
     * How much an execution traded.
     *
     * @param executionId one of the last 16,384.
     * @return quantity units, negative for a sale.
     */
    public long quantity(final long executionId) {
        return books.executions().quantity(executionId);
    }

    /**
     * For how much an execution traded.
     *
     * @param executionId one of the last 16,384.
     * @return money units, negative for a sale.
     */
    public long notional(final long executionId) {
        return books.executions().notional(executionId);
    }

    /**
     * What an execution cost.
     *
     * @param executionId one of the last 16,384.
     * @return money units; a fee in the base asset at the price of the execution.
     */
    public long fee(final long executionId) {
        final Executions executions = books.executions();
        final long fee = executions.fee(executionId);
        return executions.feeAsset(executionId) == FeeAsset.BASE
                ? instrument(executions.instrumentId(executionId)).notional(executions.price(executionId), fee)
                : fee;
    }

    /**
     * How many fills came only because others were split by the fault schedule.
     *
     * @return count.
     */
    public long splitFills() {
        return fillDesk.splits();
    }

    /**
     * How many orders were refused by the fault schedule.
     *
     * @return count.
     */
    public long faultyRejections() {
        return desk.faultyRejections();
    }
}
