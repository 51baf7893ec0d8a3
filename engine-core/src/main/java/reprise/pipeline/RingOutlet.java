package reprise.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
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
    private long sequence;

    /**
     * A way in.
     *
     * @param ring to write to.
     * @param pipeline says whether it still takes events.
     * @param fusedThread runs all stages, or null if each has its own.
     */
    RingOutlet(final RingBuffer<RingSlot> ring, final RingPipeline pipeline, final Thread fusedThread) {
        this.ring = ring;
        this.pipeline = pipeline;
        this.fusedThread = fusedThread;
    }

    @Override
    public MutableDirectBuffer claim() {
        sequence = fusedThread == null || fusedThread == Thread.currentThread()
                ? next(1)
                : next(1 + ring.getBufferSize() / 2);
        final RingSlot slot = ring.get(sequence);
        slot.abort();
        return slot.buffer();
    }

    private long next(final int room) {
        while (true) {
            pipeline.requireOpen();
            if (ring.hasAvailableCapacity(room)) {
                try {
                    return ring.tryNext();
                } catch (final InsufficientCapacityException e) {
                    // another thread was faster
                    Thread.onSpinWait();
                }
            }
            if (fusedThread == Thread.currentThread()) {
                throw new IllegalStateException(
                        "input ring full of what venues answered: capacity=" + ring.getBufferSize());
            }
            LockSupport.parkNanos(FULL_RING_PARK_NS);
        }
    }

    @Override
    public void end(final int lengthBytes) {
        // A claimed slot must be published even when nothing was written, or the ring would wait for it for ever.
        ring.get(sequence).commit(lengthBytes);
        ring.publish(sequence);
    }
}
