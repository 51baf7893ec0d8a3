package reprise.time;

import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * Timers that fire in order of (deadline, scheduling number): equal deadlines fire in the order in which they were scheduled. A binary
 * heap over primitive arrays of fixed capacity; allocates nothing; part of replayed state.
 */
public final class Timers implements Snapshotable {
    private final EngineClock clock;
    private final int capacity;
    private final long[] deadlines;
    private final long[] numbers;
    private final int[] owners;
    private final long[] tokens;
    private int size;
    private long nextNumber = 1;

    /**
     * An empty set of timers.
     *
     * @param clock whose alarm goes off no later than the first of them is due.
     * @param capacity the most timers that may be scheduled at once.
     */
    public Timers(final EngineClock clock, final int capacity) {
        this.clock = clock;
        this.capacity = capacity;
        this.deadlines = new long[capacity];
        this.numbers = new long[capacity];
        this.owners = new int[capacity];
        this.tokens = new long[capacity];
    }

    /**
     * Schedules a timer.
     *
     * @param deadlineNs at or after which it fires.
     * @param ownerId who is told.
     * @param token passed back to the owner.
     * @return the scheduling number, by which the timer can be cancelled; never reused.
     */
    public long schedule(final long deadlineNs, final int ownerId, final long token) {
        if (size == capacity) {
            throw new IllegalStateException("too many timers: capacity=" + capacity + ", ownerId=" + ownerId);
        }
        final int index = size++;
        set(index, deadlineNs, nextNumber, ownerId, token);
        siftUp(index);
        clock.alarmBy(deadlineNs);
        return nextNumber++;
    }

    /**
     * Cancels a timer that has not fired.
     *
     * @param number returned by {@link #schedule}.
     * @param ownerId who scheduled it: nobody cancels the timers of others.
     * @return whether there was such a timer.
     */
    public boolean cancel(final long number, final int ownerId) {
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number && owners[i] == ownerId) {
                removeAt(i);
                return true;
            }
        }
        return false;
    }

    /**
     * The earliest deadline.
     *
     * @return nanoseconds since the epoch, or {@link Long#MAX_VALUE} without timers.
     */
    public long nextDeadlineNs() {
        return size == 0 ? Long.MAX_VALUE : deadlines[0];
    }

    /**
     * Whether a timer must fire before the clock may show a time.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return whether the earliest deadline is not after it.
     */
    public boolean isDue(final long timeNs) {
        return size > 0 && deadlines[0] <= timeNs;
    }

    /**
     * Removes the first timer and hands it over; the handler may schedule and cancel. Legal only while there are timers.
     *
     * @param handler is told.
     */
    public void fireNext(final TimerHandler handler) {
        final long deadlineNs = deadlines[0];
        final int ownerId = owners[0];
        final long token = tokens[0];
        removeAt(0);
        handler.onTimer(deadlineNs, ownerId, token);
    }

    @Override
    public void exchange(final StateExchange state) {
        size = state.count("timers", size, capacity);
        nextNumber = state.field("nextNumber", nextNumber);
        // The heap's layout follows from the history of calls alone, so array order is as good as sorted order.
        for (int i = 0; i < size; i++) {
            numbers[i] = state.key("timer", numbers[i]);
            deadlines[i] = state.field("deadlineNs", deadlines[i]);
            owners[i] = state.field("ownerId", owners[i]);
            tokens[i] = state.field("token", tokens[i]);
        }
    }

    private void removeAt(final int index) {
        size--;
        if (index < size) {
            set(index, deadlines[size], numbers[size], owners[size], tokens[size]);
            siftDown(index);
            siftUp(index);
        }
    }

    private void siftUp(final int start) {
        int child = start;
        while (child > 0) {
            final int parent = (child - 1) >>> 1;
            if (!before(child, parent)) {
                return;
            }
            swap(child, parent);
            child = parent;
        }
    }

    private void siftDown(final int start) {
        int parent = start;
        while (true) {
            int child = 2 * parent + 1;
            if (child >= size) {
                return;
            }
            if (child + 1 < size && before(child + 1, child)) {
                child++;
            }
            if (!before(child, parent)) {
                return;
            }
            swap(child, parent);
            parent = child;
        }
    }

    private boolean before(final int a, final int b) {
        return deadlines[a] < deadlines[b] || deadlines[a] == deadlines[b] && numbers[a] < numbers[b];
    }

    private void swap(final int a, final int b) {
        final long deadlineNs = deadlines[a];
        final long number = numbers[a];
        final int ownerId = owners[a];
        final long token = tokens[a];
        set(a, deadlines[b], numbers[b], owners[b], tokens[b]);
        set(b, deadlineNs, number, ownerId, token);
    }

    private void set(final int index, final long deadlineNs, final long number, final int ownerId, final long token) {
        deadlines[index] = deadlineNs;
        numbers[index] = number;
        owners[index] = ownerId;
        tokens[index] = token;
    }
}
