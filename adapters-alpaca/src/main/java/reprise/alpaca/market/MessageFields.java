package reprise.alpaca.market;

import java.util.Arrays;
import reprise.alpaca.json.Decimal;
import reprise.alpaca.json.JsonScanner;
import reprise.alpaca.json.JsonString;
import reprise.alpaca.json.MalformedJsonException;
import reprise.alpaca.json.ShortKeys;
import reprise.alpaca.json.TimeReader;

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
    private static final byte UNESCAPED = 6;

    private static final int LONGEST_UNESCAPED = 64;

    private final byte[] kinds = new byte[Field.COUNT];
    private final Decimal[] numbers = new Decimal[Field.COUNT];
    private final int[] starts = new int[Field.COUNT];
    private final int[] lengths = new int[Field.COUNT];
    private final byte[][] unescaped = new byte[Field.COUNT][LONGEST_UNESCAPED];
    private final TimeReader times = new TimeReader();
    private byte[] bytes;
    private long timeNs;
    private int present;

    MessageFields() {
        Arrays.setAll(numbers, field -> new Decimal());
    }

    /** Reads an object. */
    void read(final JsonScanner scanner) throws MalformedJsonException {
        present = 0;
        bytes = scanner.bytes();
        scanner.beginObject();
        for (int field = Field.KEYS.first(scanner); field != ShortKeys.END; field = Field.KEYS.next(scanner)) {
            if (field == ShortKeys.NONE) {
                scanner.skipValue();
            } else if (field == Field.TIME) {
                present |= 1 << field;
                timeNs = times.read(scanner);
            } else {
                value(scanner, field);
            }
        }
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
            lengths[field] = scanner.position() - starts[field];
        } else {
            scanner.literal();
            kinds[field] = c == 't' ? TRUE : OTHER;
        }
    }

    private void text(final JsonString text, final int field) {
        if (text.isEscaped()) {
            final int length = text.unescape(unescaped[field]);
            kinds[field] = length < 0 ? OTHER : UNESCAPED;
            starts[field] = 0;
            lengths[field] = length;
        } else {
            kinds[field] = STRING;
            starts[field] = text.start();
            lengths[field] = text.length();
        }
    }

    /** Whether the field is a number; one in quotes becomes it. */
    boolean isNumber(final int field) {
        if (!has(field)) {
            return false;
        }
        if (kinds[field] != NUMBER
                && isText(field)
                && numbers[field].parseAll(source(field), starts[field], lengths[field])) {
            kinds[field] = NUMBER;
        }
        return kinds[field] == NUMBER;
    }

    /** Only of numbers. */
    Decimal number(final int field) {
        return numbers[field];
    }

    /** Nanoseconds since the epoch, or {@link TimeReader#NONE}. */
    long timeNs() {
        return has(Field.TIME) ? timeNs : TimeReader.NONE;
    }

    boolean has(final int field) {
        return (present & 1 << field) != 0;
    }

    boolean isText(final int field) {
        return has(field) && (kinds[field] == STRING || kinds[field] == UNESCAPED);
    }

    boolean isContainer(final int field) {
        return has(field) && kinds[field] == CONTAINER;
    }

    boolean isTrue(final int field) {
        return has(field) && kinds[field] == TRUE;
    }

    /** Only of texts and containers. */
    byte[] source(final int field) {
        return kinds[field] == UNESCAPED ? unescaped[field] : bytes;
    }

    int start(final int field) {
        return starts[field];
    }

    int length(final int field) {
        return lengths[field];
    }
}
