package reprise.pipeline;

import com.lmax.disruptor.EventFactory;
import java.nio.ByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.message.Outlet;

/** One place in a ring: the bytes of one message and how many there are. Off the heap, so that a log can take them without a copy. */
final class RingSlot {
    private final UnsafeBuffer buffer;
    private int lengthBytes;

    RingSlot(final ByteBuffer bytes) {
        buffer = new UnsafeBuffer(bytes);
    }

    /** Slots that lie side by side in one block of memory. */
    static EventFactory<RingSlot> factory(final int count) {
        final ByteBuffer block = ByteBuffer.allocateDirect(count * Outlet.MAX_MESSAGE_LENGTH_BYTES);
        return () -> {
            final int begin = block.position();
            block.position(begin + Outlet.MAX_MESSAGE_LENGTH_BYTES);
            return new RingSlot(block.slice(begin, Outlet.MAX_MESSAGE_LENGTH_BYTES));
        };
    }

    UnsafeBuffer buffer() {
        return buffer;
    }

    int lengthBytes() {
        return lengthBytes;
    }

    /** Marks the slot as not written; whatever happens next, nobody takes old bytes for a message. */
    void abort() {
        lengthBytes = 0;
    }

    void commit(final int newLengthBytes) {
        lengthBytes = newLengthBytes;
    }

    /** What kind of message it is; 0 if nobody wrote one. */
    int templateId() {
        return isAborted() ? 0 : Envelope.templateId(buffer, 0);
    }

    boolean isAborted() {
        return lengthBytes < Envelope.LENGTH_BYTES;
    }
}
