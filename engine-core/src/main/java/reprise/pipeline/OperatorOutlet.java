package reprise.pipeline;

import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import reprise.message.Envelope;
import reprise.message.Outlet;

/**
 * A way into the input ring for the operator. What is asked for is written down before there is room for it, so that somebody can tell what
 * waits. Single-threaded, but for the figures, which any thread may read.
 */
final class OperatorOutlet implements Outlet {
    /** Of a request that has no place in the ring yet. */
    private static final long NO_PLACE = Long.MAX_VALUE;

    private final RingOutlet ring;
    private final MutableDirectBuffer message = new ExpandableArrayBuffer(MAX_MESSAGE_LENGTH_BYTES);
    private volatile int templateId;
    private volatile long position = -1;

    OperatorOutlet(final RingOutlet ring) {
        this.ring = ring;
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
        templateId = Envelope.templateId(message, 0);
        position = NO_PLACE;
        ring.claim().putBytes(0, message, 0, lengthBytes);
        ring.end(lengthBytes);
        position = ring.lastSequence();
    }

    /** Of the last request. */
    int templateId() {
        return templateId;
    }

    /** The ring sequence of the last request, -1 if there was none. */
    long position() {
        return position;
    }
}
