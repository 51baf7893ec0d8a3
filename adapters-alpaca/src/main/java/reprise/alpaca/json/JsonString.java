package reprise.alpaca.json;

/** A string as JSON has it, where it stands. Belongs to its scanner, which reuses it; allocates nothing, except for {@link #toString}. */
public final class JsonString {
    private static final int LONGEST_UNESCAPED = 64;

    private final byte[] unescaped = new byte[LONGEST_UNESCAPED];
    private byte[] bytes;
    private int start;
    private int length;
    private boolean escaped;
    private boolean ascii;

    JsonString() {}

    void set(
            final byte[] source,
            final int newStart,
            final int newLength,
            final boolean isEscaped,
            final boolean isAscii) {
        bytes = source;
        start = newStart;
        length = newLength;
        escaped = isEscaped;
        ascii = isAscii;
    }

    /**
     * What holds it.
     *
     * @return the source; after {@link #unescape()} a copy.
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where it begins.
     *
     * @return index after the quote.
     */
    public int start() {
        return start;
    }

    /**
     * How long it is.
     *
     * @return bytes, without the quotes.
     */
    public int length() {
        return length;
    }

    /**
     * Whether it stands for something else than what it says.
     *
     * @return true if it has escapes.
     */
    public boolean isEscaped() {
        return escaped;
    }

    /**
     * Whether its bytes are its characters.
     *
     * @return false if it has escapes or other characters than ASCII.
     */
    public boolean isPlain() {
        return ascii && !escaped;
    }

    /**
     * Becomes what it stands for, if it is short.
     *
     * @return whether its bytes are its characters now; if not, it is undefined.
     */
    public boolean unescape() {
        if (!escaped) {
            return ascii;
        }
        length = unescape(unescaped);
        bytes = unescaped;
        start = 0;
        escaped = false;
        return length >= 0;
    }

    /**
     * Writes what it stands for.
     *
     * @param target of its characters, one byte each.
     * @return how many; -1 if they do not fit or not all of them are ASCII.
     */
    public int unescape(final byte[] target) {
        return Escapes.unescape(bytes, start, length, target);
    }

    /** All that it stands for. */
    @Override
    public String toString() {
        return Escapes.text(bytes, start, length);
    }
}
