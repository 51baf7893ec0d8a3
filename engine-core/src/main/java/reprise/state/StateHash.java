package reprise.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the state encoding: names, values and their order. Allocates; meant for the end of a run and for checks. */
public final class StateHash implements StateSink {
    /** A state is many short names and numbers; a digest asked for each of them would mostly be asked. */
    private static final int BUFFER_LENGTH_BYTES = 4096;

    private final MessageDigest digest = sha256();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_LENGTH_BYTES);

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
        final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        makeRoom(1 + Long.BYTES);
        buffer.put((byte) kind).putLong(bytes.length);
        if (bytes.length > buffer.capacity()) {
            flush();
            digest.update(bytes);
        } else {
            makeRoom(bytes.length);
            buffer.put(bytes);
        }
    }

    private void put(final long value) {
        makeRoom(Long.BYTES);
        buffer.putLong(value);
    }

    private void makeRoom(final int lengthBytes) {
        if (buffer.remaining() < lengthBytes) {
            flush();
        }
    }

    private void flush() {
        digest.update(buffer.flip());
        buffer.clear();
    }
}
