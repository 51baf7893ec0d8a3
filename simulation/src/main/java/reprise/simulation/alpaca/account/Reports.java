package reprise.simulation.alpaca.account;

import java.util.ArrayList;
import java.util.List;

/** Tells everybody what becomes of orders, and keeps the executions. Guarded by the venue's lock. */
public final class Reports {
    private final List<OrderListener> listeners = new ArrayList<>();
    private final List<Activity> activities = new ArrayList<>();
    private long fills;

    Reports() {}

    /**
     * Lets somebody hear of orders.
     *
     * @param listener told after those before it.
     */
    public void tell(final OrderListener listener) {
        listeners.add(listener);
    }

    /**
     * Fills, busts and corrections.
     *
     * @return in their order.
     */
    public List<Activity> activities() {
        return List.copyOf(activities);
    }

    /**
     * How many fills there were.
     *
     * @return those that were busted later included.
     */
    public long fills() {
        return fills;
    }

    void happened(final String event, final Order order) {
        listeners.forEach(listener -> listener.onOrder(event, order, null, null));
    }

    void filled(final Execution execution) {
        fills++;
        final String event = execution.leaves().signum() == 0 ? "fill" : "partial_fill";
        activities.add(new Activity(event, execution, execution.order().status(), null));
        listeners.forEach(listener -> listener.onOrder(event, execution.order(), execution, null));
    }

    void corrected(final String event, final Execution execution, final Execution previous) {
        activities.add(new Activity(event, execution, execution.order().status(), previous));
        listeners.forEach(listener -> listener.onOrder(event, execution.order(), execution, previous));
    }
}
