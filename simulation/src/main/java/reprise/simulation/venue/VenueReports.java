package reprise.simulation.venue;

import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;

/** What the venue says about orders, stamped with the venue's time: the latest that it has reached, which never goes back. */
final class VenueReports {
    private static final String NO_TEXT = "";

    private final EventPublisher events;
    private long timeNs;
    private long executions;

    VenueReports(final EventPublisher events) {
        this.events = events;
    }

    void advanceTo(final long newTimeNs) {
        timeNs = Math.max(timeNs, newTimeNs);
    }

    long timeNs() {
        return timeNs;
    }

    /** The publisher, set to the venue's time. */
    EventPublisher now() {
        return events.at(timeNs);
    }

    void accepted(final long orderId) {
        now().onOrderAccepted(orderId, timeNs);
    }

    void rejected(final long orderId, final RejectReason reason) {
        now().onOrderRejected(orderId, timeNs, reason, NO_TEXT);
    }

    /** Reports a fill that the order has been told of already. */
    void filled(final VenueOrder order, final long price, final long quantity, final long fee) {
        executions++;
        if (order.leavesQuantity() == 0) {
            now().onOrderFilled(
                            order.orderId(),
                            executions,
                            timeNs,
                            price,
                            quantity,
                            fee,
                            FeeAsset.QUOTE,
                            Liquidity.UNKNOWN);
        } else {
            now().onOrderPartiallyFilled(
                            order.orderId(),
                            executions,
                            timeNs,
                            price,
                            quantity,
                            fee,
                            FeeAsset.QUOTE,
                            Liquidity.UNKNOWN);
        }
    }

    void cancelled(final long orderId) {
        now().onOrderCancelled(orderId, timeNs);
    }

    void expired(final long orderId) {
        now().onOrderExpired(orderId, timeNs);
    }

    void replaced(final long orderId, final long quantity, final long limitPrice) {
        now().onOrderReplaced(orderId, timeNs, quantity, limitPrice, 0);
    }

    void cancelRejected(final long orderId, final RejectReason reason) {
        now().onCancelRejected(orderId, timeNs, reason);
    }

    void replaceRejected(final long orderId, final RejectReason reason) {
        now().onReplaceRejected(orderId, timeNs, reason);
    }

    void notFound(final long orderId) {
        now().onOrderNotFound(orderId, timeNs);
    }
}
