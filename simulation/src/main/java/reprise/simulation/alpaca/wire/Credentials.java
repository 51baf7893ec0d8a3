package reprise.simulation.alpaca.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * The one pair of keys that the venue knows.
 *
 * @param key its id.
 * @param secret never printed.
 */
public record Credentials(String key, String secret) {
    /** Keys that everybody knows, for a venue with nothing to lose. */
    public static final Credentials DEFAULT = new Credentials("KEY", "SECRET");

    /**
     * Whether these are the keys.
     *
     * @param otherKey what a client says; may be null.
     * @param otherSecret likewise.
     * @return false if either is another.
     */
    public boolean match(final Object otherKey, final Object otherSecret) {
        return isSame(key, otherKey) && isSame(secret, otherSecret);
    }

    private static boolean isSame(final String expected, final Object given) {
        return given instanceof String text
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials of " + key;
    }
}
