package reprise.alpaca.json;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Keys of objects whose keys have one or two characters, most of them. Each is found by one look at its bytes. Immutable; allocates nothing once
 * made.
 */
public final class ShortKeys {
    /** Stands for a key that is none of these. */
    public static final int NONE = -1;

    /** Stands for the end of the object. */
    public static final int END = -2;

    /** Stands for characters that may not be in a key, or not as they are. */
    private static final byte UNPLAIN = -3;

    private static final int CHARACTERS = 128;
    private static final int CHARACTER_BITS = 7;
    private static final int SINGLE_LENGTH = ",\"a\":".length();
    private static final long SINGLE_MASK = 0xff_ff80_ffffL;
    private static final long SINGLE = '"' << 8 | (long) '"' << 24 | (long) ':' << 32;
    private static final int PAIR_LENGTH = ",\"ab\":".length();
    private static final long PAIR_MASK = 0xffff_8080_ffffL;
    private static final long PAIR = '"' << 8 | (long) '"' << 32 | (long) ':' << 40;

    private final byte[] singles = new byte[CHARACTERS];
    private final byte[] pairs = new byte[CHARACTERS << CHARACTER_BITS];
    private final WordTable<Integer> all;

    /**
     * Keys.
     *
     * @param keys of at most 100 different fields.
     */
    public ShortKeys(final List<String> keys) {
        all = new WordTable<>(IntStream.range(0, keys.size()).boxed().toList(), keys::get);
        Arrays.fill(singles, (byte) NONE);
        Arrays.fill(pairs, (byte) NONE);
        for (int c = 0; c < CHARACTERS; c++) {
            if (c < ' ' || c == '"' || c == '\\') {
                singles[c] = UNPLAIN;
                for (int other = 0; other < CHARACTERS; other++) {
                    pairs[c | other << CHARACTER_BITS] = UNPLAIN;
                    pairs[other | c << CHARACTER_BITS] = UNPLAIN;
                }
            }
        }
        for (final String key : keys) {
            final byte field = (byte) keys.indexOf(key);
            if (key.length() == 1) {
                singles[key.charAt(0)] = field;
            } else if (key.length() == 2) {
                pairs[key.charAt(0) | key.charAt(1) << CHARACTER_BITS] = field;
            }
        }
    }

    /**
     * Reads the first key of an object and its colon, after which the value must be read; or the end of the object.
     *
     * @param scanner that has just begun the object.
     * @return where the key is in the list; {@link #NONE} or {@link #END}.
     * @throws MalformedJsonException if something else comes.
     */
    public int first(final JsonScanner scanner) throws MalformedJsonException {
        return key(scanner, scanner.position() - 1, '{');
    }

    /**
     * Reads the next key of an object and its colon, after which the value must be read; or the end of the object.
     *
     * @param scanner behind a value in the object.
     * @return where the key is in the list; {@link #NONE} or {@link #END}.
     * @throws MalformedJsonException if something else comes.
     */
    public int next(final JsonScanner scanner) throws MalformedJsonException {
        return key(scanner, scanner.position(), ',');
    }

    private int key(final JsonScanner scanner, final int at, final char before) throws MalformedJsonException {
        if (scanner.end() - at >= Long.BYTES) {
            final long text = EightBytes.at(scanner.bytes(), at);
            if ((text & SINGLE_MASK) == (SINGLE | before)) {
                final int field = singles[(int) (text >>> 16) & CHARACTERS - 1];
                if (field != UNPLAIN) {
                    scanner.skipKey(at + SINGLE_LENGTH);
                    return field;
                }
            } else if ((text & PAIR_MASK) == (PAIR | before)) {
                final int first = (int) (text >>> 16) & CHARACTERS - 1;
                final int field = pairs[first | ((int) (text >>> 24) & CHARACTERS - 1) << CHARACTER_BITS];
                if (field != UNPLAIN) {
                    scanner.skipKey(at + PAIR_LENGTH);
                    return field;
                }
            }
        }
        return any(scanner);
    }

    private int any(final JsonScanner scanner) throws MalformedJsonException {
        final JsonString key = scanner.nextKey();
        if (key == null) {
            return END;
        }
        final Integer field = all.find(key);
        return field == null ? NONE : field;
    }
}
