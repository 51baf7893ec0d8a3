package reprise.alpaca.json;

/** Skips objects and arrays for its scanner, of no more than 64 in each other. Allocates nothing. */
final class JsonContainer {
    private static final int MAX_DEPTH = 64;

    private final JsonScanner scanner;

    JsonContainer(final JsonScanner scanner) {
        this.scanner = scanner;
    }

    /** Skips what begins at the next byte, a bracket. */
    void skip() throws MalformedJsonException {
        if (scanner.peek() == '{' || !skipTexts()) {
            skipNested();
        }
    }

    /** Skips an array of nothing but strings; says whether it was one, if not it is where it was. */
    private boolean skipTexts() throws MalformedJsonException {
        final int start = scanner.position();
        scanner.expect('[');
        do {
            if (scanner.peek() != '"') {
                scanner.goOnAt(start);
                return false;
            }
            scanner.skipString();
        } while (scanner.skip(','));
        if (scanner.skip(']')) {
            return true;
        }
        scanner.goOnAt(start);
        return false;
    }

    private void skipNested() throws MalformedJsonException {
        long objects = 0;
        int depth = 0;
        do {
            final byte c = scanner.peek();
            if (c == '{' || c == '[') {
                if (depth == MAX_DEPTH) {
                    throw MalformedJsonException.INSTANCE;
                }
                scanner.expect((char) c);
                depth++;
                objects = objects << 1 | (c == '{' ? 1 : 0);
                if (scanner.skip(c == '{' ? '}' : ']')) {
                    depth--;
                    objects >>>= 1;
                } else {
                    keyOf(objects);
                    continue;
                }
            } else {
                scanner.skipScalar(c);
            }
            while (depth > 0 && !scanner.skip(',')) {
                scanner.expect((objects & 1) != 0 ? '}' : ']');
                depth--;
                objects >>>= 1;
            }
            if (depth > 0) {
                keyOf(objects);
            }
        } while (depth > 0);
    }

    private void keyOf(final long objects) throws MalformedJsonException {
        if ((objects & 1) != 0) {
            scanner.key();
        }
    }
}
