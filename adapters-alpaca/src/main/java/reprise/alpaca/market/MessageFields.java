package reprise.alpaca.market;

import java.util.Arrays;
import reprise.alpaca.json.Decimal;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.JsonString;
import reprise.alpaca.json.MalformedJsonException;

/**
 * The used fields of one JSON object, in any order; a key that comes twice counts as it came last. Numbers may stand in quotes. Holds one object at
 * a time; single-threaded; allocates nothing.
 */
final class MessageFields {
    private static final byte NUMBER = 1;
    private static final byte STRING = 2;
    private static final byte CONTAINER = 3;
    private static final byte TRUE = 4;
    private static final byte OTHER = 5;

    private static final int LONGEST_UNESCAPED = 64;

    private final byte[] kinds = new byte[Field.COUNT];
    private final Decimal[] numbers = new Decimal[Field.COUNT];
    private final byte[][] sources = new byte[Field.COUNT][];
    private final int[] starts = new int[Field.COUNT];
    private final int[] lengths = new int[Field.COUNT];
    private final byte[][] unescaped = new byte[Field.COUNT][LONGEST_UNESCAPED];
    private int present;

    MessageFields() {
        Arrays.setAll(numbers, field -> new Decimal());
    }

    /** Reads an object. */
    void read(final JsonScanner scanner) throws MalformedJsonException {
        present = 0;
        scanner.expect('{');
        if (scanner.skip('}')) {
            return;
        }
        do {
            final int field = key(scanner);
            if (field == Field.NONE) {
                scanner.skipValue();
            } else {
                value(scanner, field);
            }
        } while (scanner.skip(','));
        scanner.expect('}');
    }

    private int key(final JsonScanner scanner) throws MalformedJsonException {
        final int shortKey = scanner.shortKey();
        if (shortKey != 0) {
            return Field.ofShort(shortKey);
        }
        final JsonString key = scanner.key();
        return key.unescape() ? Field.of(key.bytes(), key.start(), key.length()) : Field.NONE;
    }

    private void value(final JsonScanner scanner, final int field) throws MalformedJsonException {
        present |= 1 << field;
        final byte c = scanner.peek();
        if (c == '"') {
            text(scanner.string(), field);
        } else if (c >= '0' && c <= '9' || c == '-') {
            scanner.number(numbers[field]);
            kinds[field] = NUMBER;
        } else if (c == '{' || c == '[') {
            starts[field] = scanner.position();
            scanner.skipValue();
            kinds[field] = CONTAINER;
            sources[field] = scanner.bytes();
            lengths[field] = scanner.position() - starts[field];
        } else {
            scanner.literal();
            kinds[field] = c == 't' ? TRUE : OTHER;
        }
    }

    private void text(final JsonString text, final int field) {
        kinds[field] = STRING;
        sources[field] = text.bytes();
        starts[field] = text.start();
        lengths[field] = text.length();
        if (text.isEscaped()) {
            final int length = text.unescape(unescaped[field]);
            kinds[field] = length < 0 ? OTHER : STRING;
            sources[field] = unescaped[field];
            starts[field] = 0;
            lengths[field] = length;
        }
    }

    /** Whether the field is a number; one in quotes becomes it. */
    boolean isNumber(final int field) {
        if (!has(field)) {
            return false;
        }
        if (kinds[field] == STRING && numbers[field].parseAll(sources[field], starts[field], lengths[field])) {
            kinds[field] = NUMBER;
        }
        return kinds[field] == NUMBER;
    }

    /** Only of numbers. */
    Decimal number(final int field) {
        return numbers[field];
    }

    boolean has(final int field) {
        return (present & 1 << field) != 0;
    }

    boolean isText(final int field) {
        return has(field) && kinds[field] == STRING;
    }

    boolean isContainer(final int field) {
        return has(field) && kinds[field] == CONTAINER;
    }

    boolean isTrue(final int field) {
        return has(field) && kinds[field] == TRUE;
    }

    /** Only of texts and containers. */
    byte[] source(final int field) {
        return sources[field];
    }

    int start(final int field) {
        return starts[field];
    }

    int length(final int field) {
        return lengths[field];
    }
}
