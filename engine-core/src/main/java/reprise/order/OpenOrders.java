package reprise.order;

import reprise.state.Snapshotable;
import reprise.state.StateSink;

/** Open orders in the order of their submission. Fixed capacity. Owned by {@link Orders}. */
final class OpenOrders implements Snapshotable {
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

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("openOrders", count);
        for (int i = 0; i < count; i++) {
            open[i].snapshotTo(sink);
        }
    }
}
