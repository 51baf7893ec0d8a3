package reprise.alpaca.order;

import reprise.alpaca.wire.VenueStatus;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;

/** Tells the engine of executions, and of what amounts came to. Under the lock of the book; allocates nothing. */
final class ExecutionTeller {
    private final CryptoFees fees;

    ExecutionTeller(final CryptoFees fees) {
        this.fees = fees;
    }

    /** Tells of an execution, for the first time or again. */
    void tell(final LiveOrder order, final VenueOrder venueOrder, final int index, final EventPublisher events) {
        final long id = venueOrder.executionId(index);
        final long timeNs = venueOrder.timeNs(index);
        final long price = venueOrder.price(index);
        final long quantity = venueOrder.traded(index);
        final boolean isLast = venueOrder == order.current()
                && index == venueOrder.executionCount() - 1
                && venueOrder.status == VenueStatus.FILLED
                && venueOrder.filledTold >= venueOrder.quantity();
        final long fee = fees.of(order.instrument, order.side, price, quantity);
        final FeeAsset feeAsset = CryptoFees.asset(order.instrument, order.side);
        if (isLast) {
            restate(order, venueOrder, timeNs, events);
            events.at(timeNs)
                    .onOrderFilled(order.orderId, id, timeNs, price, quantity, fee, feeAsset, Liquidity.UNKNOWN);
        } else {
            events.at(timeNs)
                    .onOrderPartiallyFilled(
                            order.orderId, id, timeNs, price, quantity, fee, feeAsset, Liquidity.UNKNOWN);
        }
    }

    /** What an amount came to is told before its last fill, so that the engine knows that fill for the last. */
    void restate(final LiveOrder order, final VenueOrder venueOrder, final long timeNs, final EventPublisher events) {
        if (venueOrder.isOfAmount()) {
            venueOrder.restatedTold = venueOrder.quantity();
            events.at(timeNs).onOrderRestated(order.orderId, timeNs, venueOrder.restatedTold);
        }
    }

    /** Tells that an execution was taken back. */
    void tellBust(
            final LiveOrder order,
            final long id,
            final long price,
            final long traded,
            final long timeNs,
            final EventPublisher events) {
        final long fee = fees.of(order.instrument, order.side, price, traded);
        final FeeAsset feeAsset = CryptoFees.asset(order.instrument, order.side);
        events.at(timeNs).onExecutionBusted(order.orderId, id, timeNs, price, traded, fee, feeAsset);
    }
}
