package reprise.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.collections.Object2IntHashMap;

/** Writes sections and fields into memory one behind the other, as {@link SnapshotFormat} draws them. May be used again. */
final class FieldWriter implements StateSink {
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

    /** Forgets what was written before; what comes is written from an offset on. */
    void begin(final int offset) {
        numbers.clear();
        lastName = "";
        length = offset;
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
        // Not the raw bits: which of the many NaNs comes out of a formula is up to the machine.
        view.putLong(length, Double.doubleToLongBits(value));
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

    /** So that more can be put behind the fields. */
    void makeRoom(final int more) {
        if (length + more > bytes.length) {
            if (length + more > LENGTH_MAX) {
                throw new IllegalStateException("a state of more than " + LENGTH_MAX + " bytes");
            }
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            view = SnapshotFormat.view(bytes);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    ByteBuffer view() {
        return view;
    }

    /** With the offset. */
    int length() {
        return length;
    }
}
