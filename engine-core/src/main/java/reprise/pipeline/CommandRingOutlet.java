package reprise.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import org.agrona.MutableDirectBuffer;
import reprise.message.Outlet;

/**
 * The core's way into the output ring. A full ring is a fault, not a wait: the core waiting for a venue that waits for the core would never
 * end.
 */
final class CommandRingOutlet implements Outlet {
    private final RingBuffer<RingSlot> ring;
    private long sequence;

    CommandRingOutlet(final RingBuffer<RingSlot> ring) {
        this.ring = ring;
    }

    @Override
    public MutableDirectBuffer claim() {
        try {
            sequence = ring.tryNext();
        } catch (final InsufficientCapacityException e) {
            throw new IllegalStateException("output ring full: capacity=" + ring.getBufferSize(), e);
        }
        final RingSlot slot = ring.get(sequence);
        slot.abort();
        return slot.buffer();
    }

    @Override
    public void end(final int lengthBytes) {
        ring.get(sequence).commit(lengthBytes);
        ring.publish(sequence);
    }
}
