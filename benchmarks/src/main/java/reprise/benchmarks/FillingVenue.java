package reprise.benchmarks;

import reprise.message.EngineCommands;
import reprise.message.EventPublisher;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Fills every order at once at the last price: the least a venue can do. */
final class FillingVenue implements EngineCommands {
    long lastPrice;
    long fills;
    private EventPublisher events;

    void connect(final EventPublisher publisher) {
        events = publisher;
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
        events.onOrderFilled(orderId, ++fills, 0, lastPrice, quantity, 1_000);
    }

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {
        // orders are filled before anybody could cancel them
    }

    @Override
    public void replaceOrder(final long orderId, final int instrumentId, final long quantity, final long limitPrice) {
        // orders are filled before anybody could replace them
    }

    @Override
    public void requestReconciliation(final int venueId) {
        // nothing is ever in doubt here
    }
}
