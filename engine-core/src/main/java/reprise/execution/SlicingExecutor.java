package reprise.execution;

import reprise.market.Instrument;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;

/**
 * A parent order that trades in children, one at a time, so that what has traded follows a target that a schedule raises to the whole.
 *
 * <p>Catch-up: what is behind the target, because a child was refused, ended early or did not trade, is part of the next child; children are
 * no larger than the settings say and no closer together, so that a delay is made up for in steps. What is still behind at the end is not
 * traded, and said to be so. What has traded and what may still trade of the child never exceed the parent: a child whose outcome is
 * unknown counts in full and nothing is sent beside it.
 */
abstract class SlicingExecutor implements ExecutionAlgorithm {
    static final long NEVER = Long.MAX_VALUE;

    private final int strategyId;
    private final Instrument instrument;
    private final SlicingSettings settings;
    private final OrderEntry entry;
    private final ExecutionListener listener;
    private final OrderRequest request = new OrderRequest();
    private final ChildOrder child = new ChildOrder();

    private Side side = Side.BUY;
    private long quantity;
    private long filledQuantity;
    private long endNs = NEVER;
    private long nextChildNs = Long.MIN_VALUE;
    private long nextCancelNs = Long.MIN_VALUE;
    private boolean running;

    SlicingExecutor(
            final int strategyId,
            final Instrument instrument,
            final SlicingSettings settings,
            final OrderEntry entry,
            final ExecutionListener listener) {
        if (settings.maxSlice() < instrument.definition().lotSize()) {
            throw new IllegalArgumentException("slicing: maxSlice must be at least one lot of "
                    + instrument.definition().lotSize() + ": " + settings.maxSlice());
        }
        this.strategyId = strategyId;
        this.instrument = instrument;
        this.settings = settings;
        this.entry = entry;
        this.listener = listener;
    }

    /** How much should have traded by now, in quantity units; never falls. */
    abstract long target(long nowNs);

    /** When the target rises by itself. */
    abstract long nextTargetNs();

    final void begin(final Side newSide, final long newQuantity, final long newEndNs, final long nowNs) {
        if (isRunning()) {
            throw new IllegalStateException("a parent order is under way: remaining=" + remainingQuantity());
        }
        if (!instrument.isOnLot(newQuantity) || newEndNs <= nowNs) {
            throw new IllegalArgumentException("a parent order must be on lot and end later: quantity=" + newQuantity
                    + ", endNs=" + newEndNs + ", nowNs=" + nowNs);
        }
        side = newSide;
        quantity = newQuantity;
        filledQuantity = 0;
        endNs = newEndNs;
        nextChildNs = nowNs;
        running = true;
    }

    final void proceed(final long nowNs) {
        if (!running) {
            cancelChild(nowNs);
            return;
        }
        final long target = target(nowNs);
        if (nowNs >= endNs) {
            end(nowNs);
        } else if (child.isOutstanding()) {
            if (isOverdue(target, nowNs)) {
                cancelChild(nowNs);
            }
        } else if (remainingQuantity() == 0) {
            running = false;
            tell(ExecutionDecision.COMPLETED, RejectReason.NONE, OrderIds.NULL_ORDER_ID, 0, 0);
        } else if (nowNs >= nextChildNs) {
            sendChild(target, nowNs);
        }
    }

    /** A child that works on gives way once the schedule wants more. */
    private boolean isOverdue(final long target, final long nowNs) {
        final boolean tooMuch = child.leavesQuantity() > remainingQuantity();
        final boolean old = nowNs - child.sentNs() >= settings.minIntervalNs();
        return tooMuch || old && target - filledQuantity > child.leavesQuantity();
    }

    private void sendChild(final long target, final long nowNs) {
        final long behind = Math.min(target, quantity) - filledQuantity;
        final long wanted = Math.min(behind, settings.maxSlice());
        final long onLot =
                wanted - Math.floorMod(wanted, instrument.definition().lotSize());
        if (!isWorthAnOrder(onLot)) {
            return;
        }
        nextChildNs = nowNs + settings.minIntervalNs();
        nextCancelNs = Long.MIN_VALUE;
        final long limit = settings.limitOrders() ? MidPrice.touch(instrument, side) : 0;
        if (settings.limitOrders()) {
            request.limit(instrument, side, onLot, limit, TimeInForce.GTC);
        } else {
            request.market(instrument, side, onLot, TimeInForce.GTC);
        }
        final RejectReason reason = child.submit(entry, strategyId, request, nowNs);
        if (reason == RejectReason.NONE) {
            tell(ExecutionDecision.SUBMITTED, reason, child.orderId(), onLot, limit);
        } else {
            tell(ExecutionDecision.REFUSED, reason, OrderIds.NULL_ORDER_ID, onLot, limit);
        }
    }

    /** At least a lot, and at least what the venue takes: what is less waits for more. */
    private boolean isWorthAnOrder(final long wanted) {
        return wanted >= instrument.definition().lotSize()
                && instrument.notional(instrument.markPrice(), wanted)
                        >= instrument.definition().minNotional();
    }

    private void end(final long nowNs) {
        running = false;
        cancelChild(nowNs);
        if (remainingQuantity() > 0) {
            tell(ExecutionDecision.ENDED_UNFILLED, RejectReason.NONE, child.orderId(), remainingQuantity(), 0);
        } else {
            tell(ExecutionDecision.COMPLETED, RejectReason.NONE, OrderIds.NULL_ORDER_ID, 0, 0);
        }
    }

    private void cancelChild(final long nowNs) {
        if (child.isCancellable() && nowNs >= nextCancelNs) {
            nextCancelNs = nowNs + settings.minIntervalNs();
            if (child.cancel(entry)) {
                tell(
                        ExecutionDecision.CANCEL_REQUESTED,
                        RejectReason.NONE,
                        child.orderId(),
                        child.leavesQuantity(),
                        child.limitPrice());
            }
        }
    }

    private void tell(
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long toldQuantity,
            final long price) {
        listener.onDecision(
                strategyId,
                instrument.id(),
                decision,
                reason,
                orderId,
                toldQuantity,
                price,
                MidPrice.twice(instrument) / 2);
    }

    /**
     * Ends the parent order: cancels what works, sends no more.
     *
     * @param nowNs the present.
     */
    public final void cancel(final long nowNs) {
        if (running) {
            end(nowNs);
        }
    }

    @Override
    public final void onOrderWorking(
            final long orderId, final long workingQuantity, final long limitPrice, final long nowNs) {
        if (child.is(orderId)) {
            child.working(workingQuantity, limitPrice);
            proceed(nowNs);
        }
    }

    @Override
    public final void onOrderFilled(
            final long orderId,
            final long price,
            final long fillQuantity,
            final long childFilledQuantity,
            final long nowNs) {
        if (child.owns(orderId)) {
            filledQuantity += child.fill(orderId, childFilledQuantity);
            if (child.leavesQuantity() > remainingQuantity()) {
                cancelChild(nowNs);
            }
        }
    }

    @Override
    public final void onOrderEnded(final long orderId, final OrderState end, final long nowNs) {
        if (child.is(orderId)) {
            child.ended();
            proceed(nowNs);
        }
    }

    @Override
    public final void onOrderUnknown(final long orderId, final long nowNs) {
        if (child.is(orderId)) {
            child.unknown();
        }
    }

    @Override
    public final void onMarket(final long nowNs) {
        proceed(nowNs);
    }

    @Override
    public final void onTimer(final long nowNs) {
        proceed(nowNs);
    }

    @Override
    public final long nextDeadlineNs() {
        if (!running) {
            return child.isCancellable() ? nextCancelNs : NEVER;
        }
        final long scheduleNs = Math.min(nextTargetNs(), endNs);
        if (!child.isOutstanding()) {
            final long behind = Math.min(lastTarget(), quantity) - filledQuantity;
            final boolean due = isWorthAnOrder(behind);
            return due || remainingQuantity() == 0 ? Math.min(scheduleNs, nextChildNs) : scheduleNs;
        }
        if (child.isCancellable() && lastTarget() - filledQuantity > child.leavesQuantity()) {
            return Math.min(scheduleNs, Math.max(child.sentNs() + settings.minIntervalNs(), nextCancelNs));
        }
        return scheduleNs;
    }

    /** The target as it stood when it was last asked for. */
    abstract long lastTarget();

    /**
     * Whether the parent order is under way, or its last child is.
     *
     * @return false once nothing can trade any more.
     */
    public final boolean isRunning() {
        return running || child.isOutstanding();
    }

    /**
     * What has traded.
     *
     * @return in quantity units.
     */
    public final long filledQuantity() {
        return filledQuantity;
    }

    /**
     * What has not traded.
     *
     * @return in quantity units, never below 0.
     */
    public final long remainingQuantity() {
        return Math.max(quantity - filledQuantity, 0);
    }

    final long quantity() {
        return quantity;
    }

    final Instrument instrument() {
        return instrument;
    }

    /** Saves or restores the schedule. */
    abstract void scheduleState(StateExchange state);

    @Override
    public final void exchange(final StateExchange state) {
        state.section("slicing", instrument.id());
        child.state(state);
        side = Side.of(state.field("parentSide", side.ordinal()));
        quantity = state.field("parentQuantity", quantity);
        filledQuantity = state.field("parentFilled", filledQuantity);
        endNs = state.field("endNs", endNs);
        nextChildNs = state.field("nextChildNs", nextChildNs);
        nextCancelNs = state.field("nextCancelNs", nextCancelNs);
        running = state.field("running", running);
        scheduleState(state);
    }
}
