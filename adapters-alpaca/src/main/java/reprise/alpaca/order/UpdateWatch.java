package reprise.alpaca.order;

/**
 * Whether the stream of trade updates still tells. A connection may answer pings and say nothing more; that nobody speaks of orders is no bad
 * sign by itself, but it is one after an answer has shown something that the stream should have told. Any thread.
 */
final class UpdateWatch {
    private volatile boolean owed;
    private volatile boolean heard;

    /** The stream has told something. */
    void onUpdate() {
        heard = true;
        owed = false;
    }

    /** An answer has shown what the stream has not told. */
    void onShown() {
        owed = true;
    }

    /** What was shown so far was not to be told: nobody listened. */
    void forgive() {
        owed = false;
    }

    /** Whether the stream should have told something by now. */
    boolean isOwed() {
        return owed;
    }

    /** Whether nothing was told since the last call. */
    boolean wasQuiet() {
        final boolean wasQuiet = !heard;
        heard = false;
        return wasQuiet;
    }
}
