package reprise.simulation.remote;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What the venue says to an engine that it takes: its version in 4 bytes, then this.
 *
 * @param firstTimeNs when the data begins, nanoseconds since the epoch.
 */
record Welcome(long firstTimeNs) {
    private static final int LENGTH_BYTES = Integer.BYTES + Long.BYTES;

    int encode(final MutableDirectBuffer buffer) {
        buffer.putInt(0, Hello.VERSION, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(Integer.BYTES, firstTimeNs, ByteOrder.LITTLE_ENDIAN);
        return LENGTH_BYTES;
    }

    static Welcome decode(final DirectBuffer payload) {
        Hello.requireVersion("venue", payload);
        if (payload.capacity() != LENGTH_BYTES) {
            throw new LinkException("a welcome cannot have " + payload.capacity() + " bytes");
        }
        return new Welcome(payload.getLong(Integer.BYTES, ByteOrder.LITTLE_ENDIAN));
    }
}
