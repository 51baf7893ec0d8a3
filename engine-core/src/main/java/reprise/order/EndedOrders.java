package reprise.order;

import reprise.market.Instruments;
import reprise.state.StateExchange;

/** The orders that ended last, in the order of their ends; the oldest gives way to the newest. Owned by {@link Orders}. */
final class EndedOrders {
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
        next = next + 1 == ended.length ? 0 : next + 1;
        count = Math.min(count + 1, ended.length);
        return forgotten;
    }

    /** From the oldest on, so that it makes no difference where in the ring that is. */
    void exchange(final StateExchange state, final OrderPool pool, final Instruments instruments) {
        final int total = state.count("endedOrders", count, ended.length);
        for (int i = 0; i < total; i++) {
            if (state.isRestoring()) {
                add(pool.take());
            }
            pool.exchange(ended[(next - count + i + ended.length) % ended.length], state, instruments);
        }
    }
}
