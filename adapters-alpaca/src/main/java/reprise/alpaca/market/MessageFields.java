package reprise.alpaca.market;

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

    private final JsonScanner inner = new JsonScanner();
    private final byte[] keyText = new byte[LONGEST_UNESCAPED];
    private final byte[] kinds = new byte[Field.COUNT];
    private final boolean[] negatives = new boolean[Field.COUNT];
    private final long[] mantissas = new long[Field.COUNT];
    private final int[] exponents = new int[Field.COUNT];
    private final boolean[] cuts = new boolean[Field.COUNT];
    private final byte[][] sources = new byte[Field.COUNT][];
    private final int[] starts = new int[Field.COUNT];
    private final int[] lengths = new int[Field.COUNT];
    private final byte[][] unescaped = new byte[Field.COUNT][LONGEST_UNESCAPED];
    private int present;

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
        scanner.string();
        final int field = longKey(scanner);
        scanner.expect(':');
        return field;
    }

    private int longKey(final JsonScanner scanner) {
        if (!scanner.isEscaped()) {
            return Field.of(scanner.bytes(), scanner.stringStart(), scanner.stringLength());
        }
        final int length = Escapes.unescape(scanner.bytes(), scanner.stringStart(), scanner.stringLength(), keyText);
        return length < 0 ? Field.NONE : Field.of(keyText, 0, length);
    }

    private void value(final JsonScanner scanner, final int field) throws MalformedJsonException {
        present |= 1 << field;
        final byte c = scanner.peek();
        if (c == '"') {
            scanner.string();
            text(scanner, field);
        } else if (c >= '0' && c <= '9' || c == '-') {
            scanner.number();
            kinds[field] = NUMBER;
            keep(scanner, field);
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

    private void text(final JsonScanner scanner, final int field) {
        kinds[field] = STRING;
        sources[field] = scanner.bytes();
        starts[field] = scanner.stringStart();
        lengths[field] = scanner.stringLength();
        if (scanner.isEscaped()) {
            final int length = Escapes.unescape(scanner.bytes(), starts[field], lengths[field], unescaped[field]);
            kinds[field] = length < 0 ? OTHER : STRING;
            sources[field] = unescaped[field];
            starts[field] = 0;
            lengths[field] = length;
        }
    }

    private void keep(final JsonScanner number, final int field) {
        negatives[field] = number.isNegative();
        mantissas[field] = number.mantissa();
        exponents[field] = number.exponent();
        cuts[field] = number.isCut();
    }

    /** Whether the field is a number; one in quotes becomes it. */
    boolean isNumber(final int field) {
        if (!has(field)) {
            return false;
        }
        if (kinds[field] == STRING) {
            inner.wrap(sources[field], starts[field], lengths[field]);
            final byte first = lengths[field] == 0 ? 0 : sources[field][starts[field]];
            try {
                if (first == '-' || first >= '0' && first <= '9') {
                    inner.number();
                    if (inner.position() == starts[field] + lengths[field]) {
                        keep(inner, field);
                        kinds[field] = NUMBER;
                    }
                }
            } catch (final MalformedJsonException notANumber) {
                return false;
            }
        }
        return kinds[field] == NUMBER;
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

    /** Only of numbers, like the next three. */
    boolean isNegative(final int field) {
        return negatives[field] && mantissas[field] != 0;
    }

    long mantissa(final int field) {
        return mantissas[field];
    }

    int exponent(final int field) {
        return exponents[field];
    }

    boolean isCut(final int field) {
        return cuts[field];
    }
}
