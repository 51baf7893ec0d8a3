package reprise.journal;

import org.agrona.DirectBuffer;

/**
 * The four bytes before every document in a file of Chronicle: two flags and a length. Documents begin at multiples of 4.
 *
 * <pre>
 *   bit 31         bit 30        bits 29..0
 *   +--------------+-------------+-------------------------+
 *   | not complete | metadata    | length of the document  |
 *   +--------------+-------------+-------------------------+
 *   all zero: nothing was written here yet; both flags and length 0: the file ends here, a next one follows
 * </pre>
 */
final class DocumentHeader {
    /** Length of the header. */
    static final int SIZE_BYTES = 4;

    /** Nothing was written here yet. */
    static final int NOT_WRITTEN = 0;

    /** The file ends here. */
    static final int END_OF_FILE = 0xC000_0000;

    private static final int NOT_COMPLETE = 0x8000_0000;
    private static final int METADATA = 0x4000_0000;
    private static final int LENGTH_MASK = 0x3FFF_FFFF;

    /** Bytes of a metadata document that {@link #isKnownMetadata} looks at. */
    static final int METADATA_NAME_BYTES = 13;

    private static final int FIELD_NAME_CODE = 0xB9;
    private static final String[] METADATA_NAMES = {"header", "index2index", "index"};

    private DocumentHeader() {}

    static boolean isComplete(final int word) {
        return (word & NOT_COMPLETE) == 0;
    }

    static boolean isMetadata(final int word) {
        return (word & METADATA) != 0;
    }

    static int lengthBytes(final int word) {
        return word & LENGTH_MASK;
    }

    /**
     * Where the next header is.
     *
     * @param position of this header.
     * @param word of this header.
     * @return position of the next.
     */
    static long next(final long position, final int word) {
        return (position + SIZE_BYTES + lengthBytes(word) + 3) & ~3L;
    }

    /**
     * Whether a metadata document is one of the three that Chronicle writes, and not records whose header was damaged.
     *
     * @param buffer holding the document.
     * @param index at which it begins, after its header.
     * @return false if it is something else.
     */
    static boolean isKnownMetadata(final DirectBuffer buffer, final int index) {
        for (final String name : METADATA_NAMES) {
            if (isNamed(buffer, index, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(final DirectBuffer buffer, final int index, final String name) {
        if ((buffer.getByte(index) & 0xFF) != FIELD_NAME_CODE || buffer.getByte(index + 1) != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (buffer.getByte(index + 2 + i) != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
