package reprise.alpaca.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

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
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x80 * ONES;

    private static final int MAX_DEPTH = 64;
    private static final int SHORT_KEY = "\"ab\":".length();

    private final JsonString string = new JsonString();
    private final Decimal skipped = new Decimal();
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
        return next('}') ? key() : null;
    }

    /**
     * Reads a key and its colon.
     *
     * @return the key, valid until the next string is read.
     * @throws MalformedJsonException if something else comes.
     */
    public JsonString key() throws MalformedJsonException {
        string();
        expect(':');
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
        expect('"');
        final int start = at;
        boolean escaped = false;
        boolean ascii = true;
        int i = plainEnd(start);
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
        return string;
    }

    /** Where the first byte is that is no ASCII character or does not stand for itself in a string; at most the end. */
    private int plainEnd(final int start) {
        final byte[] source = bytes;
        final int last = end;
        int i = start;
        for (; i + Long.BYTES <= last; i += Long.BYTES) {
            final long word = (long) WORD.get(source, i);
            final long quote = word ^ '"' * ONES;
            final long backslash = word ^ '\\' * ONES;
            // of the lowest byte that is meant this is exact, since nothing is borrowed from it
            final long special = (quote - ONES | backslash - ONES | word - ' ' * ONES | word) & HIGH_BITS;
            if (special != 0) {
                return i + (Long.numberOfTrailingZeros(special) >>> 3);
            }
        }
        while (i < last && source[i] >= ' ' && source[i] != '"' && source[i] != '\\') {
            i++;
        }
        return i;
    }

    /**
     * Reads a key of one or two plain characters and its colon, if that is what comes next without a blank.
     *
     * @return the characters, the last one in the lowest byte; 0, with nothing read, if something else comes.
     */
    public int shortKey() {
        final int i = at;
        final byte[] source = bytes;
        if (end - i < SHORT_KEY || source[i] != '"' || !isPlain(source[i + 1])) {
            return 0;
        }
        if (source[i + 2] == '"' && source[i + 3] == ':') {
            at = i + 4;
            return source[i + 1] & 0xff;
        }
        if (source[i + 3] == '"' && source[i + 4] == ':' && isPlain(source[i + 2])) {
            at = i + SHORT_KEY;
            return (source[i + 1] & 0xff) << 8 | source[i + 2] & 0xff;
        }
        return 0;
    }

    private static boolean isPlain(final byte c) {
        return c >= ' ' && c != '"' && c != '\\';
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

    /**
     * Reads {@code true}, {@code false} or {@code null}.
     *
     * @throws MalformedJsonException if something else comes.
     */
    public void literal() throws MalformedJsonException {
        switch (peek()) {
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> throw MalformedJsonException.INSTANCE;
        }
    }

    private void word(final String word) throws MalformedJsonException {
        for (int i = 0; i < word.length(); i++) {
            if (at >= end || bytes[at] != word.charAt(i)) {
                throw MalformedJsonException.INSTANCE;
            }
            at++;
        }
    }

    /**
     * Reads any value.
     *
     * @throws MalformedJsonException if none comes.
     */
    public void skipValue() throws MalformedJsonException {
        final byte first = peek();
        if (first == '"') {
            string();
        } else if (first == '{' || first == '[') {
            skipContainer();
        } else {
            scalar(first);
        }
    }

    private void skipContainer() throws MalformedJsonException {
        long objects = 0;
        int depth = 0;
        do {
            final byte c = peek();
            if (c == '{' || c == '[') {
                if (depth == MAX_DEPTH) {
                    throw MalformedJsonException.INSTANCE;
                }
                at++;
                depth++;
                objects = objects << 1 | (c == '{' ? 1 : 0);
                if (skip(c == '{' ? '}' : ']')) {
                    depth--;
                    objects >>>= 1;
                } else {
                    keyOf(objects);
                    continue;
                }
            } else {
                scalar(c);
            }
            while (depth > 0 && !skip(',')) {
                expect((objects & 1) != 0 ? '}' : ']');
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
            key();
        }
    }

    private void scalar(final byte first) throws MalformedJsonException {
        if (first == '"') {
            string();
        } else if (first == '-' || first >= '0' && first <= '9') {
            number(skipped);
        } else {
            literal();
        }
    }
}
