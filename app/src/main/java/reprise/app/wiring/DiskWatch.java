package reprise.app.wiring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import reprise.journal.JournalException;
import reprise.journal.SpaceWatch;

/** Says on standard error when a journal's disk is about to be full, on a thread of its own that asks every few seconds. */
final class DiskWatch implements AutoCloseable {
    private static final long EVERY_SECONDS = 10;

    private final SpaceWatch watch;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        final Thread created = new Thread(task, "disk-watch");
        created.setDaemon(true);
        return created;
    });

    DiskWatch(final SpaceWatch watch) {
        this.watch = watch;
    }

    /** Watches from now on. */
    void begin() {
        thread.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            watch.poll(System.nanoTime()).forEach(warning -> System.err.println("reprise: " + warning));
        } catch (final JournalException e) {
            System.err.println("reprise: nobody knows how much room the journal has: " + e.getMessage());
            thread.shutdown();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
