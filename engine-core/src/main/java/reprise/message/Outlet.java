package reprise.message;

import org.agrona.MutableDirectBuffer;

/**
 * Where a publisher writes one message at a time: a slot of a ring, or an array in a test. Single-threaded, one per publisher.
 */
public interface Outlet {
    /** The most bytes that a message may have. */
    int MAX_MESSAGE_LENGTH_BYTES = 1024;

    /**
     * Claims room for the next message. Each claim must be followed by {@link #end} on the same thread.
     *
     * @return a buffer with room for {@link #MAX_MESSAGE_LENGTH_BYTES}, to be written from offset 0; valid until the end.
     */
    MutableDirectBuffer claim();

    /**
     * Publishes what was written since the claim, or takes the claim back.
     *
     * @param lengthBytes of the message; 0 if it could not be written, after which nobody will see it.
     */
    void end(int lengthBytes);

    /**
     * Who takes a price as the call that its bytes stand for, where nobody would read the bytes but who turns them back into that call.
     *
     * @param timeNs at which the next price happened by its source, as the publisher would write it.
     * @return to be called once and at once, instead of a claim; null where a price must be written.
     */
    default PriceEvents prices(final long timeNs) {
        return null;
    }
}
