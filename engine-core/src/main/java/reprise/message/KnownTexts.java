package reprise.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Texts that come again and again, such as the names of rules and the labels of their values: decoded from their bytes once, and found
 * afterwards without allocating. Forgets all when it holds many, so that texts that never repeat cost no memory.
 */
final class KnownTexts {
    /** A power of two. */
    private static final int SLOTS = 1 << 11;

    private static final int MOST = SLOTS / 2;

    private final String[] texts = new String[SLOTS];
    private int count;

    /**
     * The text of a field of fixed length.
     *
     * @param bytes ASCII, ended by a 0 where it is shorter than the field.
     * @param length of the field.
     * @return the same string for the same bytes, for as long as it is remembered.
     */
    String of(final byte[] bytes, final int length) {
        int end = 0;
        int hash = 0;
        while (end < length && bytes[end] != 0) {
            hash = 31 * hash + bytes[end];
            end++;
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        while (texts[slot] != null) {
            if (isEqual(texts[slot], bytes, end)) {
                return texts[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return remember(slot, new String(bytes, 0, end, StandardCharsets.US_ASCII));
    }

    private String remember(final int slot, final String text) {
        if (count == MOST) {
            Arrays.fill(texts, null);
            count = 0;
        }
        texts[slot] = text;
        count++;
        return text;
    }

    private static boolean isEqual(final String text, final byte[] bytes, final int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
