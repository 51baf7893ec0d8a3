package reprise.alpaca.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A short text of a message, in memory that is reused. A text that is too long is kept in part and is equal to none. Single-threaded; text
 * that is plain ASCII is read and compared without allocating.
 */
public final class Chars implements CharSequence {
    /** The longest text that is kept whole. */
    public static final int MAX_LENGTH = 128;

    private final byte[] text = new byte[MAX_LENGTH];
    private int length;
    private boolean isWhole = true;

    /** All of it, where its characters are not its bytes; else null. */
    private String decoded;

    /** Makes it empty. */
    public void clear() {
        length = 0;
        isWhole = true;
        decoded = null;
    }

    /**
     * Takes the next value: a text, or a number or truth value as it is written. Null and containers make it empty.
     *
     * @param scanner before the value; behind it after this.
     * @throws MalformedJsonException if that is no JSON.
     */
    public void read(final JsonScanner scanner) throws MalformedJsonException {
        final byte first = scanner.peek();
        if (first == '"') {
            take(scanner.string());
            return;
        }
        if (first == 'n') {
            scanner.literal();
            clear();
            return;
        }
        final int start = scanner.position();
        scanner.skipValue();
        if (first == '{' || first == '[') {
            clear();
        } else {
            set(scanner.bytes(), start, scanner.position() - start);
        }
    }

    /**
     * Takes over another text.
     *
     * @param other to be equal to.
     */
    public void copy(final Chars other) {
        set(other.text, 0, other.length);
        isWhole = other.isWhole;
        decoded = other.decoded;
    }

    private void take(final JsonString value) {
        if (value.isPlain()) {
            set(value.bytes(), value.start(), value.length());
            return;
        }
        final String all = value.toString();
        length = Math.min(all.length(), MAX_LENGTH);
        isWhole = length == all.length();
        decoded = all.substring(0, length);
    }

    private void set(final byte[] source, final int offset, final int sourceLength) {
        decoded = null;
        length = Math.min(sourceLength, MAX_LENGTH);
        isWhole = length == sourceLength;
        EightBytes.copy(source, offset, text, length);
    }

    /**
     * Whether it is another text.
     *
     * @param other text.
     * @return true if all characters are the same.
     */
    public boolean is(final CharSequence other) {
        if (!isWhole || other.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (charAt(i) != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether it is another text.
     *
     * @param ascii characters of the text, a byte each.
     * @return true if all characters are the same.
     */
    public boolean is(final byte[] ascii) {
        return isWhole && decoded == null && Arrays.equals(text, 0, length, ascii, 0, ascii.length);
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(final int index) {
        return decoded == null ? (char) text[index] : decoded.charAt(index);
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public CharSequence subSequence(final int start, final int end) {
        return toString().substring(start, end);
    }

    @Override
    public String toString() {
        return decoded == null ? new String(text, 0, length, StandardCharsets.ISO_8859_1) : decoded;
    }
}
