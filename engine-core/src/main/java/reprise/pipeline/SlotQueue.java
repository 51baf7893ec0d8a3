package reprise.pipeline;

import com.lmax.disruptor.EventFactory;

/**
 * Slots outside a ring, first in, first out. Has as many as were ever needed at once, up to its capacity, so that a small backtest takes
 * little memory and a large one allocates nothing after warm-up. Single-threaded.
 */
final class SlotQueue {
    private static final int INITIAL_SLOTS = 32;

    private final String content;
    private final int capacity;
    private RingSlot[] slots = {};
    private int head;
    private int count;

    /**
     * An empty queue.
     *
     * @param content what it holds, for the complaint when there is too much of it.
     * @param capacity the most slots, a power of two.
     */
    SlotQueue(final String content, final int capacity) {
        this.content = content;
        this.capacity = capacity;
        grow();
    }

    private void grow() {
        final int length = slots.length == 0 ? Math.min(INITIAL_SLOTS, capacity) : 2 * slots.length;
        final RingSlot[] grown = new RingSlot[length];
        final EventFactory<RingSlot> factory = RingSlot.factory(length - slots.length);
        for (int i = 0; i < length; i++) {
            grown[i] = i < slots.length ? slots[head + i & slots.length - 1] : factory.newInstance();
        }
        slots = grown;
        head = 0;
    }

    /** The slot behind the last one, marked as not written. */
    RingSlot claim() {
        if (count == capacity) {
            throw new IllegalStateException("too many " + content + ": capacity=" + capacity);
        }
        if (count == slots.length) {
            grow();
        }
        final RingSlot slot = get(count);
        slot.abort();
        return slot;
    }

    /** Ends the claim: the claimed slot is the last one now, or given back if nothing was written. */
    void end(final int lengthBytes) {
        if (lengthBytes > 0) {
            get(count++).commit(lengthBytes);
        }
    }

    int count() {
        return count;
    }

    /** A slot, counted from the oldest. */
    RingSlot get(final int index) {
        return slots[head + index & slots.length - 1];
    }

    /** Frees the oldest slots. */
    void remove(final int removed) {
        count -= removed;
        // Begun anew when empty: mostly one message waits, and the same few bytes stay in the nearest cache.
        head = count == 0 ? 0 : head + removed & slots.length - 1;
    }
}
