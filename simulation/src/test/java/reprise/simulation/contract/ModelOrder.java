package reprise.simulation.contract;

import java.util.ArrayList;
import java.util.List;
import reprise.order.OrderTerms;
import reprise.order.ReportedStatus;

/** An order at the model exchange. Guarded by the exchange's lock. */
final class ModelOrder {
    final String name;
    final long orderId;
    final OrderTerms terms;
    final List<Execution> executions = new ArrayList<>();
    final List<ModelOrder> exits = new ArrayList<>();
    ModelOrder entry;
    ReportedStatus status = ReportedStatus.WORKING;
    boolean isTriggered;
    long lowest = Long.MAX_VALUE;

    /** A fill. */
    record Execution(long id, long timeNs, long price, long quantity) {}

    ModelOrder(final String name, final long orderId, final OrderTerms terms) {
        this.name = name;
        this.orderId = orderId;
        this.terms = new OrderTerms().set(terms);
    }

    long filled() {
        return executions.stream().mapToLong(Execution::quantity).sum();
    }

    boolean isOfAmount() {
        return terms.cashOrderQty() != 0;
    }

    boolean isOpen() {
        return status == ReportedStatus.WORKING;
    }

    boolean isExit() {
        return entry != null;
    }

    /** Orders that end with this one. */
    List<ModelOrder> dependents() {
        return isExit() ? entry.exits : exits;
    }

    /** Whether an exit, which is a sale, trades: not before its entry is filled. */
    boolean canExit(final long last) {
        final boolean isReached = terms.type().isStop() ? last <= terms.stopPrice() : last >= terms.limitPrice();
        return entry.status == ReportedStatus.FILLED && isReached;
    }

    /** Whether it trades where somebody trades at a price and the offer is at another. Only buyers wait here. */
    boolean canTrade(final long last, final long ask) {
        if (!terms.type().isStop()) {
            return !terms.type().hasLimit() || ask <= terms.limitPrice();
        }
        lowest = Math.min(lowest, last);
        final long stop = terms.trailDistance() > 0 ? lowest + terms.trailDistance() : terms.stopPrice();
        isTriggered |= last >= stop;
        return isTriggered && (!terms.type().hasLimit() || ask <= terms.limitPrice());
    }
}
