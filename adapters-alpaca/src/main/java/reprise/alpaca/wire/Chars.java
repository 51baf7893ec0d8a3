package reprise.alpaca.wire;

/** A short text of a message, in memory that is reused. A text that is too long is kept in part and is equal to none. Single-threaded. */
public final class Chars implements CharSequence {
    /** The longest text that is kept whole. */
    public static final int MAX_LENGTH = 128;

    private final char[] text = new char[MAX_LENGTH];
    private int length;
    private boolean isWhole = true;

    void clear() {
        length = 0;
        isWhole = true;
    }

    void set(final char[] source, final int offset, final int sourceLength) {
        length = Math.min(sourceLength, MAX_LENGTH);
        isWhole = length == sourceLength;
        System.arraycopy(source, offset, text, 0, length);
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
            if (text[i] != other.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(final int index) {
        return text[index];
    }

    @Override
    public boolean isEmpty() {
        return length == 0;
    }

    @Override
    public CharSequence subSequence(final int start, final int end) {
        return new String(text, start, end - start);
    }

    @Override
    public String toString() {
        return new String(text, 0, length);
    }
}
