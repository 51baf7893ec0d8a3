package reprise.app.wiring;

import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import reprise.journal.SpaceWarning;

/** Says when a journal's disk is about to be full, on a thread of its own that asks every few seconds. */
final class DiskWatch implements AutoCloseable {
    private static final long EVERY_SECONDS = 10;

    /** Looks at the disk. */
    @FunctionalInterface
    interface Look {
        /**
         * Looks.
         *
         * @param nowNs on a clock that does not go back.
         * @return what is new since the last look.
         */
        List<SpaceWarning> at(long nowNs);
    }

    private final Look look;
    private final long everyMs;
    private final PrintStream err;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        final Thread created = new Thread(task, "disk-watch");
        created.setDaemon(true);
        return created;
    });

    DiskWatch(final Look look) {
        this(look, TimeUnit.SECONDS.toMillis(EVERY_SECONDS), System.err);
    }

    DiskWatch(final Look look, final long everyMs, final PrintStream err) {
        this.look = look;
        this.everyMs = everyMs;
        this.err = err;
    }

    /** Watches from now on. */
    void begin() {
        thread.scheduleWithFixedDelay(this::look, 0, everyMs, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            look.at(System.nanoTime()).forEach(warning -> err.println("reprise: " + warning));
        } catch (final RuntimeException e) {
            // Mostly the operating system's; whatever it is, a watch that ends must not end in silence.
            err.println("reprise: nobody knows how much room the journal has: " + e.getMessage());
            thread.shutdown();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
