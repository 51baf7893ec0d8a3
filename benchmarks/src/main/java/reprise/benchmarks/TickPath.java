package reprise.benchmarks;

/** A way from a frame to the bytes of an order. */
interface TickPath extends AutoCloseable {
    /**
     * Takes a frame, on the thread of the socket, and returns once that may read the next one.
     *
     * @param frame valid only during this call.
     */
    void onFrame(byte[] frame);

    /** Waits until all that was taken is worked off. */
    void awaitIdle();

    @Override
    void close();
}
