package reprise.app.wiring;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end cleanly when the user or the system asks it to: asks it to stop, and if that takes longer than it may, to stop waiting. A
 * second signal ends the process at once, which its journal survives like any other death.
 */
final class Interruption implements AutoCloseable {
    private static final int SIGNAL_EXIT = 128;
    private static final int INT_NUMBER = 2;
    private static final int TERM_NUMBER = 15;

    private final Runnable stop;
    private final Runnable cut;
    private final long withinNs;
    private final CountDownLatch over = new CountDownLatch(1);
    private final EndSignals signals;
    private volatile String first;

    /**
     * Watches from now on.
     *
     * @param stop asks the run to stop; called on another thread.
     * @param cut asks it to wait for nothing more; likewise.
     * @param withinNs how long it may wait in between, in nanoseconds.
     */
    Interruption(final Runnable stop, final Runnable cut, final long withinNs) {
        this.stop = stop;
        this.cut = cut;
        this.withinNs = withinNs;
        signals = new EndSignals(this::onSignal);
    }

    private void onSignal(final String name) {
        if (isSecond(name)) {
            Runtime.getRuntime().halt(SIGNAL_EXIT + (name.equals(EndSignals.INT) ? INT_NUMBER : TERM_NUMBER));
        }
        System.err.println("reprise: SIG" + name + ": stopping; another signal ends at once");
        stop.run();
        try {
            if (!over.await(withinNs, TimeUnit.NANOSECONDS)) {
                cut.run();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isSecond(final String name) {
        final boolean isSecond = first != null;
        first = isSecond ? first : name;
        return isSecond;
    }

    /** Whether the system asked for the end, rather than somebody at the keyboard. */
    boolean wasTermination() {
        return EndSignals.TERM.equals(first);
    }

    /** The run is over: from now on a signal ends the process. */
    @Override
    public void close() {
        over.countDown();
        signals.close();
    }
}
