package reprise.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What a snapshot says about itself.
 *
 * @param sequence of the last event that the state has seen.
 * @param timeNs engine time.
 * @param stateHash of the state, 64 hexadecimal digits.
 */
public record SnapshotHeader(long sequence, long timeNs, String stateHash) {
    /**
     * Reads the header of a snapshot and verifies all of it: magic, version, length and checksum.
     *
     * @param bytes of the whole snapshot, nothing more.
     * @return its header.
     * @throws IllegalStateException if anything is wrong with it; the message says what.
     */
    public static SnapshotHeader verify(final byte[] bytes) {
        final int checksumOffset = bytes.length - SnapshotFormat.CHECKSUM_LENGTH;
        require(checksumOffset >= SnapshotFormat.FIELDS_OFFSET, "too short: " + bytes.length + " bytes");
        require(
                Arrays.equals(
                        bytes, 0, SnapshotFormat.MAGIC.length, SnapshotFormat.MAGIC, 0, SnapshotFormat.MAGIC.length),
                "does not begin as a snapshot");
        final ByteBuffer view = SnapshotFormat.view(bytes);
        final int version = view.getInt(SnapshotFormat.VERSION_OFFSET);
        require(
                version >= SnapshotFormat.OLDEST_VERSION && version <= SnapshotFormat.VERSION,
                "its encoding has version " + version + ", known are " + SnapshotFormat.OLDEST_VERSION + " to "
                        + SnapshotFormat.VERSION);
        final int fieldLength = view.getInt(SnapshotFormat.FIELD_LENGTH_OFFSET);
        require(
                fieldLength == checksumOffset - SnapshotFormat.FIELDS_OFFSET,
                "holds " + bytes.length + " bytes, and says that there are " + fieldLength + " of fields");
        require(
                view.getInt(checksumOffset) == SnapshotFormat.checksum(bytes, checksumOffset),
                "its checksum does not match");
        return new SnapshotHeader(
                view.getLong(SnapshotFormat.SEQUENCE_OFFSET),
                view.getLong(SnapshotFormat.TIME_OFFSET),
                HexFormat.of().formatHex(bytes, SnapshotFormat.HASH_OFFSET, SnapshotFormat.FIELDS_OFFSET));
    }

    private static void require(final boolean condition, final String problem) {
        if (!condition) {
            throw new IllegalStateException("bad snapshot: " + problem);
        }
    }
}
