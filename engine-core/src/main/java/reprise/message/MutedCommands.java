package reprise.message;

import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Commands that go nowhere: at replay the world has had them already. */
public final class MutedCommands implements EngineCommands {
    @Override
    public void submitOrder(
            final long orderId,
            final int instrumentId,
            final int strategyId,
            final Side side,
            final OrderType orderType,
            final TimeInForce timeInForce,
            final long quantity,
            final long limitPrice) {
        // muted
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        // muted
    }

    @Override
    public void replaceOrder(final long orderId, final int instrumentId, final long quantity, final long limitPrice) {
        // muted
    }

    @Override
    public void requestReconciliation(final int venueId) {
        // muted
    }
}
