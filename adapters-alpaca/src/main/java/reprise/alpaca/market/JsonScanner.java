package reprise.alpaca.market;

/**
 * Reads JSON piece by piece from bytes, strictly by RFC 8259 except that it does not check the UTF-8 within strings. Remembers the last string
 * and the last number. Single-threaded; allocates nothing.
 */
final class JsonScanner {
    /** The first digits of a number that are kept exactly; those after them only leave a mark. */
    private static final long MANTISSA_LIMIT = 100_000_000_000_000_000L;

    private static final int EXPONENT_LIMIT = 100_000;
    private static final int USUAL_LENGTH = 18;
    private static final int MAX_DEPTH = 64;
    private static final int SHORT_KEY = "\"ab\":".length();

    /** Bytes that stand for themselves in a string. */
    private static final boolean[] PLAIN = new boolean[256];

    static {
        for (int c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = c != '"' && c != '\\';
        }
    }

    private byte[] bytes;
    private int end;
    private int at;

    private int stringStart;
    private int stringLength;
    private boolean escaped;

    private boolean negative;
    private long mantissa;
    private int exponent;
    private boolean cut;

    void wrap(final byte[] source, final int offset, final int length) {
        bytes = source;
        at = offset;
        end = offset + length;
    }

    byte[] bytes() {
        return bytes;
    }

    int position() {
        return at;
    }

    /** The next byte that is no blank, not consumed; 0 at the end. */
    byte peek() {
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

    boolean isAtEnd() {
        return peek() == 0 && at == end;
    }

    void expect(final char wanted) throws MalformedJsonException {
        if (peek() != wanted) {
            throw MalformedJsonException.INSTANCE;
        }
        at++;
    }

    boolean skip(final char wanted) {
        if (peek() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /** Reads a string; its contents are between the quotes, as they stand. */
    void string() throws MalformedJsonException {
        expect('"');
        escaped = false;
        final byte[] source = bytes;
        final int last = end;
        final int start = at;
        int i = start;
        while (true) {
            while (i < last && PLAIN[source[i] & 0xff]) {
                i++;
            }
            if (i == last || source[i] != '"' && source[i] != '\\') {
                throw MalformedJsonException.INSTANCE;
            }
            if (source[i] == '"') {
                stringStart = start;
                stringLength = i - start;
                at = i + 1;
                return;
            }
            escaped = true;
            at = i + 1;
            escape();
            i = at;
        }
    }

    /**
     * Reads a key of one or two plain characters and its colon, if that is what comes next without a blank.
     *
     * @return the characters, the last one in the lowest byte; 0, with nothing read, if something else comes.
     */
    int shortKey() {
        final int i = at;
        final byte[] source = bytes;
        if (end - i < SHORT_KEY || source[i] != '"' || !PLAIN[source[i + 1] & 0xff]) {
            return 0;
        }
        if (source[i + 2] == '"' && source[i + 3] == ':') {
            at = i + 4;
            return source[i + 1] & 0xff;
        }
        if (source[i + 3] == '"' && source[i + 4] == ':' && PLAIN[source[i + 2] & 0xff]) {
            at = i + SHORT_KEY;
            return (source[i + 1] & 0xff) << 8 | source[i + 2] & 0xff;
        }
        return 0;
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

    int stringStart() {
        return stringStart;
    }

    int stringLength() {
        return stringLength;
    }

    boolean isEscaped() {
        return escaped;
    }

    /** Reads a number: the usual kind, of at most 18 digits and without an exponent, by the shortest way. */
    void number() throws MalformedJsonException {
        final int start = peek() == '-' ? at + 1 : at;
        final byte[] source = bytes;
        final int last = end;
        long value = 0;
        int i = start;
        while (i < last && source[i] >= '0' && source[i] <= '9') {
            value = value * 10 + source[i++] - '0';
        }
        int fraction = 0;
        if (i + 1 < last && source[i] == '.') {
            final int point = ++i;
            while (i < last && source[i] >= '0' && source[i] <= '9') {
                value = value * 10 + source[i++] - '0';
            }
            fraction = i - point;
        }
        final boolean isUsual = i - start <= USUAL_LENGTH
                && i < last
                && (source[i] == ',' || source[i] == '}')
                && source[i - 1] != '.'
                && source[start] >= '1'
                && source[start] <= '9';
        if (isUsual) {
            negative = start > at;
            mantissa = value;
            exponent = -fraction;
            cut = false;
            at = i;
        } else {
            anyNumber();
        }
    }

    private void anyNumber() throws MalformedJsonException {
        negative = skip('-');
        mantissa = 0;
        exponent = 0;
        cut = false;
        final int first = at;
        // what is not kept of the integer part is an order of magnitude each
        exponent = digits();
        if (at - first > 1 && bytes[first] == '0') {
            throw MalformedJsonException.INSTANCE;
        }
        if (at < end && bytes[at] == '.') {
            final int point = ++at;
            final int unkept = digits();
            exponent -= at - point - unkept;
        }
        if (at < end && (bytes[at] | ' ') == 'e') {
            at++;
            exponentPart();
        }
    }

    /** Takes at least one digit; says how many of them were not kept. */
    private int digits() throws MalformedJsonException {
        final byte[] source = bytes;
        final int last = end;
        long value = mantissa;
        int unkept = 0;
        int i = at;
        while (i < last && source[i] >= '0' && source[i] <= '9') {
            if (value < MANTISSA_LIMIT) {
                value = value * 10 + source[i] - '0';
            } else {
                unkept++;
                cut |= source[i] != '0';
            }
            i++;
        }
        if (i == at) {
            throw MalformedJsonException.INSTANCE;
        }
        mantissa = value;
        at = i;
        return unkept;
    }

    private boolean isDigit() {
        return at < end && bytes[at] >= '0' && bytes[at] <= '9';
    }

    private void exponentPart() throws MalformedJsonException {
        final boolean minus = at < end && bytes[at] == '-';
        if (at < end && (bytes[at] == '-' || bytes[at] == '+')) {
            at++;
        }
        if (!isDigit()) {
            throw MalformedJsonException.INSTANCE;
        }
        int power = 0;
        while (isDigit()) {
            power = Math.min(EXPONENT_LIMIT, power * 10 + bytes[at++] - '0');
        }
        exponent += minus ? -power : power;
    }

    boolean isNegative() {
        return negative;
    }

    long mantissa() {
        return mantissa;
    }

    int exponent() {
        return exponent;
    }

    /** Whether digits other than 0 follow those in the mantissa. */
    boolean isCut() {
        return cut;
    }

    /** Reads {@code true}, {@code false} or {@code null}. */
    void literal() throws MalformedJsonException {
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

    /** Reads any value. */
    void skipValue() throws MalformedJsonException {
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
                    key(objects);
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
                key(objects);
            }
        } while (depth > 0);
    }

    private void key(final long objects) throws MalformedJsonException {
        if ((objects & 1) != 0) {
            string();
            expect(':');
        }
    }

    private void scalar(final byte first) throws MalformedJsonException {
        if (first == '"') {
            string();
        } else if (first == '-' || first >= '0' && first <= '9') {
            number();
        } else {
            literal();
        }
    }
}
