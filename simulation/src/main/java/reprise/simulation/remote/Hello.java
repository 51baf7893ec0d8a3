package reprise.simulation.remote;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * What an engine says of itself when it connects.
 *
 * <pre>
 *   0           4                       12
 *   +-----------+-----------------------+-----------------
 *   | version   | market events         | run id, ASCII
 *   +-----------+-----------------------+-----------------
 * </pre>
 *
 * @param marketEventsOnRecord how many events about the market, in this run, are on its record: the venue goes on after them.
 * @param runId names the run.
 */
record Hello(long marketEventsOnRecord, String runId) {
    /** What this build speaks. */
    static final int VERSION = 1;

    private static final int MAX_RUN_ID_BYTES = 256;
    private static final int FIXED_BYTES = Integer.BYTES + Long.BYTES;

    int encode(final MutableDirectBuffer buffer) {
        final byte[] name = runId.getBytes(StandardCharsets.US_ASCII);
        buffer.putInt(0, VERSION, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(Integer.BYTES, marketEventsOnRecord, ByteOrder.LITTLE_ENDIAN);
        final int nameBytes = Math.min(name.length, MAX_RUN_ID_BYTES);
        buffer.putBytes(FIXED_BYTES, name, 0, nameBytes);
        return FIXED_BYTES + nameBytes;
    }

    static Hello decode(final DirectBuffer payload) {
        requireVersion("engine", payload);
        final int nameBytes = payload.capacity() - FIXED_BYTES;
        if (nameBytes < 0 || nameBytes > MAX_RUN_ID_BYTES) {
            throw new LinkException("a hello cannot have " + payload.capacity() + " bytes");
        }
        final long marketEvents = payload.getLong(Integer.BYTES, ByteOrder.LITTLE_ENDIAN);
        if (marketEvents < 0) {
            throw new LinkException("an engine cannot have " + marketEvents + " market events on record");
        }
        final byte[] name = new byte[nameBytes];
        payload.getBytes(FIXED_BYTES, name);
        return new Hello(marketEvents, new String(name, StandardCharsets.US_ASCII));
    }

    /** Both sides say their version first, so that what comes after it may change. */
    static void requireVersion(final String who, final DirectBuffer payload) {
        final int version = payload.getInt(0, ByteOrder.LITTLE_ENDIAN);
        if (version != VERSION) {
            throw new LinkException("the " + who + " speaks version " + version + " of the link, this is version "
                    + VERSION + "; use the same build for both");
        }
    }
}
