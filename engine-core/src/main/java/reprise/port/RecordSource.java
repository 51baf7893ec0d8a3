package reprise.port;

import org.agrona.DirectBuffer;

/** The records of a log, one by one: a cursor. Single-threaded. */
public interface RecordSource {
    /**
     * Moves to the next record.
     *
     * @return false if there is none; the accessors are then meaningless.
     */
    boolean next();

    /**
     * Where the record is.
     *
     * @return a buffer that is valid until the next move.
     */
    DirectBuffer buffer();

    /**
     * Where the record begins.
     *
     * @return offset in the buffer.
     */
    int offset();

    /**
     * How long the record is.
     *
     * @return bytes.
     */
    int lengthBytes();

    /**
     * What came before the first record.
     *
     * @return sequence of the record before it; 0 if the log begins with its first.
     */
    default long sequenceBefore() {
        return 0;
    }

    /**
     * How many records of the log come before the first one here, and are left out because it is known what came of them.
     *
     * @return 0 for all that the log has.
     */
    default long passedOver() {
        return 0;
    }
}
