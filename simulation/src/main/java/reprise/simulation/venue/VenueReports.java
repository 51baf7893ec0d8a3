package reprise.simulation.venue;

import reprise.message.EventPublisher;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/** What the venue says about orders, stamped with the time at which it reaches the engine. */
final class VenueReports {
    private static final String NO_TEXT = "";

    private final MessageLine line;
    private final EventPublisher events;
    private final VenueClock clock;
    private final Executions executions;
    private final VenueAccount account;

    VenueReports(
            final MessageLine line, final VenueClock clock, final Executions executions, final VenueAccount account) {
        this.line = line;
        this.clock = clock;
        this.executions = executions;
        this.account = account;
        events = new EventPublisher(line);
    }

    void advanceTo(final long newTimeNs) {
        clock.advanceTo(newTimeNs);
    }

    long timeNs() {
        return clock.venueNs();
    }

    /** The publisher, set to the time at which one message, which must follow, will arrive. */
    EventPublisher now() {
        return events.at(line.plan());
    }

    void accepted(final long orderId) {
        now().onOrderAccepted(orderId, timeNs());
    }

    void rejected(final long orderId, final RejectReason reason) {
        now().onOrderRejected(orderId, timeNs(), reason, NO_TEXT);
    }

    void rejected(final long orderId, final RejectReason reason, final String text) {
        now().onOrderRejected(orderId, timeNs(), reason, text);
    }

    /** Reports an execution, for the first time or again. */
    void execution(final long id) {
        final EventPublisher publisher = now();
        if (!line.isLost() && executions.tell(id)) {
            account.told(executions, id);
        }
        final long quantity = Math.abs(executions.quantity(id));
        if (executions.isComplete(id)) {
            publisher.onOrderFilled(
                    executions.orderId(id),
                    id,
                    executions.timeNs(id),
                    executions.price(id),
                    quantity,
                    executions.fee(id),
                    executions.feeAsset(id),
                    executions.liquidity(id));
        } else {
            publisher.onOrderPartiallyFilled(
                    executions.orderId(id),
                    id,
                    executions.timeNs(id),
                    executions.price(id),
                    quantity,
                    executions.fee(id),
                    executions.feeAsset(id),
                    executions.liquidity(id));
        }
    }

    /** Repeats the executions since a time, and every one that the engine has not been told of. */
    void executionsSince(final long sinceNs) {
        for (long id = executions.oldestId(); id <= executions.latestId(); id++) {
            if (executions.timeNs(id) >= sinceNs || !executions.isTold(id)) {
                execution(id);
            }
        }
    }

    void cancelled(final long orderId) {
        now().onOrderCancelled(orderId, timeNs());
    }

    void expired(final long orderId) {
        now().onOrderExpired(orderId, timeNs());
    }

    void triggered(final long orderId) {
        now().onOrderTriggered(orderId, timeNs());
    }

    void replaced(final VenueOrder order) {
        now().onOrderReplaced(
                        order.orderId(), timeNs(), order.terms().quantity(), order.limitPrice(), order.stopPrice());
    }

    void cancelRejected(final long orderId, final RejectReason reason) {
        now().onCancelRejected(orderId, timeNs(), reason);
    }

    void replaceRejected(final long orderId, final RejectReason reason) {
        now().onReplaceRejected(orderId, timeNs(), reason);
    }

    void reported(
            final long orderId,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {
        now().onOrderReported(orderId, timeNs(), status, quantity, limitPrice, filledQuantity);
    }

    void notFound(final long orderId) {
        now().onOrderNotFound(orderId, timeNs());
    }
}
