package reprise.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * How a snapshot is laid out, numbers in little-endian order:
 *
 * <pre>
 *   +-------+---------+--------------+----------+--------+------------+--------+--------+
 *   | magic | version | field length | sequence | timeNs | state hash | fields | CRC32C |
 *   |   8   |    4    |      4       |    8     |   8    |     32     |   n    |   4    |
 *   +-------+---------+--------------+----------+--------+------------+--------+--------+
 * </pre>
 *
 * <p>The checksum covers all before it. A field is its name and kind as one number, {@code 4 * name + kind}, and its value. Names and texts
 * are numbered from 1 in the order in which they first come; 0 stands for a new one and is followed by its length and its UTF-8. Numbers
 * are of variable length, seven bits a byte, the lowest first; values are folded so that small ones of either sign are short; doubles take
 * eight bytes.
 *
 * <p>The state hash is SHA-256 over the fields. Version 1 differs in that alone: it has a hash over a longer form of them.
 */
final class SnapshotFormat {
    static final byte[] MAGIC = "RPRSNAP\n".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 2;
    static final int OLDEST_VERSION = 1;

    static final int VERSION_OFFSET = 8;
    static final int FIELD_LENGTH_OFFSET = 12;
    static final int SEQUENCE_OFFSET = 16;
    static final int TIME_OFFSET = 24;
    static final int HASH_OFFSET = 32;
    static final int HASH_LENGTH = 32;
    static final int FIELDS_OFFSET = HASH_OFFSET + HASH_LENGTH;
    static final int CHECKSUM_LENGTH = 4;

    static final int SECTION = 0;
    static final int INTEGER = 1;
    static final int REAL = 2;
    static final int TEXT = 3;
    static final int KIND_BITS = 2;

    private SnapshotFormat() {}

    /** A view of the bytes, by which numbers are read and written. */
    static ByteBuffer view(final byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static String kindName(final int kind) {
        return switch (kind) {
            case SECTION -> "a section";
            case INTEGER -> "an integer";
            case REAL -> "a real";
            default -> "a text";
        };
    }

    static int checksum(final byte[] bytes, final int length) {
        final CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, length);
        return (int) checksum.getValue();
    }
}
