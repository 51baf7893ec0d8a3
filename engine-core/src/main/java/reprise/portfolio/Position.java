package reprise.portfolio;

import reprise.market.Instrument;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * A position in one instrument: signed quantity, what it cost, what it has earned. Money is in the instrument's quote currency. Changed
 * only by the {@link Portfolio}; allocates nothing; part of replayed state.
 *
 * <p>Whatever the roundings, every change leaves {@code cost - realisedPnl - income} changed by exactly the value that came in: by what a
 * fill was worth, less what was received in cash without one.
 */
public final class Position implements Snapshotable {
    private final Instrument instrument;
    private final CostBasis basis;
    private long quantity;
    private long cost;
    private long realisedPnl;
    private long income;
    private long fees;
    private long marketValue;

    Position(final Instrument instrument, final CostBasis basis) {
        this.instrument = instrument;
        this.basis = basis;
    }

    /**
     * Books a fill.
     *
     * @param orderId that was filled, or 0.
     * @param entryOrderId whose quantity it closes, or 0 when nobody said.
     * @param signedQuantity positive for a buy.
     * @param signedNotional value of the fill with the sign of the quantity.
     */
    void fill(final long orderId, final long entryOrderId, final long signedQuantity, final long signedNotional) {
        if (signedQuantity == 0) {
            // A fee took all of it: what is left of its value is a result.
            realisedPnl = Math.subtractExact(realisedPnl, signedNotional);
            return;
        }
        final boolean opens = quantity == 0 || (quantity ^ signedQuantity) >= 0;
        if (opens) {
            open(orderId, signedQuantity, signedNotional);
        } else if (Math.abs(signedQuantity) <= Math.abs(quantity)) {
            close(orderId, entryOrderId, signedQuantity, signedNotional);
        } else {
            final long closingNotional = Shares.of(signedNotional, Math.abs(quantity), Math.abs(signedQuantity));
            final long openingQuantity = Math.addExact(signedQuantity, quantity);
            close(orderId, entryOrderId, -quantity, closingNotional);
            open(orderId, openingQuantity, signedNotional - closingNotional);
        }
    }

    private void open(final long orderId, final long signedQuantity, final long signedNotional) {
        quantity = Math.addExact(quantity, signedQuantity);
        cost = Math.addExact(cost, signedNotional);
        basis.opened(orderId, signedQuantity, signedNotional);
    }

    private void close(
            final long orderId, final long entryOrderId, final long signedQuantity, final long signedNotional) {
        final long closedCost = basis.closed(this, orderId, entryOrderId, signedQuantity, signedNotional);
        realisedPnl = Math.addExact(realisedPnl, -signedNotional - closedCost);
        cost -= closedCost;
        quantity += signedQuantity;
    }

    /** A change that is not a fill of ours in the usual sense: a fill taken back, a split. The result follows from the value that came in. */
    void adjust(final long quantityChange, final long costChange, final long valueIn) {
        quantity = Math.addExact(quantity, quantityChange);
        cost = Math.addExact(cost, costChange);
        realisedPnl = Math.addExact(realisedPnl, costChange - valueIn);
    }

    void pay(final long fee) {
        fees = Math.addExact(fees, fee);
    }

    void receive(final long amount) {
        income = Math.addExact(income, amount);
    }

    void marketValue(final long value) {
        marketValue = value;
    }

    /** The value of the quantity at the mark price, or its cost while there is no price; throws if money cannot say it. */
    long valueAtMark() {
        if (quantity == 0 || instrument.markPrice() == 0) {
            return cost;
        }
        return instrument.notional(instrument.markPrice(), quantity);
    }

    /**
     * What it is a position in.
     *
     * @return the instrument.
     */
    public Instrument instrument() {
        return instrument;
    }

    /**
     * How much is held.
     *
     * @return in quantity units, negative for short.
     */
    public long quantity() {
        return quantity;
    }

    /**
     * Whether nothing is held.
     *
     * @return whether the quantity is zero.
     */
    public boolean isFlat() {
        return quantity == 0;
    }

    /**
     * What the quantity held has cost, without fees.
     *
     * @return money with the sign of the quantity.
     */
    public long cost() {
        return cost;
    }

    /**
     * At what price the quantity held was bought or sold on average, without fees, rounded half to even.
     *
     * @return in price units; 0 when flat.
     */
    public long averagePrice() {
        return quantity == 0 ? 0 : instrument.priceOf(cost, quantity);
    }

    /**
     * What closed quantity has earned, without fees and income.
     *
     * @return money.
     */
    public long realisedPnl() {
        return realisedPnl;
    }

    /**
     * Dividends received on what was held, less those owed on what was sold short.
     *
     * @return money.
     */
    public long income() {
        return income;
    }

    /**
     * Fees paid, those in the base asset at the price of their fill.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return fees;
    }

    /**
     * What the quantity held is worth at the instrument's mark price; at cost until there is one. A price at which it would be worth more
     * than money can say is not believed: the last value stays.
     *
     * @return money with the sign of the quantity.
     */
    public long marketValue() {
        return marketValue;
    }

    /**
     * What closing at the mark price would earn, without fees.
     *
     * @return money.
     */
    public long unrealisedPnl() {
        return marketValue - cost;
    }

    @Override
    public void exchange(final StateExchange state) {
        quantity = state.field("quantity", quantity);
        cost = state.field("cost", cost);
        realisedPnl = state.field("realisedPnl", realisedPnl);
        income = state.field("income", income);
        fees = state.field("fees", fees);
        marketValue = state.field("marketValue", marketValue);
    }
}
