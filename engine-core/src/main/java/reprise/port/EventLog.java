package reprise.port;

import org.agrona.DirectBuffer;

/**
 * An append-only log of records. Single-threaded; owned by the stage that appends. Knows nothing of codecs.
 *
 * <p>Appending is not durability: what {@link #flush()} promises is the implementation's sync policy.
 */
public interface EventLog extends AutoCloseable {
    /**
     * Appends one record. It may be held in the log's own memory until {@link #flush()}, so whoever lets others act on the record must
     * flush first.
     *
     * @param buffer holding the record; valid only during this call.
     * @param offset at which the record begins.
     * @param lengthBytes of the record.
     */
    void append(DirectBuffer buffer, int offset, int lengthBytes);

    /** Hands everything appended so far to the operating system, and to the disk as far as the sync policy says. */
    void flush();

    /** Flushes and releases; further calls have no effect. */
    @Override
    void close();
}
