package reprise.pipeline;

import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import reprise.message.Envelope;
import reprise.message.Outlet;
import reprise.message.Templates;

/**
 * A way into the input ring that keeps quotes back while the ring is crowded, at most one of an instrument: a newer quote takes the place of
 * one that nobody has seen. Everything else is published as it comes, after the quote that is kept of its instrument; what is not about
 * one instrument's ticks comes after all of them. So the order within an instrument is kept and its last quote always arrives.
 *
 * <p>Owned by one publisher's thread, save that {@link #release} lets others publish what is kept once there is room, for a publisher
 * that has nothing more to say. Allocates only when it meets an instrument first.
 */
final class QuoteConflator implements Outlet {
    private static final int MAX_INSTRUMENTS = 1 << 16;

    private final RingOutlet ring;
    private final InputCounters counters;
    private final ReentrantLock lock = new ReentrantLock();
    private final MutableDirectBuffer message = new ExpandableArrayBuffer(MAX_MESSAGE_LENGTH_BYTES);
    private MutableDirectBuffer[] kept = new MutableDirectBuffer[0];

    /** 0 for an instrument of which nothing is kept. */
    private int[] keptLengths = new int[0];

    /** Instruments of which a quote is kept, in the order in which their first one came. */
    private int[] order = new int[0];

    private volatile int keptCount;

    QuoteConflator(final RingOutlet ring, final InputCounters counters) {
        this.ring = ring;
        this.counters = counters;
    }

    @Override
    public MutableDirectBuffer claim() {
        return message;
    }

    @Override
    public void end(final int lengthBytes) {
        if (lengthBytes < Envelope.LENGTH_BYTES) {
            return;
        }
        lock.lock();
        try {
            take(Envelope.templateId(message, 0), Templates.tickInstrumentId(message, 0), lengthBytes);
        } finally {
            lock.unlock();
        }
    }

    private void take(final int templateId, final int instrumentId, final int lengthBytes) {
        final boolean isKnown = instrumentId >= 0 && instrumentId < MAX_INSTRUMENTS;
        if (isKnown && Templates.isQuote(templateId)) {
            keep(instrumentId, lengthBytes);
            releaseWhileRoom();
            return;
        }
        if (isKnown) {
            release(instrumentId);
        } else {
            releaseAll();
        }
        publish(message, lengthBytes);
    }

    private void keep(final int instrumentId, final int lengthBytes) {
        if (instrumentId >= kept.length) {
            grow(instrumentId + 1);
        }
        if (keptLengths[instrumentId] > 0) {
            counters.conflated();
        } else {
            order[keptCount] = instrumentId;
            keptCount = keptCount + 1;
        }
        kept[instrumentId].putBytes(0, message, 0, lengthBytes);
        keptLengths[instrumentId] = lengthBytes;
    }

    private void grow(final int count) {
        final int known = kept.length;
        kept = Arrays.copyOf(kept, count);
        keptLengths = Arrays.copyOf(keptLengths, count);
        order = Arrays.copyOf(order, count);
        for (int i = known; i < count; i++) {
            kept[i] = new ExpandableArrayBuffer(MAX_MESSAGE_LENGTH_BYTES);
        }
    }

    private void release(final int instrumentId) {
        if (instrumentId >= kept.length || keptLengths[instrumentId] == 0) {
            return;
        }
        int index = 0;
        while (order[index] != instrumentId) {
            index++;
        }
        System.arraycopy(order, index + 1, order, index, keptCount - index - 1);
        publishKept(instrumentId);
        keptCount = keptCount - 1;
    }

    private void releaseAll() {
        final int count = keptCount;
        for (int i = 0; i < count; i++) {
            publishKept(order[i]);
        }
        keptCount = 0;
    }

    private void releaseWhileRoom() {
        final int count = keptCount;
        int released = 0;
        while (released < count && !ring.isCrowded()) {
            publishKept(order[released]);
            released++;
        }
        System.arraycopy(order, released, order, 0, count - released);
        keptCount = count - released;
    }

    private void publishKept(final int instrumentId) {
        publish(kept[instrumentId], keptLengths[instrumentId]);
        keptLengths[instrumentId] = 0;
    }

    private void publish(final MutableDirectBuffer bytes, final int lengthBytes) {
        ring.claim().putBytes(0, bytes, 0, lengthBytes);
        ring.end(lengthBytes);
    }

    /**
     * Publishes what is kept if the ring has room again; does not wait, so it may be called by any thread.
     *
     * @return whether nothing is kept.
     */
    boolean release() {
        if (keptCount > 0 && !ring.isCrowded() && lock.tryLock()) {
            try {
                releaseWhileRoom();
            } finally {
                lock.unlock();
            }
        }
        return keptCount == 0;
    }
}
