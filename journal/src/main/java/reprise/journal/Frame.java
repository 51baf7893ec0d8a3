package reprise.journal;

import org.agrona.BitUtil;
import reprise.message.Envelope;

/**
 * The bytes of one record in a log. A document of Chronicle holds one or more frames and nothing else.
 *
 * <pre>
 *   0            4            8                                    8 + length     multiple of 8
 *   +------------+------------+------------------------------------+--------------+
 *   | CRC32C     | length     | record (begins with the envelope)  | zeros        |
 *   +------------+------------+------------------------------------+--------------+
 *                 \___________________ covered by the CRC ________________________/
 * </pre>
 *
 * <p>Little endian. The checksum covers the length and the padding too, so that no byte of a frame can change unnoticed. Frames are a
 * multiple of 8 bytes long, so that Chronicle adds no padding of its own behind a document.
 */
final class Frame {
    /** Checksum and length. */
    static final int HEADER_BYTES = 8;

    /** Where the length is, and where the checksum begins to count. */
    static final int LENGTH_OFFSET = 4;

    /** Every frame begins and ends at a multiple of this. */
    static final int ALIGNMENT_BYTES = 8;

    /** Longest document, and so the most that is staged before it is written. */
    static final int DOCUMENT_BYTES_MAX = 64 << 10;

    /** Shortest record: an envelope alone. */
    static final int RECORD_BYTES_MIN = Envelope.LENGTH_BYTES;

    /** Shortest command that says which event it was decided at. */
    static final int COMMAND_BYTES_MIN = Envelope.LENGTH_BYTES + Long.BYTES;

    /** Longest record. */
    static final int RECORD_BYTES_MAX = DOCUMENT_BYTES_MAX - HEADER_BYTES;

    /** Sequence of the first record of every log. */
    static final long FIRST_SEQUENCE = 1;

    private Frame() {}

    /**
     * The room that a record takes.
     *
     * @param recordBytes length of the record.
     * @return length of its frame.
     */
    static int sizeBytes(final int recordBytes) {
        return HEADER_BYTES + BitUtil.align(recordBytes, ALIGNMENT_BYTES);
    }

    /**
     * Whether a length read from disk can be one.
     *
     * @param recordBytes as read; may be anything.
     * @param availableBytes from the beginning of the frame to the end of what may belong to it.
     * @return false if it is nonsense.
     */
    static boolean isPlausible(final int recordBytes, final int availableBytes) {
        return recordBytes >= RECORD_BYTES_MIN
                && recordBytes <= RECORD_BYTES_MAX
                && sizeBytes(recordBytes) <= availableBytes;
    }
}
