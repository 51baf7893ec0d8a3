package reprise.alpaca.stream;

/**
 * Speaks on a kept connection. All calls but {@link #expectsFrames} come on the stream's one thread, whatever the connection is; what they
 * throw is fatal to the stream.
 */
public interface StreamHandler {
    /**
     * Connected; nothing was said yet.
     *
     * @param connection to speak on.
     */
    void onOpened(StreamConnection connection);

    /**
     * A frame arrived, text or binary.
     *
     * @param connection it came on.
     * @param bytes holding it from index 0; valid only during this call.
     * @param length of the frame, in bytes.
     */
    void onFrame(StreamConnection connection, byte[] bytes, int length);

    /** The connection that was opened is gone, for whatever reason; another may be opened after this. */
    void onLost();

    /**
     * Whether silence is a bad sign. Called on a thread of the stream's own that watches it.
     *
     * @param epochNs the time of day.
     * @return true while the market is open, or while something else is due.
     */
    boolean expectsFrames(long epochNs);
}
