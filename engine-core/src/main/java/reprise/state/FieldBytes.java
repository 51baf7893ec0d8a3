package reprise.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.collections.Object2ObjectHashMap;

/** One section or field as the bytes that are hashed for it. Remembers how texts are written: a state repeats few of them many times. */
final class FieldBytes {
    private final Object2ObjectHashMap<String, byte[]> texts = new Object2ObjectHashMap<>(1024, 0.5f);
    private byte[] bytes = new byte[128];
    private ByteBuffer view = ByteBuffer.wrap(bytes);
    private int length;

    FieldBytes section(final String name, final long key) {
        return number('#', name, key);
    }

    FieldBytes field(final String name, final long value) {
        return number('i', name, value);
    }

    FieldBytes field(final String name, final double value) {
        return number('d', name, Double.doubleToLongBits(value));
    }

    FieldBytes field(final String name, final CharSequence value) {
        length = 0;
        put('s', name);
        put('=', value.toString());
        return this;
    }

    private FieldBytes number(final char kind, final String name, final long value) {
        length = 0;
        put(kind, name);
        makeRoom(Long.BYTES);
        view.putLong(length, value);
        length += Long.BYTES;
        return this;
    }

    private void put(final char kind, final String text) {
        byte[] encoded = texts.get(text);
        if (encoded == null) {
            encoded = encode(text);
            texts.put(text, encoded);
        }
        makeRoom(1 + encoded.length);
        bytes[length] = (byte) kind;
        System.arraycopy(encoded, 0, bytes, length + 1, encoded.length);
        length += 1 + encoded.length;
    }

    /** A length, and UTF-8. */
    private static byte[] encode(final String text) {
        final byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Long.BYTES + encoded.length)
                .putLong(encoded.length)
                .put(encoded)
                .array();
    }

    private void makeRoom(final int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
            view = ByteBuffer.wrap(bytes);
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
