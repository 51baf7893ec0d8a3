package reprise.core;

import java.util.Arrays;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The trades of one instrument that what is built of trades waits with, while those that a stream missed are still to be told; oldest first.
 * Owned by the core; allocates nothing, except where more wait than ever before; part of replayed state.
 */
final class AwaitedTrades implements Snapshotable {
    /** More than are heard while a gap is filled; if there are more, the oldest wait no longer. */
    static final int CAPACITY = 1 << 16;

    private static final int FIRST_ROOM = 1 << 8;

    private boolean open;
    private long newestNs;
    private int oldest;
    private int count;
    private long[] timesNs = {};
    private long[] prices = {};
    private long[] quantities = {};

    /** Whether trades wait. */
    boolean isOpen() {
        return open;
    }

    void open() {
        open = true;
    }

    void close() {
        open = false;
    }

    /** A trade was heard, now or of the past. */
    void heard(final long timeNs) {
        newestNs = Math.max(newestNs, timeNs);
    }

    /** The newest trade that was heard; 0 for none. */
    long newestNs() {
        return newestNs;
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == CAPACITY;
    }

    /** A trade waits; not while it is full. */
    void add(final long timeNs, final long price, final long quantity) {
        if (count == timesNs.length) {
            grow(Math.max(FIRST_ROOM, 2 * count));
        }
        final int at = oldest + count & timesNs.length - 1;
        timesNs[at] = timeNs;
        prices[at] = price;
        quantities[at] = quantity;
        count++;
    }

    private void grow(final int room) {
        timesNs = grown(timesNs, room);
        prices = grown(prices, room);
        quantities = grown(quantities, room);
        oldest = 0;
    }

    private long[] grown(final long[] values, final int room) {
        final long[] grown = Arrays.copyOf(values, room);
        // What lies behind the oldest comes first then.
        System.arraycopy(values, oldest, grown, 0, values.length - oldest);
        System.arraycopy(values, 0, grown, values.length - oldest, oldest);
        return grown;
    }

    /** When the oldest happened; only of some. */
    long timeNs() {
        return timesNs[oldest];
    }

    long price() {
        return prices[oldest];
    }

    long quantity() {
        return quantities[oldest];
    }

    /** The oldest waits no longer. */
    void removeOldest() {
        oldest = oldest + 1 & timesNs.length - 1;
        count--;
    }

    @Override
    public void exchange(final StateExchange state) {
        open = state.field("open", open);
        newestNs = state.field("newestNs", newestNs);
        final int found = state.count("awaitedTrade", count, CAPACITY);
        if (state.isRestoring()) {
            oldest = 0;
            count = found;
            grow(Math.max(FIRST_ROOM, Integer.highestOneBit(Math.max(1, 2 * found - 1))));
        }
        for (int i = 0; i < found; i++) {
            final int at = oldest + i & timesNs.length - 1;
            timesNs[at] = state.field("timeNs", timesNs[at]);
            prices[at] = state.field("price", prices[at]);
            quantities[at] = state.field("quantity", quantities[at]);
        }
    }
}
