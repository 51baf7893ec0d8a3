package reprise.execution;

import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * The one order that an algorithm has at the market, as far as it knows.
 *
 * <pre>
 *   NONE --submit--> SENT --working--> WORKING --cancel--> CANCELLING --working--> WORKING
 *     ^                |                  |  \--replace--> REPLACING ---working--> WORKING
 *     +----- ended ----+------------------+---------- any of them --unknown--> UNKNOWN --working or ended--> ...
 * </pre>
 */
final class ChildOrder {
    private enum Phase {
        NONE,
        SENT,
        WORKING,
        CANCELLING,
        REPLACING,
        UNKNOWN
    }

    private static final Phase[] PHASES = Phase.values();

    private Phase phase = Phase.NONE;
    private long orderId = OrderIds.NULL_ORDER_ID;
    private Side side = Side.BUY;
    private long quantity;
    private long limitPrice;
    private long filledQuantity;
    private long sentNs;
    private long previousOrderId = OrderIds.NULL_ORDER_ID;
    private long previousFilled;

    /** Decides nothing; it keeps the encoding of the state what it was. */
    private Side previousSide = Side.BUY;

    RejectReason submit(final OrderEntry entry, final int strategyId, final OrderRequest request, final long nowNs) {
        if (isOutstanding()) {
            throw new IllegalStateException("an order is at the market already: orderId=" + orderId);
        }
        final RejectReason reason = entry.submit(strategyId, request);
        if (reason == RejectReason.NONE) {
            previousOrderId = orderId;
            previousSide = side;
            previousFilled = filledQuantity;
            phase = Phase.SENT;
            orderId = request.orderId();
            side = request.side();
            quantity = request.quantity();
            limitPrice = request.limitPrice();
            filledQuantity = 0;
            sentNs = nowNs;
        }
        return reason;
    }

    /** Asks once; without effect while anything else is pending. Returns whether it was asked for. */
    boolean cancel(final OrderEntry entry) {
        if (phase != Phase.SENT && phase != Phase.WORKING || entry.cancel(orderId) != RejectReason.NONE) {
            return false;
        }
        phase = Phase.CANCELLING;
        return true;
    }

    RejectReason replace(final OrderEntry entry, final long newQuantity, final long newLimitPrice) {
        final RejectReason reason = entry.replace(orderId, newQuantity, newLimitPrice);
        if (reason == RejectReason.NONE) {
            phase = Phase.REPLACING;
        }
        return reason;
    }

    void working(final long newQuantity, final long newLimitPrice) {
        if (isOutstanding()) {
            phase = Phase.WORKING;
            quantity = newQuantity;
            limitPrice = newLimitPrice;
        }
    }

    /** Returns what is new of it: what was counted before is not counted again. Also of the order before this one, for late fills. */
    long fill(final long filledOrderId, final long newFilledQuantity) {
        if (is(filledOrderId)) {
            final long news = Math.max(newFilledQuantity - filledQuantity, 0);
            filledQuantity += news;
            return news;
        }
        final long late = Math.max(newFilledQuantity - previousFilled, 0);
        previousFilled += late;
        return late;
    }

    /** What the order has traded in all, which is less than before where a fill was taken back. */
    void traded(final long tradedOrderId, final long newFilledQuantity) {
        if (is(tradedOrderId)) {
            filledQuantity = newFilledQuantity;
        }
    }

    /** Whether all of it has traded. */
    boolean isFilled() {
        return filledQuantity >= quantity;
    }

    void ended() {
        phase = Phase.NONE;
    }

    void unknown() {
        if (isOutstanding()) {
            phase = Phase.UNKNOWN;
        }
    }

    /** Whether this is, or last was, the order. */
    boolean is(final long otherOrderId) {
        return orderId == otherOrderId && orderId != OrderIds.NULL_ORDER_ID;
    }

    /** Whether this is the order, or the one before it. */
    boolean owns(final long otherOrderId) {
        return is(otherOrderId) || previousOrderId == otherOrderId && otherOrderId != OrderIds.NULL_ORDER_ID;
    }

    boolean isOutstanding() {
        return phase != Phase.NONE;
    }

    boolean isWorking() {
        return phase == Phase.WORKING;
    }

    /** Whether a cancel can be asked for. */
    boolean isCancellable() {
        return phase == Phase.SENT || phase == Phase.WORKING;
    }

    long orderId() {
        return orderId;
    }

    Side side() {
        return side;
    }

    long quantity() {
        return quantity;
    }

    long limitPrice() {
        return limitPrice;
    }

    long filledQuantity() {
        return filledQuantity;
    }

    /** What it may still trade. */
    long leavesQuantity() {
        return isOutstanding() ? Math.max(quantity - filledQuantity, 0) : 0;
    }

    long sentNs() {
        return sentNs;
    }

    void state(final StateExchange state) {
        phase = PHASES[state.field("phase", phase.ordinal())];
        orderId = state.field("orderId", orderId);
        side = Side.of(state.field("side", side.ordinal()));
        quantity = state.field("quantity", quantity);
        limitPrice = state.field("limitPrice", limitPrice);
        filledQuantity = state.field("filledQuantity", filledQuantity);
        sentNs = state.field("sentNs", sentNs);
        previousOrderId = state.field("previousOrderId", previousOrderId);
        previousSide = Side.of(state.field("previousSide", previousSide.ordinal()));
        previousFilled = state.field("previousFilled", previousFilled);
    }
}
