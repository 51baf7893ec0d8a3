package reprise.execution;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;

/**
 * Trades a quantity at once by one market order, and nothing beside it until that has ended. Tells no decisions: the order, or the record of
 * its refusal, says all there is to say.
 */
public final class MarketExecutor implements ExecutionAlgorithm {
    private final int strategyId;
    private final Instrument instrument;
    private final OrderEntry entry;
    private final OrderRequest request = new OrderRequest();
    private final ChildOrder child = new ChildOrder();
    private boolean cancelWanted;
    private boolean filled;

    /**
     * An executor at rest.
     *
     * @param strategyId for whom.
     * @param instrument of what.
     * @param entry to the market.
     */
    public MarketExecutor(final int strategyId, final Instrument instrument, final OrderEntry entry) {
        this.strategyId = strategyId;
        this.instrument = instrument;
        this.entry = entry;
    }

    /**
     * Sends an order.
     *
     * @param side which way.
     * @param quantity how much, on lot.
     * @param nowNs the present.
     * @return NONE, or why our own side refused it; then nothing is under way.
     * @throws IllegalStateException if an order is under way.
     */
    public RejectReason start(final Side side, final long quantity, final long nowNs) {
        return submit(request.market(instrument, side, quantity, TimeInForce.GTC), nowNs);
    }

    /**
     * Sends an order of an amount, as {@link OrderRequest#marketFor} does.
     *
     * @param side which way.
     * @param amount in money units.
     * @param nowNs the present.
     * @return NONE, or why our own side refused it; then nothing is under way.
     * @throws IllegalStateException if an order is under way.
     */
    public RejectReason startFor(final Side side, final long amount, final long nowNs) {
        return submit(request.marketFor(instrument, side, amount, TimeInForce.GTC), nowNs);
    }

    private RejectReason submit(final OrderRequest wanted, final long nowNs) {
        cancelWanted = false;
        filled = false;
        return child.submit(entry, strategyId, wanted, nowNs);
    }

    /**
     * Whether the last order has traded all that it was for.
     *
     * @return to be asked during the event by which the order ended.
     */
    public boolean isFilled() {
        return filled;
    }

    /** Takes the order back, as soon as it can be. */
    public void cancel() {
        cancelWanted = child.isOutstanding();
        proceed();
    }

    private void proceed() {
        if (cancelWanted && child.cancel(entry)) {
            cancelWanted = false;
        }
    }

    /**
     * Whether an order is under way.
     *
     * @return whether anything can still trade.
     */
    public boolean isRunning() {
        return child.isOutstanding();
    }

    @Override
    public void onOrderWorking(final long orderId, final long quantity, final long limitPrice, final long nowNs) {
        if (child.is(orderId)) {
            child.working(quantity, limitPrice);
            proceed();
        }
    }

    @Override
    public void onOrderFilled(
            final long orderId, final long price, final long quantity, final long filledQuantity, final long nowNs) {
        if (child.owns(orderId)) {
            child.fill(orderId, filledQuantity);
        }
    }

    @Override
    public void onOrderEnded(final long orderId, final OrderState end, final long nowNs) {
        if (child.is(orderId)) {
            child.ended();
            cancelWanted = false;
            filled = end == OrderState.FILLED;
        }
    }

    @Override
    public void onOrderUnknown(final long orderId, final long nowNs) {
        if (child.is(orderId)) {
            child.unknown();
        }
    }

    @Override
    public void onMarket(final long nowNs) {
        // A market order does not follow the market.
    }

    @Override
    public long nextDeadlineNs() {
        return Long.MAX_VALUE;
    }

    @Override
    public void onTimer(final long nowNs) {
        // Nothing is timed.
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("marketExecutor", instrument.id());
        child.state(state);
        cancelWanted = state.field("cancelWanted", cancelWanted);
    }
}
