package reprise.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the state encoding: names, values and their order. Allocates; meant for the end of a run and for checks. */
public final class StateHash implements StateSink {
    private final MessageDigest digest = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

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
        digest.update((byte) kind);
        put(bytes.length);
        digest.update(bytes);
    }

    private void put(final long value) {
        digest.update(number.clear().putLong(value).array());
    }
}
