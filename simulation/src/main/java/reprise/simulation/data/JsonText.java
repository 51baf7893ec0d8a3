package reprise.simulation.data;

/** Steps through JSON in bytes, without making anything of it. */
final class JsonText {
    private static final int MAX_DIGITS = 18;

    private JsonText() {}

    static int skipSpace(final byte[] bytes, final int from, final int to) {
        int p = from;
        while (p < to && bytes[p] <= ' ') {
            p++;
        }
        return p;
    }

    /** The position behind the value that begins here; -1 if it does not end, or none begins. */
    static int endOfValue(final byte[] bytes, final int from, final int to) {
        if (from >= to) {
            return -1;
        }
        final byte first = bytes[from];
        if (first == '"') {
            return endOfString(bytes, from, to);
        }
        return first == '{' || first == '[' ? endOfNested(bytes, from, to) : endOfWord(bytes, from, to);
    }

    private static int endOfString(final byte[] bytes, final int from, final int to) {
        int p = from + 1;
        while (p < to) {
            if (bytes[p] == '"') {
                return p + 1;
            }
            p += bytes[p] == '\\' ? 2 : 1;
        }
        return -1;
    }

    private static int endOfNested(final byte[] bytes, final int from, final int to) {
        int depth = 0;
        int p = from;
        while (p < to) {
            final byte b = bytes[p];
            if (b == '"') {
                p = endOfString(bytes, p, to);
                if (p < 0) {
                    return -1;
                }
                continue;
            }
            depth += b == '{' || b == '[' ? 1 : b == '}' || b == ']' ? -1 : 0;
            p++;
            if (depth == 0) {
                return p;
            }
        }
        return -1;
    }

    private static int endOfWord(final byte[] bytes, final int from, final int to) {
        int p = from;
        while (p < to && bytes[p] > ' ' && bytes[p] != ',' && bytes[p] != '}' && bytes[p] != ']') {
            p++;
        }
        return p == from ? -1 : p;
    }

    /** A whole number that is not negative; -1 if the text is none. */
    static long number(final byte[] bytes, final int from, final int to) {
        if (from >= to || to - from > MAX_DIGITS + 1) {
            return -1;
        }
        long value = 0;
        for (int p = from; p < to; p++) {
            final int digit = bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
