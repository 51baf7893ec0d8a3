package reprise.execution;

import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;

/** A venue that fills every order whole when it is asked to answer; allocates nothing. */
final class Orderly implements OrderEntry, PairListener {
    private final long[] quantities = new long[64];
    private final int[] instruments = new int[64];
    private final int[] signs = new int[64];
    long count;
    private long answered;

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request) {
        return RejectReason.NONE;
    }

    @Override
    public RejectReason submit(final int strategyId, final OrderRequest request) {
        request.becameOrder(++count);
        final int index = (int) (count % quantities.length);
        quantities[index] = request.quantity();
        instruments[index] = request.instrument().id();
        signs[index] = request.side().sign();
        return RejectReason.NONE;
    }

    @Override
    public RejectReason cancel(final long orderId) {
        return RejectReason.NONE;
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice) {
        return RejectReason.NONE;
    }

    void answer(final ExecutionAlgorithm algorithm, final long nowNs) {
        while (answered < count) {
            answered++;
            final long quantity = quantities[(int) (answered % quantities.length)];
            algorithm.onOrderWorking(answered, quantity, 0, nowNs);
            algorithm.onOrderFilled(answered, 1, quantity, quantity, nowNs);
            algorithm.onOrderEnded(answered, OrderState.FILLED, nowNs);
        }
    }

    void answer(final PairExecutor pair, final long nowNs) {
        while (answered < count) {
            answered++;
            final int index = (int) (answered % quantities.length);
            final long quantity = quantities[index];
            pair.onOrderWorking(answered, quantity, 0, nowNs);
            pair.onOrderTraded(answered, instruments[index], signs[index] * quantity, quantity, nowNs);
            pair.onOrderEnded(answered, nowNs);
        }
    }

    @Override
    public void onPairState(
            final int pairId,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long quantity1,
            final long quantity2) {}

    @Override
    public void onHedged(final int pairId, final long notional, final long timeNs) {}

    @Override
    public void onDecision(
            final int strategyId,
            final int instrumentId,
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long quantity,
            final long price,
            final long referencePrice) {}
}
