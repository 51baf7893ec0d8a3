package reprise.simulation.venue;

import reprise.message.EngineCommands;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;

/** A command on its way to the venue. Pooled. */
final class SentCommand {
    /** What the engine asks for. */
    enum Kind {
        SUBMIT,
        SUBMIT_GROUP,
        SUBMIT_CASH,
        CANCEL,
        REPLACE,
        QUERY,
        RECONCILE
    }

    final OrderTerms terms = new OrderTerms();
    final GroupTerms group = new GroupTerms();
    Kind kind = Kind.SUBMIT;
    long dueNs;
    long sequence;

    /** Of a reconciliation the time since when executions are repeated. */
    long orderId;

    int instrumentId;

    /** Strategy of a submission, revision of a replacement, venue of a reconciliation. */
    int number;

    void deliverTo(final EngineCommands venue) {
        switch (kind) {
            case SUBMIT -> venue.submitOrder(orderId, instrumentId, number, terms);
            case SUBMIT_GROUP -> venue.submitGroup(instrumentId, number, group);
            case SUBMIT_CASH -> venue.submitCashOrder(orderId, instrumentId, number, terms);
            case CANCEL -> venue.cancelOrder(orderId, instrumentId);
            case REPLACE ->
                venue.replaceOrder(
                        orderId, instrumentId, number, terms.quantity(), terms.limitPrice(), terms.stopPrice());
            case QUERY -> venue.queryOrder(orderId, instrumentId);
            case RECONCILE -> venue.requestReconciliation(number, orderId);
            default -> throw new IllegalStateException("no such command: " + kind);
        }
    }
}
