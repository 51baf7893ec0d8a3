package reprise.message;

import org.agrona.MutableDirectBuffer;
import org.agrona.sbe.MessageEncoderFlyweight;

/** Writes records into an outlet, whole or not at all. What all publishers share; single-threaded; allocates nothing. */
abstract class RecordWriter {
    final Outlet outlet;
    private MutableDirectBuffer record;

    RecordWriter(final Outlet outlet) {
        this.outlet = outlet;
    }

    /** Claims room for one record and puts a message into it. Nothing that can fail may come between this and {@link #end}. */
    final <M extends MessageEncoderFlyweight> M begin(final M message) {
        record = outlet.claim();
        Envelope.address(record, 0, message);
        message.wrap(record, Envelope.LENGTH_BYTES);
        return message;
    }

    /** Stamps the envelope of a record. */
    abstract void stamp(MutableDirectBuffer record);

    final void end(final MessageEncoderFlyweight message) {
        stamp(record);
        outlet.end(Envelope.LENGTH_BYTES + message.encodedLength());
    }
}
