package reprise.state;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over the state encoding: names, values and their order. Allocates; meant for the end of a run and for checks. */
public final class StateHash implements StateSink {
    /** A state is many short names and numbers; a digest asked for each of them would mostly be asked. */
    private static final int BUFFER_LENGTH_BYTES = 4096;

    private final MessageDigest digest = sha256();
    private final FieldBytes encoding = new FieldBytes();
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
        add(encoding.section(name, key));
    }

    @Override
    public void field(final String name, final long value) {
        add(encoding.field(name, value));
    }

    @Override
    public void field(final String name, final double value) {
        add(encoding.field(name, value));
    }

    @Override
    public void field(final String name, final CharSequence value) {
        add(encoding.field(name, value));
    }

    /** Takes what is encoded already. */
    void add(final FieldBytes encoded) {
        final int added = encoded.length();
        if (length + added > buffer.length) {
            flush();
        }
        if (added > buffer.length) {
            digest.update(encoded.bytes(), 0, added);
        } else {
            System.arraycopy(encoded.bytes(), 0, buffer, length, added);
            length += added;
        }
    }

    private void flush() {
        digest.update(buffer, 0, length);
        length = 0;
    }
}
