package reprise.execution;

import reprise.market.Instrument;
import reprise.order.OrderState;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * Trades one instrument for one strategy by limit orders only, patiently: below the mid to buy, above it to sell, following the mid when it
 * has moved far enough and no faster than allowed, giving up after a while.
 *
 * <p>At most one opening and one closing order work at once, whatever is wanted twice. A wish for the other side cancels what works on this
 * one and is placed when that has gone. Openings are capped in value and by cash; closings are not, and a closing that was refused, or ended
 * by somebody else, is tried again. A lifetime counts from the first price of an order; repricing does not renew it.
 */
public final class LimitRouter implements ExecutionAlgorithm {
    private final LimitRouterSettings settings;
    private final Instrument instrument;
    private final RouterLane opening;
    private final RouterLane closing;

    /**
     * A router at rest.
     *
     * @param strategyId for whom.
     * @param instrument of what.
     * @param settings how.
     * @param entry to the market.
     * @param listener is told every decision.
     */
    public LimitRouter(
            final int strategyId,
            final Instrument instrument,
            final LimitRouterSettings settings,
            final OrderEntry entry,
            final ExecutionListener listener) {
        this.settings = settings;
        this.instrument = instrument;
        this.opening = new RouterLane(strategyId, instrument, settings, entry, listener, true);
        this.closing = new RouterLane(strategyId, instrument, settings, entry, listener, false);
    }

    /**
     * The cash that openings may use changed.
     *
     * @param cash of the account in the quote currency, less what other orders have reserved, in money units.
     */
    public void onCash(final long cash) {
        opening.spendable(cash - settings.cashReserve());
    }

    /**
     * Wants to open or add to a position.
     *
     * @param side which way.
     * @param quantity at most how much.
     * @param nowNs the present.
     */
    public void open(final Side side, final long quantity, final long nowNs) {
        closing.onFlip(side, nowNs);
        opening.want(side, quantity, nowNs);
    }

    /**
     * Wants to leave a position.
     *
     * @param side which way, such as SELL to leave a long one.
     * @param quantity how much.
     * @param nowNs the present.
     */
    public void close(final Side side, final long quantity, final long nowNs) {
        opening.onFlip(side, nowNs);
        closing.want(side, quantity, nowNs);
    }

    /**
     * Wants nothing any more: cancels what works and forgets what waits.
     *
     * @param nowNs the present.
     */
    public void cancel(final long nowNs) {
        opening.cancel(nowNs);
        closing.cancel(nowNs);
    }

    private RouterLane laneOf(final long orderId) {
        if (opening.owns(orderId)) {
            return opening;
        }
        return closing.owns(orderId) ? closing : null;
    }

    @Override
    public void onOrderWorking(final long orderId, final long quantity, final long limitPrice, final long nowNs) {
        final RouterLane lane = laneOf(orderId);
        if (lane != null) {
            lane.onWorking(quantity, limitPrice, nowNs);
        }
    }

    @Override
    public void onOrderFilled(
            final long orderId, final long price, final long quantity, final long filledQuantity, final long nowNs) {
        final RouterLane lane = laneOf(orderId);
        if (lane != null) {
            lane.onFilled(orderId, filledQuantity);
        }
    }

    @Override
    public void onOrderEnded(final long orderId, final OrderState end, final long nowNs) {
        final RouterLane lane = laneOf(orderId);
        if (lane != null && lane.child().isOutstanding()) {
            lane.onEnded(nowNs);
        }
    }

    @Override
    public void onOrderUnknown(final long orderId, final long nowNs) {
        final RouterLane lane = laneOf(orderId);
        if (lane != null) {
            lane.onUnknown();
        }
    }

    @Override
    public void onMarket(final long nowNs) {
        opening.proceed(nowNs);
        closing.proceed(nowNs);
    }

    @Override
    public long nextDeadlineNs() {
        return Math.min(opening.nextDeadlineNs(), closing.nextDeadlineNs());
    }

    @Override
    public void onTimer(final long nowNs) {
        opening.proceed(nowNs);
        closing.proceed(nowNs);
    }

    /**
     * Whether nothing is at the market and nothing waits.
     *
     * @return whether it rests.
     */
    public boolean isIdle() {
        return opening.isIdle() && closing.isIdle();
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("limitRouter", instrument.id());
        opening.state(state);
        closing.state(state);
    }
}
