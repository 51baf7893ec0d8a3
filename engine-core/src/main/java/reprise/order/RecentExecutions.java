package reprise.order;

import java.util.Arrays;
import org.agrona.collections.LongHashSet;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The executions seen last, so that a fill that a venue reports twice is booked once. Bounded; allocates nothing after construction; part
 * of replayed state.
 *
 * <p>As long as every execution has a higher id than all before it, it must be new, and to remember it in turn is enough. From the first on
 * that has not, be it repeated or of another venue, they are looked up: a hash spreads them over more memory than the nearest caches have.
 */
public final class RecentExecutions implements Snapshotable {
    private static final long NO_EXECUTION = Long.MIN_VALUE;

    private final long[] ring;
    private final LongHashSet known;
    private int next;
    private long highestId = Long.MIN_VALUE;
    private boolean isLookedUp;

    /**
     * Remembers nothing yet.
     *
     * @param capacity how many executions are remembered.
     */
    public RecentExecutions(final int capacity) {
        ring = new long[capacity];
        known = new LongHashSet(2 * capacity, 0.5f, false);
        Arrays.fill(ring, NO_EXECUTION);
    }

    /**
     * Remembers an execution.
     *
     * @param orderId whose execution it is.
     * @param executionId unique within the order's venue.
     * @return whether it is new.
     */
    public boolean add(final long orderId, final long executionId) {
        final long key = key(orderId, executionId);
        if (!isLookedUp && executionId > highestId) {
            highestId = executionId;
            append(key);
            return true;
        }
        lookUp();
        return remember(key);
    }

    private void lookUp() {
        for (int i = 0; !isLookedUp && i < ring.length && ring[i] != NO_EXECUTION; i++) {
            known.add(ring[i]);
        }
        isLookedUp = true;
    }

    private boolean remember(final long key) {
        if (!known.add(key)) {
            return false;
        }
        if (ring[next] != NO_EXECUTION) {
            known.remove(ring[next]);
        }
        append(key);
        return true;
    }

    private void append(final long key) {
        ring[next] = key;
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    /** Execution ids are unique within a venue at best; mixing in the order keeps venues apart. */
    private static long key(final long orderId, final long executionId) {
        return executionId * 0x9E3779B97F4A7C15L ^ orderId;
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("recentExecutions", ring[next] == NO_EXECUTION ? next : ring.length, ring.length);
        // Of what is restored nobody knows the ids.
        isLookedUp |= state.isRestoring();
        for (int i = 0; i < count; i++) {
            if (state.isRestoring()) {
                remember(state.field("execution", NO_EXECUTION));
            } else {
                // From the oldest on, so that it makes no difference where in the ring that is.
                state.field("execution", ring[(next - count + i + ring.length) % ring.length]);
            }
        }
    }
}
