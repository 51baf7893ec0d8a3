package reprise.order;

import reprise.market.Instruments;
import reprise.state.StateExchange;

/** Open orders in the order of their submission. Fixed capacity. Owned by {@link Orders}. */
final class OpenOrders {
    private final Order[] open;
    private int count;

    OpenOrders(final int capacity) {
        open = new Order[capacity];
    }

    int capacity() {
        return open.length;
    }

    int count() {
        return count;
    }

    Order at(final int index) {
        return open[index];
    }

    void add(final Order order) {
        open[count++] = order;
    }

    void remove(final Order order) {
        int index = 0;
        while (open[index] != order) {
            index++;
        }
        System.arraycopy(open, index + 1, open, index, --count - index);
        open[count] = null;
    }

    void exchange(final StateExchange state, final OrderPool pool, final Instruments instruments) {
        final int total = state.count("openOrders", count, open.length);
        for (int i = 0; i < total; i++) {
            if (state.isRestoring()) {
                add(pool.take());
            }
            pool.exchange(open[i], state, instruments);
        }
    }
}
