package reprise.order;

import reprise.state.Snapshotable;
import reprise.state.StateSink;

/** The orders that ended last, in the order of their ends; the oldest gives way to the newest. Owned by {@link Orders}. */
final class EndedOrders implements Snapshotable {
    private final Order[] ended;
    private int count;
    private int next;

    EndedOrders(final int capacity) {
        ended = new Order[capacity];
    }

    /** Adds one; returns the one that is forgotten for it, or null. */
    Order add(final Order order) {
        final Order forgotten = ended[next];
        ended[next] = order;
        next = (next + 1) % ended.length;
        count = Math.min(count + 1, ended.length);
        return forgotten;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("endedOrders", count);
        for (int i = 0; i < count; i++) {
            ended[(next - count + i + ended.length) % ended.length].snapshotTo(sink);
        }
    }
}
