package reprise.simulation.venue;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
import reprise.message.CommandRecords;
import reprise.message.EngineCommands;

/**
 * Carries commands from the router's thread to the venue's thread, in order, as bytes. One thread brings them, one thread (which may be
 * the same) polls. Never waits: a full mailbox is a fault. Allocates nothing.
 *
 * <p>Also used where both are one thread: then an answer to an event reaches the venue only when the venue has finished what it was doing,
 * and inline runs and runs on rings see the same order of things.
 */
public final class VenueMailbox implements CommandRecords {
    private static final int CAPACITY_BYTES = 1 << 20;
    private static final int MESSAGE_TYPE = 1;

    private final OneToOneRingBuffer ring = new OneToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
            CAPACITY_BYTES + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    private MessageHandler handler;

    /** Released, not volatile: a fence would wait for all that was stored before it, and nobody needs one. */
    private final AtomicLong written = new AtomicLong();

    private long read;

    /**
     * Names the receiver; before the first {@link #poll}, and apart from the constructor because a venue publishes into the very pipeline
     * that needs the mailbox first.
     *
     * @param venue is called by {@link #poll}.
     */
    public void deliverTo(final EngineCommands venue) {
        final CommandRecords calls = CommandRecords.calling(venue);
        handler = (messageType, buffer, index, lengthBytes) -> calls.onCommand(buffer, index, lengthBytes);
    }

    /**
     * Hands the commands that wait to the venue. To be called on the venue's thread.
     *
     * @return how many there were.
     */
    public int poll() {
        if (written.getAcquire() == read) {
            // As at most steps of a market: a look at the ring itself costs several times as much.
            return 0;
        }
        final int count = ring.read(handler);
        read += count;
        return count;
    }

    @Override
    public void onCommand(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        if (!ring.write(MESSAGE_TYPE, buffer, offset, lengthBytes)) {
            throw new IllegalStateException("venue mailbox full: capacity=" + CAPACITY_BYTES
                    + " bytes; the venue does not keep up with its commands");
        }
        written.setRelease(written.getPlain() + 1);
    }
}
