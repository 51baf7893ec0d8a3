package reprise.order;

import java.util.Arrays;
import org.agrona.collections.LongHashSet;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * The executions seen last, so that a fill that a venue reports twice is booked once. Bounded; allocates nothing after construction; part
 * of replayed state.
 */
public final class RecentExecutions implements Snapshotable {
    private static final long NO_EXECUTION = Long.MIN_VALUE;

    private final long[] ring;
    private final LongHashSet known;
    private int next;

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
        return remember(key(orderId, executionId));
    }

    private boolean remember(final long key) {
        if (!known.add(key)) {
            return false;
        }
        if (ring[next] != NO_EXECUTION) {
            known.remove(ring[next]);
        }
        ring[next] = key;
        next = (next + 1) % ring.length;
        return true;
    }

    /** Execution ids are unique within a venue at best; mixing in the order keeps venues apart. */
    private static long key(final long orderId, final long executionId) {
        return executionId * 0x9E3779B97F4A7C15L ^ orderId;
    }

    @Override
    public void exchange(final StateExchange state) {
        final int count = state.count("recentExecutions", ring[next] == NO_EXECUTION ? next : ring.length, ring.length);
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
