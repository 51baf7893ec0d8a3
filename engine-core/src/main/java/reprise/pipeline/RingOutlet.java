package reprise.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import reprise.message.Envelope;
import reprise.message.Outlet;

/**
 * A way into the input ring for one thread. A full ring makes it wait, never drop; it gives up only when the pipeline has failed or closed.
 *
 * <p>Where one thread runs all stages, it must not wait for itself: half of the ring is kept for what venues answer on that thread, and
 * more answers than that to one batch are a fault.
 */
final class RingOutlet implements Outlet {
    private static final long FULL_RING_PARK_NS = 20_000;

    private final RingBuffer<RingSlot> ring;
    private final RingPipeline pipeline;
    private final Thread fusedThread;
    private final InputCounters counters;
    private long sequence;

    /** Of the claim that is open; counted at its end, when it is known what waited. */
    private long waitedNs;

    /**
     * A way in.
     *
     * @param ring to write to.
     * @param pipeline says whether it still takes events.
     * @param fusedThread runs all stages, or null if each has its own.
     * @param counters are told who waited.
     */
    RingOutlet(
            final RingBuffer<RingSlot> ring,
            final RingPipeline pipeline,
            final Thread fusedThread,
            final InputCounters counters) {
        this.ring = ring;
        this.pipeline = pipeline;
        this.fusedThread = fusedThread;
        this.counters = counters;
    }

    /** Whether more than half of what this publisher may fill is filled. */
    boolean isCrowded() {
        final int mayFill = fusedThread == null ? ring.getBufferSize() : ring.getBufferSize() / 2;
        return ring.getBufferSize() - ring.remainingCapacity() > mayFill / 2;
    }

    /** The ring sequence of the last message. */
    long lastSequence() {
        return sequence;
    }

    @Override
    public MutableDirectBuffer claim() {
        await(fusedThread == null || fusedThread == Thread.currentThread() ? 1 : 1 + ring.getBufferSize() / 2);
        final RingSlot slot = ring.get(sequence);
        slot.abort();
        return slot.buffer();
    }

    /** Takes the next place once so many are free. */
    private void await(final int room) {
        long beginNs = 0;
        waitedNs = 0;
        while (true) {
            pipeline.requireOpen();
            if (room == 1 ? tryNext() : tryNextOfOutsiders(room)) {
                waitedNs = beginNs == 0 ? 0 : System.nanoTime() - beginNs;
                return;
            }
            if (fusedThread == Thread.currentThread()) {
                throw new IllegalStateException(
                        "input ring full of what venues answered: capacity=" + ring.getBufferSize());
            }
            beginNs = beginNs == 0 ? System.nanoTime() : beginNs;
            LockSupport.parkNanos(FULL_RING_PARK_NS);
        }
    }

    /** One at a time: two that see the same last place would take one each, and one of them from the half kept for answers. */
    private boolean tryNextOfOutsiders(final int room) {
        synchronized (ring) {
            return ring.hasAvailableCapacity(room) && tryNext();
        }
    }

    private boolean tryNext() {
        try {
            sequence = ring.tryNext();
            return true;
        } catch (final InsufficientCapacityException e) {
            return false;
        }
    }

    @Override
    public void end(final int lengthBytes) {
        // A claimed slot must be published even when nothing was written, or the ring would wait for it for ever.
        final RingSlot slot = ring.get(sequence);
        if (waitedNs > 0 && lengthBytes >= Envelope.LENGTH_BYTES) {
            counters.waited(Envelope.templateId(slot.buffer(), 0), waitedNs);
        }
        slot.commit(lengthBytes);
        ring.publish(sequence);
    }
}
