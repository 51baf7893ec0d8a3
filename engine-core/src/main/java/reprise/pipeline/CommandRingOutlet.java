package reprise.pipeline;

import com.lmax.disruptor.InsufficientCapacityException;
import com.lmax.disruptor.RingBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.MutableDirectBuffer;
import reprise.message.Outlet;

/**
 * The core's way into the output ring. On a full ring the core waits a little, because its command log may be slower than it for a moment,
 * but not for ever: a core waiting for a venue that waits for the core would never end, so a ring that stays full is a fault.
 */
final class CommandRingOutlet implements Outlet {
    private static final long PATIENCE_MS = 2_000;
    private static final long PARK_NS = 20_000;

    private final RingBuffer<RingSlot> ring;
    private final FailStop failStop;
    private final WaitCounter waits = new WaitCounter();
    private long sequence;

    CommandRingOutlet(final RingBuffer<RingSlot> ring, final FailStop failStop) {
        this.ring = ring;
        this.failStop = failStop;
    }

    @Override
    public MutableDirectBuffer claim() {
        if (!tryClaim()) {
            awaitRoom();
        }
        final RingSlot slot = ring.get(sequence);
        slot.abort();
        return slot.buffer();
    }

    /** How often and how long the core has waited. */
    PipelineLoad.Waits waits() {
        return waits.waits();
    }

    private boolean tryClaim() {
        try {
            sequence = ring.tryNext();
            return true;
        } catch (final InsufficientCapacityException e) {
            return false;
        }
    }

    private void awaitRoom() {
        final long beginNs = System.nanoTime();
        do {
            failStop.throwIfFailed();
            if (System.nanoTime() - beginNs > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS)) {
                throw new IllegalStateException("output ring full for " + PATIENCE_MS + " ms: capacity="
                        + ring.getBufferSize() + "; the command log or a venue hangs");
            }
            LockSupport.parkNanos(PARK_NS);
        } while (!tryClaim());
        waits.waited(System.nanoTime() - beginNs);
    }

    @Override
    public void end(final int lengthBytes) {
        ring.get(sequence).commit(lengthBytes);
        ring.publish(sequence);
    }
}
