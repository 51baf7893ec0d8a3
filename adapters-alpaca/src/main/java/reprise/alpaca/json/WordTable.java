package reprise.alpaca.json;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Function;

/**
 * Words, and what each of them stands for, found by their bytes. Immutable; allocates nothing once made.
 *
 * @param <T> what a word stands for.
 */
public final class WordTable<T> {
    private final byte[][] words;
    private final Object[] meanings;
    private final int mask;

    /**
     * A table.
     *
     * @param all that can be meant.
     * @param word that means it; no two the same.
     */
    public WordTable(final Collection<T> all, final Function<T, String> word) {
        mask = Integer.highestOneBit(4 * all.size() + 2) * 2 - 1;
        words = new byte[mask + 1][];
        meanings = new Object[mask + 1];
        for (final T meaning : all) {
            final byte[] text = word.apply(meaning).getBytes(StandardCharsets.UTF_8);
            int slot = hash(text, 0, text.length) & mask;
            while (words[slot] != null) {
                slot = slot + 1 & mask;
            }
            words[slot] = text;
            meanings[slot] = meaning;
        }
    }

    /**
     * What a string means.
     *
     * @param word that may be one of these.
     * @return null for no word of these.
     */
    public T find(final JsonString word) {
        return word.unescape() ? find(word.bytes(), word.start(), word.length()) : null;
    }

    /**
     * What a text means.
     *
     * @param text holding it.
     * @param start at which it begins.
     * @param length of it, in bytes.
     * @return null for no word of these.
     */
    @SuppressWarnings("unchecked")
    public T find(final byte[] text, final int start, final int length) {
        int slot = hash(text, start, length) & mask;
        while (words[slot] != null) {
            if (isSame(words[slot], text, start, length)) {
                return (T) meanings[slot];
            }
            slot = slot + 1 & mask;
        }
        return null;
    }

    private static boolean isSame(final byte[] word, final byte[] text, final int start, final int length) {
        if (length != word.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (word[i] != text[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static int hash(final byte[] text, final int start, final int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + text[i];
        }
        return hash ^ hash >>> 15;
    }
}
