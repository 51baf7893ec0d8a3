package reprise.app.wiring;

/**
 * Lets a run end cleanly when the user interrupts it: asks it to stop, and holds the end of the process back until the thread that runs has
 * closed and printed what it has to, for a bounded time. A second interrupt does not wait.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_MS = 10_000;

    private final Thread owner = Thread.currentThread();
    private final Thread hook;

    /**
     * Watches from now on, for the calling thread.
     *
     * @param stop asks the run to stop; called on another thread.
     */
    Interruption(final Runnable stop) {
        hook = new Thread(() -> interrupt(stop), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void interrupt(final Runnable stop) {
        stop.run();
        try {
            owner.join(PATIENCE_MS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The run is over: an interrupt has nothing to wait for any more. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (final IllegalStateException e) {
            // The process is ending already, by the interrupt that this class is for.
        }
    }
}
