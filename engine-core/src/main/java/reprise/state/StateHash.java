package reprise.state;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the state encoding: names, values and their order. Allocates; meant for the end of a run and for checks. */
public final class StateHash implements StateSink {
    /** A state is many short names and numbers; a digest asked for each of them would mostly be asked. */
    private static final int BUFFER_LENGTH_BYTES = 4096;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER_LENGTH_BYTES];
    private int length;

    /**
     * The hash of one owner's state.
     *
     * @param owner whose state is hashed.
     * @return 64 hexadecimal digits.
     */
    public static String of(final Snapshotable owner) {
        final StateHash hash = new StateHash();
        owner.snapshotTo(hash);
        return hash.hex();
    }

    /**
     * The hash of all that was received; afterwards it begins anew.
     *
     * @return 64 hexadecimal digits.
     */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    byte[] bytes() {
        flush();
        return digest.digest();
    }

    /**
     * The JDK's SHA-256.
     *
     * @return a fresh digest.
     */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (final NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK must provide SHA-256", e);
        }
    }

    @Override
    public void section(final String name, final long key) {
        put('#', name);
        put(key);
    }

    @Override
    public void field(final String name, final long value) {
        put('i', name);
        put(value);
    }

    @Override
    public void field(final String name, final double value) {
        put('d', name);
        put(Double.doubleToLongBits(value));
    }

    @Override
    public void field(final String name, final CharSequence value) {
        put('s', name);
        put('=', value.toString());
    }

    private void put(final char kind, final String text) {
        makeRoom(1 + Long.BYTES);
        buffer[length] = (byte) kind;
        final int begin = length + 1 + Long.BYTES;
        if (begin + text.length() <= buffer.length && copyAscii(text, begin)) {
            LONGS.set(buffer, length + 1, (long) text.length());
            length = begin + text.length();
        } else {
            putEncoded(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Whether the text is its own bytes, as most are; they are in the buffer then. */
    private boolean copyAscii(final String text, final int begin) {
        final int end = text.length();
        int i = 0;
        while (i < end && text.charAt(i) < FIRST_BEYOND_ASCII) {
            buffer[begin + i] = (byte) text.charAt(i);
            i++;
        }
        return i == end;
    }

    /** The kind is there already. */
    private void putEncoded(final byte[] bytes) {
        LONGS.set(buffer, length + 1, (long) bytes.length);
        length += 1 + Long.BYTES;
        flush();
        digest.update(bytes);
    }

    private void put(final long value) {
        makeRoom(Long.BYTES);
        LONGS.set(buffer, length, value);
        length += Long.BYTES;
    }

    private void makeRoom(final int lengthBytes) {
        if (buffer.length - length < lengthBytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer, 0, length);
        length = 0;
    }
}
