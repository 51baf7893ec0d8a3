package reprise.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a state as a snapshot has it, see {@code SnapshotFormat}: names, values and their order. Keeps all of it until it is asked;
 * meant for the end of a run and for checks.
 */
public final class StateHash implements StateSink {
    private final FieldWriter fields = new FieldWriter();

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

    /** The hash of what was written from an offset on. */
    static byte[] ofFields(final FieldWriter written, final int offset) {
        final MessageDigest digest = sha256();
        digest.update(written.bytes(), offset, written.length() - offset);
        return digest.digest();
    }

    /**
     * The hash of all that was received; afterwards it begins anew.
     *
     * @return 64 hexadecimal digits.
     */
    public String hex() {
        final byte[] hash = ofFields(fields, 0);
        fields.begin(0);
        return HexFormat.of().formatHex(hash);
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
}
