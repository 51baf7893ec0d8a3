package reprise.execution;

import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;

/**
 * One leg of a pair: what is held of it, in the direction of the opening, and its one order at the market. Held is what the book received, less
 * a fee in the base asset; what that leaves of a lot stays when the pair is flat, and counts when it is opened again.
 */
final class PairLeg {
    private static final long NEVER = Long.MAX_VALUE;

    /** Tries that fail in a row come twice as late each time, up to this often: nothing is gained by asking a venue that says no for ever. */
    private static final int MAX_DOUBLINGS = 9;

    private final int strategyId;
    private final Instrument instrument;
    private final PairSettings settings;
    private final OrderEntry entry;
    private final ExecutionListener listener;
    private final OrderRequest request = new OrderRequest();
    private final ChildOrder child = new ChildOrder();

    private Side openSide = Side.BUY;
    private long held;
    private long target;
    private boolean settling;
    private boolean taken;
    private int failures;
    private long nextTryNs = Long.MIN_VALUE;
    private long nextCancelNs = Long.MIN_VALUE;

    PairLeg(
            final int strategyId,
            final Instrument instrument,
            final PairSettings settings,
            final OrderEntry entry,
            final ExecutionListener listener) {
        this.strategyId = strategyId;
        this.instrument = instrument;
        this.settings = settings;
        this.entry = entry;
        this.listener = listener;
    }

    void begin(final Side side) {
        held = side == openSide ? held : -held;
        openSide = side;
        target = 0;
    }

    /** Prepares the order for the next part; returns what our own side would say. */
    RejectReason check(final long newTarget) {
        target = newTarget;
        final long quantity = missing(newTarget);
        if (settings.limitEntries()) {
            final long limit = MidPrice.touch(instrument, openSide);
            request.limit(instrument, openSide, quantity, limit, TimeInForce.GTC);
        } else {
            request.market(instrument, openSide, quantity, TimeInForce.GTC);
        }
        final RejectReason reason = entry.check(strategyId, request);
        if (reason != RejectReason.NONE) {
            tell(ExecutionDecision.REFUSED, reason);
        }
        return reason;
    }

    /** How much is to be bought or sold up to a target, in whole lots; not above 0 where nothing is. What a flat pair has left is beside it. */
    long missing(final long newTarget) {
        return onLot(isNear(0) ? newTarget : newTarget - held);
    }

    private long onLot(final long quantity) {
        return quantity - quantity % instrument.definition().lotSize();
    }

    /** Sends what was checked. */
    RejectReason send(final long nowNs) {
        settling = false;
        return submit(nowNs);
    }

    private RejectReason submit(final long nowNs) {
        nextCancelNs = Long.MIN_VALUE;
        final RejectReason reason = child.submit(entry, strategyId, request, nowNs);
        tell(reason == RejectReason.NONE ? ExecutionDecision.SUBMITTED : ExecutionDecision.REFUSED, reason);
        return reason;
    }

    private void tell(final ExecutionDecision decision, final RejectReason reason) {
        final long orderId = reason == RejectReason.NONE ? request.orderId() : OrderIds.NULL_ORDER_ID;
        listener.onDecision(
                strategyId,
                instrument.id(),
                decision,
                reason,
                orderId,
                request.quantity(),
                request.limitPrice(),
                instrument.markPrice());
    }

    /** Takes back what still works of the opening. */
    void cancelEntry(final long nowNs) {
        if (isEntering()) {
            cancel(nowNs);
        }
    }

    private void cancel(final long nowNs) {
        if (child.isCancellable() && nowNs >= nextCancelNs) {
            nextCancelNs = nowNs + settings.retryNs();
            if (child.cancel(entry)) {
                listener.onDecision(
                        strategyId,
                        instrument.id(),
                        ExecutionDecision.CANCEL_REQUESTED,
                        RejectReason.NONE,
                        child.orderId(),
                        child.leavesQuantity(),
                        child.limitPrice(),
                        instrument.markPrice());
            }
        }
    }

    /** Goes to the target at market: one order at a time, no faster than allowed, until it is reached. */
    void settle(final long newTarget, final long nowNs) {
        target = newTarget;
        // An order at the market is not hurried by another one in its place: it may only wait for the next open.
        if (child.isOutstanding()
                || isSettled()
                || taken
                || nowNs < nextTryNs
                || !entry.isOpenForBusiness(strategyId, instrument)) {
            return;
        }
        final Side side = target > held ? openSide : openSide.opposite();
        request.market(instrument, side, onLot(Math.abs(target - held)), TimeInForce.GTC);
        settling = true;
        if (submit(nowNs) != RejectReason.NONE) {
            failed(nowNs);
        }
    }

    /** It has waited long enough: the next try is the first again. */
    void hurry() {
        failures = 0;
        nextTryNs = Long.MIN_VALUE;
    }

    private void failed(final long nowNs) {
        nextTryNs = nowNs + (settings.retryNs() << Math.min(failures, MAX_DOUBLINGS));
        failures++;
    }

    /** Somebody else closes the leg: nothing is sent for it until it is given back. */
    void take() {
        taken = true;
    }

    /** It can be traded again; if nothing is left in the book, nothing is left of the leg. */
    void giveBack(final boolean isGone) {
        taken = false;
        if (isGone) {
            held = 0;
        }
    }

    /** Somebody else traded so much of what this leg holds. */
    void onOthersTrade(final long signedQuantity) {
        held += openSide.sign() * signedQuantity;
    }

    /** The units of the instrument changed, and with them all quantities. */
    void onSplit(final SplitRatio ratio) {
        held = ratio.quantity(held);
        target = ratio.quantity(target);
    }

    /** Whether it is as near to its target as orders can bring it. */
    boolean isSettled() {
        return isNear(target);
    }

    /** Whether what it holds beyond or below a quantity is less than an order may be: under a lot, or worth less than the venue takes. */
    boolean isNear(final long quantity) {
        final long rest = Math.abs(held - quantity);
        return rest < instrument.definition().lotSize()
                || instrument.notional(instrument.markPrice(), rest)
                        < instrument.definition().minNotional();
    }

    /** Whether its order has traded all that was asked for. */
    boolean isFilled() {
        return child.isFilled();
    }

    /** Whether an order of the opening may still trade. */
    boolean isEntering() {
        return child.isOutstanding() && !settling;
    }

    boolean isOutstanding() {
        return child.isOutstanding();
    }

    void onWorking(final long orderId, final long quantity, final long limitPrice) {
        if (child.is(orderId)) {
            child.working(quantity, limitPrice);
        }
    }

    void onTraded(final long orderId, final long signedQuantity, final long filledQuantity, final long nowNs) {
        child.traded(orderId, filledQuantity);
        held += openSide.sign() * signedQuantity;
        if (signedQuantity == 0) {
            // Its fee took all of it, and would again.
            failed(nowNs);
        } else {
            failures = 0;
        }
    }

    void onEnded(final long orderId, final long nowNs) {
        if (child.is(orderId)) {
            // What a cancelled entry leaves can go at once; what the venue did not let go, later.
            if (settling && child.leavesQuantity() > 0) {
                failed(nowNs);
            }
            child.ended();
        }
    }

    void onUnknown(final long orderId) {
        if (child.is(orderId)) {
            child.unknown();
        }
    }

    /** When an entry must be cancelled again. */
    long cancelDeadlineNs() {
        return isEntering() && child.isCancellable() ? nextCancelNs : NEVER;
    }

    /** When the way to the target goes on. An order at the market waits for the market: it may be closed. */
    long settleDeadlineNs() {
        final boolean waits =
                child.isOutstanding() || isSettled() || taken || !entry.isOpenForBusiness(strategyId, instrument);
        return waits ? NEVER : nextTryNs;
    }

    long held() {
        return held;
    }

    Side openSide() {
        return openSide;
    }

    Instrument instrument() {
        return instrument;
    }

    void state(final StateExchange state) {
        child.state(state);
        openSide = Side.of(state.field("openSide", openSide.ordinal()));
        held = state.field("heldQuantity", held);
        target = state.field("targetQuantity", target);
        settling = state.field("settling", settling);
        taken = state.field("taken", taken);
        failures = state.field("failures", failures);
        nextTryNs = state.field("nextTryNs", nextTryNs);
        nextCancelNs = state.field("nextCancelNs", nextCancelNs);
    }
}
