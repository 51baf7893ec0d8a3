package reprise.alpaca.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Function;

/**
 * Words, and what each of them stands for, found by their bytes. Immutable; allocates nothing once made.
 *
 * @param <T> what a word stands for.
 */
public final class WordTable<T> {
    private static final int SHORT = 2 * Long.BYTES;

    private final Entry<T>[] entries;
    private final int mask;

    private record Entry<T>(byte[] word, long first, long last, T meaning) {
        /** Up to sixteen bytes, the first eight and the last eight are all of it. */
        private boolean isSame(
                final long textFirst, final long textLast, final byte[] text, final int start, final int length) {
            return first == textFirst
                    && last == textLast
                    && word.length == length
                    && (length <= SHORT || Arrays.equals(word, 0, length, text, start, start + length));
        }
    }

    /**
     * A table.
     *
     * @param all that can be meant.
     * @param word that means it; no two the same.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public WordTable(final Collection<T> all, final Function<T, String> word) {
        mask = Integer.highestOneBit(4 * all.size() + 2) * 2 - 1;
        entries = new Entry[mask + 1];
        for (final T meaning : all) {
            final byte[] text = word.apply(meaning).getBytes(StandardCharsets.UTF_8);
            final long first = EightBytes.upTo(text, 0, text.length);
            final long last = last(text, 0, text.length, first);
            int slot = hash(first, last) & mask;
            while (entries[slot] != null) {
                slot = slot + 1 & mask;
            }
            entries[slot] = new Entry<>(text, first, last, meaning);
        }
    }

    private static long last(final byte[] text, final int start, final int length, final long first) {
        return length > Long.BYTES ? EightBytes.at(text, start + length - Long.BYTES) : first;
    }

    private static int hash(final long first, final long last) {
        final long mixed = (first ^ Long.rotateLeft(last, 29)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 40);
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
    public T find(final byte[] text, final int start, final int length) {
        final long first = EightBytes.upTo(text, start, length);
        final long last = last(text, start, length, first);
        int slot = hash(first, last) & mask;
        Entry<T> entry = entries[slot];
        while (entry != null && !entry.isSame(first, last, text, start, length)) {
            slot = slot + 1 & mask;
            entry = entries[slot];
        }
        return entry == null ? null : entry.meaning;
    }
}
