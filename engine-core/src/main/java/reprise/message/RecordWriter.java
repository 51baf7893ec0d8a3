package reprise.message;

import org.agrona.MutableDirectBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;
import reprise.message.codec.MessageHeaderEncoder;

/** Writes records into an outlet, whole or not at all. What all publishers share; single-threaded; allocates nothing. */
abstract class RecordWriter {
    final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final Outlet outlet;

    RecordWriter(final Outlet outlet) {
        this.outlet = outlet;
    }

    /** Room for one record. Nothing that can fail may come between this and {@link #end}. */
    final MutableDirectBuffer claim() {
        return outlet.claim();
    }

    /** Stamps the envelope. */
    abstract void stamp(MessageHeaderEncoder envelope);

    final void end(final MessageEncoderFlyweight message) {
        stamp(header);
        outlet.end(MessageHeaderEncoder.ENCODED_LENGTH + message.encodedLength());
    }
}
