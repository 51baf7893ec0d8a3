package reprise.journal;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Takes a log to the disk as its {@link SyncPolicy} says, and seals it. Called by the thread that appends.
 *
 * <p>Design note: a seal must never outlive the records that it speaks of, or a power failure would look as if records had been taken away
 * later. So under a policy that forces, a seal is written after they were forced.
 */
final class LogSync implements AutoCloseable {
    private final SyncPolicy policy;
    private final ForcedFile file;
    private final SealTrail.Writer seals;
    private final IntervalSync interval;
    private long sealedSequence;
    private boolean isForceDue;

    /**
     * Begins behind the last seal of a log.
     *
     * @param log directory of it, which exists.
     * @param policy when the disk is asked.
     * @param sequence of the last record of the writer before.
     * @param forcer asks it.
     * @throws IOException if the disk refuses.
     */
    LogSync(final Path log, final SyncPolicy policy, final long sequence, final ForcedFile.Forcer forcer)
            throws IOException {
        this.policy = policy;
        file = new ForcedFile(forcer, sequence);
        seals = SealTrail.read(log).writer(log);
        sealedSequence = seals.lastSequence();
        interval = policy.mode() == SyncPolicy.Mode.INTERVAL
                ? IntervalSync.start(log.getFileName().toString(), policy.intervalMs(), file, seals)
                : null;
    }

    /** Takes note of a record that is going to be written. */
    void appended(final int templateId) {
        isForceDue |= policy.isForcedBy(templateId);
    }

    /**
     * Takes note of a document that was written.
     *
     * @param sequence of its last record.
     * @param writer which wrote it.
     * @throws IOException if the disk refuses.
     */
    void written(final long sequence, final DocumentWriter writer) throws IOException {
        if (policy.isForcing()) {
            file.written(sequence, writer);
        }
    }

    /**
     * Ends a flush: takes to the disk what must be, and seals if it is time.
     *
     * @param sequence of the last record, which is written.
     * @param chain over all records.
     * @throws IOException if the disk refuses.
     */
    void flush(final long sequence, final long chain) throws IOException {
        if (isForceDue) {
            file.force();
            isForceDue = false;
        }
        if (sequence - sealedSequence >= SealTrail.RECORDS_PER_SEAL) {
            if (interval == null) {
                seal(sequence, chain);
            } else if (interval.offerSeal(sequence, chain)) {
                sealedSequence = sequence;
            }
        }
    }

    private void seal(final long sequence, final long chain) throws IOException {
        if (policy.isForcing()) {
            file.force();
        }
        seals.seal(sequence, chain);
        sealedSequence = sequence;
    }

    /**
     * A last seal, so that no record can be taken from the end even of a log that is given up.
     *
     * @param sequence of the last record, which is written.
     * @param chain over all records.
     * @throws IOException if the disk refuses.
     */
    void end(final long sequence, final long chain) throws IOException {
        stopInterval();
        throwIfFailed();
        if (sequence > seals.lastSequence()) {
            seal(sequence, chain);
        }
        if (policy.isForcing()) {
            seals.force();
        }
    }

    /** Tells what the disk refused behind the back of the thread that appends. */
    void throwIfFailed() throws IOException {
        if (interval != null) {
            interval.throwIfFailed();
        }
    }

    /** The file that is forced, for a log whose records must not be on the disk before this one's. */
    ForcedFile file() {
        return file;
    }

    private void stopInterval() {
        if (interval != null) {
            interval.close();
        }
    }

    @Override
    public void close() {
        stopInterval();
        seals.close();
        file.close();
    }
}
