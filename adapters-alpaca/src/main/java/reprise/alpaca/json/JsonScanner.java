package reprise.alpaca.json;

/**
 * Reads JSON piece by piece from bytes, strictly by RFC 8259 except that it does not check the UTF-8 within strings. Each
 * method that reads throws {@link MalformedJsonException} if something else comes; after that, only {@link #wrap} is of use.
 * Single-threaded; allocates nothing.
 *
 * <pre>{@code
 * scanner.beginObject();
 * for (JsonString key = scanner.nextKey(); key != null; key = scanner.nextKey()) {
 *     ...                                      reads one value
 * }
 * }</pre>
 */
public final class JsonScanner {
    private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;
    private static final int ALSE = 'a' | 'l' << 8 | 's' << 16 | 'e' << 24;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;

    private final JsonString string = new JsonString();
    private final Decimal skipped = new Decimal();
    private final JsonContainer container = new JsonContainer(this);
    private byte[] bytes;
    private int end;
    private int at;
    private boolean isFirst;

    /**
     * Begins to read.
     *
     * @param source holding the JSON.
     * @param offset at which it begins.
     * @param length of it, in bytes.
     */
    public void wrap(final byte[] source, final int offset, final int length) {
        bytes = source;
        at = offset;
        end = offset + length;
    }

    /**
     * What is read.
     *
     * @return the source.
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where it is.
     *
     * @return index of the next byte.
     */
    public int position() {
        return at;
    }

    /**
     * What comes next.
     *
     * @return the next byte that is no blank, not consumed; 0 at the end.
     */
    public byte peek() {
        final int i = at;
        if (i < end) {
            final byte c = bytes[i];
            if (c > ' ') {
                return c;
            }
        }
        return peekPastBlanks();
    }

    private byte peekPastBlanks() {
        while (at < end) {
            final byte c = bytes[at];
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c;
            }
            at++;
        }
        return 0;
    }

    /**
     * Whether nothing but blanks comes.
     *
     * @return true at the end.
     */
    public boolean isAtEnd() {
        return peek() == 0 && at == end;
    }

    /**
     * Reads a character.
     *
     * @param wanted that must come.
     * @throws MalformedJsonException if something else comes.
     */
    public void expect(final char wanted) throws MalformedJsonException {
        if (peek() != wanted) {
            throw MalformedJsonException.INSTANCE;
        }
        at++;
    }

    /**
     * Reads a character if it comes.
     *
     * @param wanted that may come.
     * @return whether it did.
     */
    public boolean skip(final char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /**
     * Reads the beginning of an object.
     *
     * @throws MalformedJsonException if something else comes.
     */
    public void beginObject() throws MalformedJsonException {
        expect('{');
        isFirst = true;
    }

    /**
     * Reads the next key of an object and its colon, after which the value must be read; or the end of the object.
     *
     * @return the key, valid until the next string is read; null at the end.
     * @throws MalformedJsonException if something else comes.
     */
    public JsonString nextKey() throws MalformedJsonException {
        final int i = at;
        if (end - i > 2 && bytes[i] == ',' && bytes[i + 1] == '"' && !isFirst) {
            at = i + 1;
            return key();
        }
        return next('}') ? key() : null;
    }

    /** Whether the object has just begun. */
    boolean isAtFirstKey() {
        return isFirst;
    }

    /** Where the next key begins if it does without blanks and some bytes come from there on; or -1. */
    int keyAt(final int room) {
        final int i = isFirst ? at : at + 1;
        return end - i >= room && (isFirst || bytes[at] == ',') ? i : -1;
    }

    /** Behind the last byte. */
    int end() {
        return end;
    }

    /** Goes on behind a value that was read by its bytes. */
    void goOnAt(final int next) {
        at = next;
    }

    /** Goes on behind a key and its colon. */
    void skipKey(final int next) {
        isFirst = false;
        at = next;
    }

    /**
     * Reads a key and its colon.
     *
     * @return the key, valid until the next string is read.
     * @throws MalformedJsonException if something else comes.
     */
    public JsonString key() throws MalformedJsonException {
        string();
        final int i = at;
        if (i < end && bytes[i] == ':') {
            at = i + 1;
        } else {
            expect(':');
        }
        return string;
    }

    /**
     * Reads the beginning of an array.
     *
     * @throws MalformedJsonException if something else comes.
     */
    public void beginArray() throws MalformedJsonException {
        expect('[');
        isFirst = true;
    }

    /**
     * Goes to the next element of an array, which must be read then; or reads the end of the array.
     *
     * @return whether there is one.
     * @throws MalformedJsonException if something else comes.
     */
    public boolean nextElement() throws MalformedJsonException {
        return next(']');
    }

    private boolean next(final char close) throws MalformedJsonException {
        final boolean wasFirst = isFirst;
        isFirst = false;
        if (wasFirst ? !skip(close) : skip(',')) {
            return true;
        }
        if (!wasFirst) {
            expect(close);
        }
        return false;
    }

    /**
     * Reads a string.
     *
     * @return it, valid until the next one is read.
     * @throws MalformedJsonException if something else comes.
     */
    public JsonString string() throws MalformedJsonException {
        final int start = stringStart();
        final int i = plainEnd(start);
        if (i < end && bytes[i] == '"') {
            string.set(bytes, start, i - start, false, true);
            at = i + 1;
        } else {
            unplainString(start, i);
        }
        return string;
    }

    private int stringStart() throws MalformedJsonException {
        if (peek() != '"') {
            throw MalformedJsonException.INSTANCE;
        }
        return at + 1;
    }

    private void unplainString(final int start, final int firstUnplain) throws MalformedJsonException {
        boolean escaped = false;
        boolean ascii = true;
        int i = firstUnplain;
        while (i < end && bytes[i] != '"') {
            if (bytes[i] == '\\') {
                escaped = true;
                at = i + 1;
                escape();
                i = plainEnd(at);
            } else if (bytes[i] < 0) {
                ascii = false;
                i = plainEnd(i + 1);
            } else {
                throw MalformedJsonException.INSTANCE;
            }
        }
        if (i == end) {
            throw MalformedJsonException.INSTANCE;
        }
        string.set(bytes, start, i - start, escaped, ascii);
        at = i + 1;
    }

    void skipString() throws MalformedJsonException {
        final int start = stringStart();
        final int i = plainEnd(start);
        if (i < end && bytes[i] == '"') {
            at = i + 1;
        } else {
            unplainString(start, i);
        }
    }

    /** Where the first byte is that is no ASCII character or does not stand for itself in a string; at most the end. */
    private int plainEnd(final int start) {
        final byte[] source = bytes;
        final int last = end;
        int i = start;
        for (; i + Long.BYTES <= last; i += Long.BYTES) {
            final long unplain = EightBytes.unplain(EightBytes.at(source, i));
            if (unplain != 0) {
                return i + EightBytes.indexOf(unplain);
            }
        }
        while (i < last && source[i] >= ' ' && source[i] != '"' && source[i] != '\\') {
            i++;
        }
        return i;
    }

    private void escape() throws MalformedJsonException {
        final byte c = at < end ? bytes[at++] : 0;
        switch (c) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> {}
            case 'u' -> {
                for (int i = 0; i < 4; i++) {
                    if (at >= end || Character.digit(bytes[at], 16) < 0) {
                        throw MalformedJsonException.INSTANCE;
                    }
                    at++;
                }
            }
            default -> throw MalformedJsonException.INSTANCE;
        }
    }

    /**
     * Reads a number.
     *
     * @param target takes it.
     * @throws MalformedJsonException if something else comes.
     */
    public void number(final Decimal target) throws MalformedJsonException {
        peek();
        at = target.parse(bytes, at, end);
    }

    /** Reads a string that is a number; any other is none. */
    void numberInQuotes(final Decimal target) throws MalformedJsonException {
        final int start = stringStart();
        final int i = target.parseUsual(bytes, start, end);
        if (i >= 0 && i < end && bytes[i] == '"') {
            at = i + 1;
        } else {
            target.take(string());
        }
    }

    /**
     * Reads {@code true}, {@code false} or {@code null}.
     *
     * @throws MalformedJsonException if something else comes.
     */
    public void literal() throws MalformedJsonException {
        switch (peek()) {
            case 't' -> word(at, TRUE);
            case 'f' -> word(at + 1, ALSE);
            case 'n' -> word(at, NULL);
            default -> throw MalformedJsonException.INSTANCE;
        }
    }

    private void word(final int start, final int word) throws MalformedJsonException {
        if (end - start < Integer.BYTES || EightBytes.fourAt(bytes, start) != word) {
            throw MalformedJsonException.INSTANCE;
        }
        at = start + Integer.BYTES;
    }

    /**
     * Reads any value.
     *
     * @throws MalformedJsonException if none comes.
     */
    public void skipValue() throws MalformedJsonException {
        final byte first = peek();
        if (first == '"') {
            skipString();
        } else if (first == 'n') {
            word(at, NULL);
        } else if (first == '{' || first == '[') {
            container.skip();
        } else {
            skipScalar(first);
        }
    }

    /** Skips a string, a number or a literal. */
    void skipScalar(final byte first) throws MalformedJsonException {
        if (first == '"') {
            skipString();
        } else if (first == '-' || first >= '0' && first <= '9') {
            number(skipped);
        } else {
            literal();
        }
    }
}
