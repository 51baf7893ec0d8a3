package reprise.port;

import org.agrona.DirectBuffer;

/** Receives records of a log in order. */
@FunctionalInterface
public interface RecordHandler {
    /**
     * One record.
     *
     * @param buffer holding the record; valid only during this call.
     * @param offset at which the record begins.
     * @param lengthBytes of the record.
     */
    void onRecord(DirectBuffer buffer, int offset, int lengthBytes);
}
