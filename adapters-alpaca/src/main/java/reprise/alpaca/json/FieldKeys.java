package reprise.alpaca.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The keys of objects of one kind. Guesses that a key is followed by the one that followed it in the object before, which costs one look where
 * it is true and nothing but that look where it is not. Single-threaded; allocates nothing once made.
 *
 * <pre>{@code
 * scanner.beginObject();
 * for (Field field = keys.next(scanner); field != null; field = keys.next(scanner)) {
 *     switch (field) ...                each arm reads one value
 * }
 * }</pre>
 *
 * @param <E> names of fields, the same as the keys but for the case; what none of them is, is the first of them.
 */
public final class FieldKeys<E extends Enum<E>> {
    private final WordTable<Key<E>> table;
    private final Key<E>[] followers;
    private final int start;
    private final E unknown;
    private int previous;

    /** A key as it stands in an object, with its quotes and its colon. */
    private static final class Key<E extends Enum<E>> {
        private static final int LONGEST = 3 * Long.BYTES;

        private final E field;
        private final String word;
        private final int length;
        private final long first;
        private final long firstMask;
        private final long second;
        private final long last;

        Key(final E field) {
            this.field = field;
            word = field.name().toLowerCase(Locale.ROOT);
            final byte[] text = ('"' + word + "\":").getBytes(StandardCharsets.US_ASCII);
            length = text.length;
            first = EightBytes.upTo(text, 0, length);
            firstMask = length < Long.BYTES ? (1L << (length << 3)) - 1 : -1;
            second = length > 2 * Long.BYTES ? EightBytes.at(text, Long.BYTES) : 0;
            last = length > Long.BYTES ? EightBytes.at(text, length - Long.BYTES) : 0;
        }

        boolean isAt(final byte[] text, final int at) {
            return (EightBytes.at(text, at) & firstMask) == first
                    && (length <= Long.BYTES
                            || EightBytes.at(text, at + length - Long.BYTES) == last
                                    && (length <= 2 * Long.BYTES || EightBytes.at(text, at + Long.BYTES) == second));
        }
    }

    /**
     * Keys that have not been seen yet.
     *
     * @param fields all there are.
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public FieldKeys(final E[] fields) {
        unknown = fields[0];
        table = new WordTable<>(
                Arrays.stream(fields).skip(1).map(field -> new Key<>(field)).toList(), key -> key.word);
        start = fields.length;
        previous = start;
        followers = new Key[fields.length + 1];
    }

    private static boolean isNext(final Key<?> guess, final JsonScanner scanner) {
        final int at = scanner.keyAt(Key.LONGEST);
        if (at < 0 || !guess.isAt(scanner.bytes(), at)) {
            return false;
        }
        scanner.skipKey(at + guess.length);
        return true;
    }

    /**
     * Reads the next key of an object and its colon, after which the value must be read; or the end of the object.
     *
     * @param scanner in the object.
     * @return its field, the first of all for a key that is none of them; null at the end of the object.
     * @throws MalformedJsonException if something else comes.
     */
    public E next(final JsonScanner scanner) throws MalformedJsonException {
        final int before = scanner.isAtFirstKey() ? start : previous;
        final Key<E> guess = followers[before];
        if (guess != null && isNext(guess, scanner)) {
            previous = guess.field.ordinal();
            return guess.field;
        }
        final JsonString text = scanner.nextKey();
        if (text == null) {
            return null;
        }
        final Key<E> key = table.find(text);
        if (key == null) {
            previous = unknown.ordinal();
            return unknown;
        }
        followers[before] = key.length <= Key.LONGEST ? key : null;
        previous = key.field.ordinal();
        return key.field;
    }
}
