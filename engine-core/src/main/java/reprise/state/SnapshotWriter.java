package reprise.state;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes state into memory, as {@code SnapshotFormat} draws it:
 *
 * <pre>
 *   writer.begin(core.sequence(), core.timeNs());
 *   core.snapshotTo(writer);
 *   byte[] snapshot = writer.seal();
 * </pre>
 *
 * <p>Only the second step needs the owner of the state to stand still; sealing computes hash and checksum from what was written and may be
 * done by another thread afterwards. May be used again; allocates little once it has grown. One thread at a time.
 */
public final class SnapshotWriter implements StateSink {
    private final FieldWriter fields = new FieldWriter();

    /**
     * Begins a snapshot; forgets what was written before.
     *
     * @param sequence of the last event that the state has seen.
     * @param timeNs engine time.
     */
    public void begin(final long sequence, final long timeNs) {
        fields.begin(SnapshotFormat.FIELDS_OFFSET);
        final ByteBuffer header = fields.view();
        header.put(0, SnapshotFormat.MAGIC);
        header.putInt(SnapshotFormat.VERSION_OFFSET, SnapshotFormat.VERSION);
        header.putLong(SnapshotFormat.SEQUENCE_OFFSET, sequence);
        header.putLong(SnapshotFormat.TIME_OFFSET, timeNs);
    }

    @Override
    public void section(final String name, final long key) {
        fields.section(name, key);
    }

    @Override
    public void field(final String name, final long value) {
        fields.field(name, value);
    }

    @Override
    public void field(final String name, final double value) {
        fields.field(name, value);
    }

    @Override
    public void field(final String name, final CharSequence value) {
        fields.field(name, value);
    }

    /**
     * How much has been written since the beginning.
     *
     * @return bytes, header included.
     */
    public int lengthBytes() {
        return fields.length();
    }

    /**
     * Ends the snapshot: puts in what the header says of the fields, and the checksum behind them.
     *
     * @return all of it, a copy.
     */
    public byte[] seal() {
        fields.makeRoom(SnapshotFormat.CHECKSUM_LENGTH);
        final int length = fields.length();
        final ByteBuffer all = fields.view();
        all.putInt(SnapshotFormat.FIELD_LENGTH_OFFSET, length - SnapshotFormat.FIELDS_OFFSET);
        all.put(SnapshotFormat.HASH_OFFSET, StateHash.ofFields(fields, SnapshotFormat.FIELDS_OFFSET));
        all.putInt(length, SnapshotFormat.checksum(fields.bytes(), length));
        return Arrays.copyOf(fields.bytes(), length + SnapshotFormat.CHECKSUM_LENGTH);
    }
}
