package reprise.pipeline;

import reprise.message.EngineCommands;
import reprise.message.MutedCommands;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Stands for a venue that needs the pipeline's outlet, which needs the venue. */
final class LateVenue implements EngineCommands {
    private EngineCommands venue = new MutedCommands();

    void answerWith(final EngineCommands newVenue) {
        venue = newVenue;
    }

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
        venue.submitOrder(orderId, instrumentId, strategyId, side, orderType, timeInForce, quantity, limitPrice);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        venue.cancelOrder(orderId, instrumentId);
    }

    @Override
    public void replaceOrder(final long orderId, final int instrumentId, final long quantity, final long limitPrice) {
        venue.replaceOrder(orderId, instrumentId, quantity, limitPrice);
    }

    @Override
    public void requestReconciliation(final int venueId) {
        venue.requestReconciliation(venueId);
    }
}
