package reprise.execution;

import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;

/** A desk that keeps one order and allocates nothing. */
final class Quiet implements OrderEntry, ExecutionListener {
    long count;
    private long quantity;
    private long limitPrice;
    private boolean cancelled;
    private boolean open;

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request) {
        return RejectReason.NONE;
    }

    @Override
    public RejectReason submit(final int strategyId, final OrderRequest request) {
        request.becameOrder(++count);
        quantity = request.quantity();
        limitPrice = request.limitPrice();
        open = true;
        cancelled = false;
        return RejectReason.NONE;
    }

    @Override
    public RejectReason cancel(final long orderId) {
        cancelled = true;
        return RejectReason.NONE;
    }

    @Override
    public RejectReason replace(final long orderId, final long newQuantity, final long newLimitPrice) {
        quantity = newQuantity;
        limitPrice = newLimitPrice;
        return RejectReason.NONE;
    }

    void answer(final ExecutionAlgorithm algorithm, final long step, final long nowNs) {
        if (open && cancelled) {
            open = false;
            algorithm.onOrderEnded(count, OrderState.CANCELED, nowNs);
        } else if (open && step % 7 == 0) {
            open = false;
            algorithm.onOrderFilled(count, limitPrice, quantity, quantity, nowNs);
            algorithm.onOrderEnded(count, OrderState.FILLED, nowNs);
        } else if (open) {
            algorithm.onOrderWorking(count, quantity, limitPrice, nowNs);
        }
    }

    @Override
    public void onDecision(
            final int strategyId,
            final int instrumentId,
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long newQuantity,
            final long price,
            final long referencePrice) {}
}
