package reprise.simulation.venue;

import java.util.Arrays;

/** Orders in the order of their turn: the lowest key first, then the earliest arrival. Allocates only to grow. */
final class OrderLadder {
    private static final int INITIAL_ORDERS = 8;

    private VenueOrder[] orders = new VenueOrder[INITIAL_ORDERS];
    private long[] keys = new long[INITIAL_ORDERS];
    private int size;

    void add(final VenueOrder order, final long key) {
        if (size == orders.length) {
            orders = Arrays.copyOf(orders, 2 * size);
            keys = Arrays.copyOf(keys, 2 * size);
        }
        final int index = position(key, order.arrivalNumber());
        System.arraycopy(orders, index, orders, index + 1, size - index);
        System.arraycopy(keys, index, keys, index + 1, size - index);
        orders[index] = order;
        keys[index] = key;
        size++;
    }

    void remove(final VenueOrder order, final long key) {
        final int index = position(key, order.arrivalNumber());
        if (index == size || orders[index] != order) {
            throw new IllegalStateException("order is not in its ladder: orderId=" + order.orderId() + ", key=" + key);
        }
        size--;
        System.arraycopy(orders, index + 1, orders, index, size - index);
        System.arraycopy(keys, index + 1, keys, index, size - index);
        orders[size] = null;
    }

    /** The first index whose order does not come before. */
    private int position(final long key, final long arrivalNumber) {
        int low = 0;
        int high = size;
        while (low < high) {
            final int middle = low + high >>> 1;
            final boolean before =
                    keys[middle] != key ? keys[middle] < key : orders[middle].arrivalNumber() < arrivalNumber;
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    int size() {
        return size;
    }

    VenueOrder at(final int index) {
        return orders[index];
    }
}
