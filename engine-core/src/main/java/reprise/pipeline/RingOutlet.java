package reprise.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import reprise.message.Outlet;

/**
 * A way into the input ring for one thread. A full ring makes it wait, never drop, and gives up only when the pipeline has failed or closed.
 */
final class RingOutlet implements Outlet {
    private static final long FULL_RING_PARK_NS = 20_000;

    private final RingBuffer<RingSlot> ring;
    private final FailStop failStop;
    private long sequence;

    RingOutlet(final RingBuffer<RingSlot> ring, final FailStop failStop) {
        this.ring = ring;
        this.failStop = failStop;
    }

    @Override
    public MutableDirectBuffer claim() {
        sequence = next();
        final RingSlot slot = ring.get(sequence);
        slot.abort();
        return slot.buffer();
    }

    private long next() {
        while (true) {
            failStop.throwIfFailed();
            try {
                return ring.tryNext();
            } catch (final InsufficientCapacityException e) {
                LockSupport.parkNanos(FULL_RING_PARK_NS);
            }
        }
    }

    @Override
    public void end(final int lengthBytes) {
        // A claimed slot must be published even when nothing was written, or the ring would wait for it for ever.
        ring.get(sequence).commit(lengthBytes);
        ring.publish(sequence);
    }
}
