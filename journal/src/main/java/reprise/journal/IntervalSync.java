package reprise.journal;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Takes a log to the disk every so many milliseconds, on a thread of its own, so that no flush waits for the disk. The thread that appends
 * leaves seals here: one is written only when its records are on the disk, so that none speaks of records that a power failure may take.
 */
final class IntervalSync implements AutoCloseable {
    private final long intervalNs;
    private final ForcedFile file;
    private final SealTrail.Writer seals;
    private final Thread thread;
    private long sealSequence;
    private long sealChain;
    private volatile boolean isSealWaiting;
    private volatile boolean isStopped;
    private volatile IOException failure;

    private IntervalSync(final String log, final int intervalMs, final ForcedFile file, final SealTrail.Writer seals) {
        intervalNs = TimeUnit.MILLISECONDS.toNanos(intervalMs);
        this.file = file;
        this.seals = seals;
        thread = new Thread(this::run, "journal-sync-" + log);
        thread.setDaemon(true);
    }

    /**
     * Starts.
     *
     * @param log name of it, for the thread's.
     * @param intervalMs between the end of one force and the next.
     * @param file to force.
     * @param seals which are this thread's own until it is closed.
     * @return running.
     */
    static IntervalSync start(
            final String log, final int intervalMs, final ForcedFile file, final SealTrail.Writer seals) {
        final IntervalSync sync = new IntervalSync(log, intervalMs, file, seals);
        sync.thread.start();
        return sync;
    }

    private void run() {
        while (!isStopped && failure == null) {
            LockSupport.parkNanos(intervalNs);
            try {
                syncOnce();
            } catch (final IOException e) {
                failure = e;
            }
        }
    }

    private void syncOnce() throws IOException {
        final boolean isSealing = isSealWaiting;
        file.force();
        if (isSealing) {
            seals.seal(sealSequence, sealChain);
            isSealWaiting = false;
        }
    }

    /**
     * Leaves a seal, to be written when its records are on the disk; not if another one is waiting still.
     *
     * @param sequence of the last record that was written.
     * @param chain over all records up to it.
     * @return whether it was taken.
     */
    boolean offerSeal(final long sequence, final long chain) {
        if (isSealWaiting) {
            return false;
        }
        sealSequence = sequence;
        sealChain = chain;
        isSealWaiting = true;
        return true;
    }

    /**
     * Tells the thread that appends what happened on this one.
     *
     * @throws IOException if the disk refused.
     */
    void throwIfFailed() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Ends the thread and waits for it; what is written after its last time is for the caller to force. */
    @Override
    public void close() {
        isStopped = true;
        // Not interrupted: that would close the file under it.
        LockSupport.unpark(thread);
        boolean isInterrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
