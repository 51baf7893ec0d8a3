package reprise.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.collections.Object2IntHashMap;

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
    private static final int NEW_TEXT = 0;
    private static final int LENGTH_MAX = 1 << 30;

    /** More than any number takes. */
    private static final int NUMBER_ROOM = 10;

    private final Object2IntHashMap<String> numbers = new Object2IntHashMap<>(1024, 0.5f, NEW_TEXT);
    private byte[] bytes = new byte[1 << 16];
    private ByteBuffer view = SnapshotFormat.view(bytes);
    private int length;
    private String lastName = "";
    private int lastNumber;

    /**
     * Begins a snapshot; forgets what was written before.
     *
     * @param sequence of the last event that the state has seen.
     * @param timeNs engine time.
     */
    public void begin(final long sequence, final long timeNs) {
        numbers.clear();
        lastName = "";
        System.arraycopy(SnapshotFormat.MAGIC, 0, bytes, 0, SnapshotFormat.MAGIC.length);
        view.putInt(SnapshotFormat.VERSION_OFFSET, SnapshotFormat.VERSION);
        view.putLong(SnapshotFormat.SEQUENCE_OFFSET, sequence);
        view.putLong(SnapshotFormat.TIME_OFFSET, timeNs);
        length = SnapshotFormat.FIELDS_OFFSET;
    }

    @Override
    public void section(final String name, final long key) {
        name(name, SnapshotFormat.SECTION);
        folded(key);
    }

    @Override
    public void field(final String name, final long value) {
        name(name, SnapshotFormat.INTEGER);
        folded(value);
    }

    @Override
    public void field(final String name, final double value) {
        name(name, SnapshotFormat.REAL);
        view.putLong(length, Double.doubleToRawLongBits(value));
        length += Long.BYTES;
    }

    @Override
    public void field(final String name, final CharSequence value) {
        name(name, SnapshotFormat.TEXT);
        final String text = value.toString();
        final int number = numbers.getValue(text);
        number(number);
        if (number == NEW_TEXT) {
            define(text);
        }
    }

    private void name(final String name, final int kind) {
        // Twice the room: for the name and for a value behind it.
        makeRoom(2 * NUMBER_ROOM);
        final int number = name == lastName ? lastNumber : numbers.getValue(name);
        number((long) number << SnapshotFormat.KIND_BITS | kind);
        lastName = name;
        lastNumber = number == NEW_TEXT ? define(name) : number;
    }

    private int define(final String text) {
        final byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(encoded.length + 3 * NUMBER_ROOM);
        number(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        final int number = numbers.size() + 1;
        numbers.put(text, number);
        return number;
    }

    private void folded(final long value) {
        number(value << 1 ^ value >> 63);
    }

    private void number(final long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[length++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }

    private void makeRoom(final int more) {
        if (length + more > bytes.length) {
            if (length + more > LENGTH_MAX) {
                throw new IllegalStateException("a snapshot of more than " + LENGTH_MAX + " bytes");
            }
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            view = SnapshotFormat.view(bytes);
        }
    }

    /**
     * How much has been written since the beginning.
     *
     * @return bytes, header included.
     */
    public int lengthBytes() {
        return length;
    }

    /**
     * Ends the snapshot: puts in what the header says of the fields, and the checksum behind them.
     *
     * @return all of it, a copy.
     */
    public byte[] seal() {
        makeRoom(SnapshotFormat.CHECKSUM_LENGTH);
        view.putInt(SnapshotFormat.FIELD_LENGTH_OFFSET, length - SnapshotFormat.FIELDS_OFFSET);
        final StateHash hash = new StateHash();
        new SnapshotFields(bytes, SnapshotFormat.FIELDS_OFFSET, length).showTo(hash);
        System.arraycopy(hash.bytes(), 0, bytes, SnapshotFormat.HASH_OFFSET, SnapshotFormat.HASH_LENGTH);
        view.putInt(length, SnapshotFormat.checksum(bytes, length));
        return Arrays.copyOf(bytes, length + SnapshotFormat.CHECKSUM_LENGTH);
    }
}
