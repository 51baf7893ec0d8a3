package reprise.exit;

import reprise.market.SplitRatio;
import reprise.state.StateExchange;

/** The exit orders of one position that may still trade, and how much of it they stand for. */
final class ExitsInFlight {
    /** One for each target, one for what is owed from refused ones, one for the rest. */
    private static final int CAPACITY = ExitPlan.MAX_TARGETS + 2;

    private final long[] orderIds = new long[CAPACITY];
    private final long[] leaves = new long[CAPACITY];
    private int count;
    private long total;

    void clear() {
        count = 0;
        total = 0;
    }

    boolean isFull() {
        return count == CAPACITY;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long total() {
        return total;
    }

    void add(final long orderId, final long quantity) {
        orderIds[count] = orderId;
        leaves[count] = quantity;
        count++;
        total += quantity;
    }

    /** A fill of an order that is no longer known covers nothing any more. */
    void fill(final long orderId, final long quantity) {
        final int index = indexOf(orderId);
        if (index >= 0) {
            final long covered = Math.min(quantity, leaves[index]);
            leaves[index] -= covered;
            total -= covered;
            if (leaves[index] == 0) {
                removeAt(index);
            }
        }
    }

    /** Returns what the order will not trade any more. */
    long end(final long orderId) {
        final int index = indexOf(orderId);
        if (index < 0) {
            return 0;
        }
        final long rest = leaves[index];
        total -= rest;
        removeAt(index);
        return rest;
    }

    void split(final SplitRatio ratio) {
        total = 0;
        for (int i = 0; i < count; i++) {
            leaves[i] = ratio.quantity(leaves[i]);
            total += leaves[i];
        }
    }

    private int indexOf(final long orderId) {
        for (int i = 0; i < count; i++) {
            if (orderIds[i] == orderId) {
                return i;
            }
        }
        return -1;
    }

    private void removeAt(final int index) {
        count--;
        System.arraycopy(orderIds, index + 1, orderIds, index, count - index);
        System.arraycopy(leaves, index + 1, leaves, index, count - index);
    }

    void state(final StateExchange state) {
        count = state.field("exitsInFlight", count);
        total = state.field("quantityInFlight", total);
        for (int i = 0; i < count; i++) {
            orderIds[i] = state.field("exitOrderId", orderIds[i]);
            leaves[i] = state.field("exitLeaves", leaves[i]);
        }
    }
}
