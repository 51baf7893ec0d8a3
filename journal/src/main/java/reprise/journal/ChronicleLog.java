package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import net.openhft.chronicle.queue.RollCycle;
import org.agrona.DirectBuffer;
import reprise.message.Envelope;
import reprise.port.EventLog;

/**
 * A log of records in a Chronicle queue. Called by the one thread that appends, though it may be opened and closed by another. Appending
 * allocates nothing; only a new file, once a day, does.
 *
 * <p>Records are staged in memory of our own and written as one document when they are flushed or when the stage is full, because a
 * document costs more than a record. What is staged is lost if the process dies, so flush before acting on a record.
 *
 * <p>Design note: Chronicle's own {@code sync()} leaves out the tail of a block when the writing has moved on to the next, so a policy that
 * forces does so with the file itself.
 */
public final class ChronicleLog implements EventLog {
    private final Path directory;
    private final SyncPolicy syncPolicy;
    private final RecordStage stage;
    private final DocumentWriter writer;
    private final LogSync sync;

    /** The log whose records led to this one's, and must be on the disk before them; or null. */
    private final ForcedFile causes;

    private long lastSequence;
    private long lastTimeNs;
    private long lastCause;
    private long writtenSequence;
    private boolean isBroken;
    private boolean isClosed;

    private ChronicleLog(
            final Path log,
            final int session,
            final SyncPolicy syncPolicy,
            final LogTail before,
            final LogDevice device,
            final ForcedFile causes) {
        directory = LogFiles.session(log, session);
        this.syncPolicy = syncPolicy;
        this.causes = causes;
        lastSequence = before.sequence();
        lastTimeNs = before.timeNs();
        writtenSequence = lastSequence;
        stage = new RecordStage(before.chain());
        LogSync opened = null;
        try {
            Files.createDirectories(directory);
            opened = new LogSync(log, syncPolicy, lastSequence, device.forcer());
            writer = DocumentWriter.open(directory, device.rollCycle(), device.clockMs(), device.filler());
        } catch (final IOException | RuntimeException | InternalError e) {
            if (opened != null) {
                opened.close();
            }
            stage.close();
            throw failure(e);
        }
        sync = opened;
    }

    /**
     * Opens a new log.
     *
     * @param directory which must be empty or absent.
     * @param syncPolicy what a flush promises.
     * @return the log, whose first record must have sequence 1.
     */
    public static ChronicleLog open(final Path directory, final SyncPolicy syncPolicy) {
        return open(directory, syncPolicy, LogDevice.REAL);
    }

    static ChronicleLog open(
            final Path directory, final SyncPolicy syncPolicy, final RollCycle rollCycle, final LongSupplier clockMs) {
        return open(directory, syncPolicy, LogDevice.rolling(rollCycle, clockMs));
    }

    static ChronicleLog open(final Path directory, final SyncPolicy syncPolicy, final LogDevice device) {
        return new ChronicleLog(directory, LogFiles.FIRST_SESSION, syncPolicy, LogTail.NOTHING, device, null);
    }

    /**
     * Opens a log that goes on where another writer's ended.
     *
     * @param log directory of the log.
     * @param session number of the writer that opens it.
     * @param syncPolicy what a flush promises.
     * @param before where the other's ended.
     * @param device that it is written on.
     * @return the log, whose first record must have the next sequence, and a time that is not before the last one's.
     */
    static ChronicleLog resume(
            final Path log,
            final int session,
            final SyncPolicy syncPolicy,
            final LogTail before,
            final LogDevice device) {
        return new ChronicleLog(log, session, syncPolicy, before, device, null);
    }

    /** Like {@link #resume}, for a log whose every record has a cause in another log, which is on the disk before the record is written. */
    static ChronicleLog resumeCausedBy(
            final ChronicleLog causes,
            final Path log,
            final int session,
            final LogTail before,
            final LogDevice device) {
        // Under the other policies the cause is on the disk already, or nobody has asked for that.
        final boolean isOrders = causes.syncPolicy.mode() == SyncPolicy.Mode.ORDERS;
        return new ChronicleLog(log, session, causes.syncPolicy, before, device, isOrders ? causes.sync.file() : null);
    }

    /**
     * {@inheritDoc}
     *
     * <p>The record's sequence must be the previous one's plus 1, and its time not before the previous one's.
     */
    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        final long sequence = Envelope.sequence(buffer, offset);
        final long timeNs = Envelope.timeNs(buffer, offset);
        checkAppend(lengthBytes, sequence, timeNs);
        if (!stage.hasRoom(lengthBytes)) {
            writeDocument();
        }
        stage.add(buffer, offset, lengthBytes);
        sync.appended(Envelope.templateId(buffer, offset));
        if (causes != null && lengthBytes >= Frame.COMMAND_BYTES_MIN) {
            lastCause = Math.max(lastCause, Envelope.causeSequence(buffer, offset));
        }
        lastSequence = sequence;
        lastTimeNs = timeNs;
    }

    private void checkAppend(final int lengthBytes, final long sequence, final long timeNs) {
        if (isClosed) {
            throw new IllegalStateException("log is closed: " + directory);
        }
        if (lengthBytes < Frame.RECORD_BYTES_MIN || lengthBytes > Frame.RECORD_BYTES_MAX) {
            throw new IllegalArgumentException("record length: " + lengthBytes + ", sequence=" + sequence
                    + ", allowed: " + Frame.RECORD_BYTES_MIN + ".." + Frame.RECORD_BYTES_MAX);
        }
        if (sequence != lastSequence + 1 || timeNs < lastTimeNs) {
            throw new IllegalStateException("record out of order: sequence=" + sequence + " after " + lastSequence
                    + ", timeNs=" + timeNs + " after " + lastTimeNs);
        }
    }

    @Override
    public void flush() {
        if (isClosed) {
            return;
        }
        checkNotBroken();
        if (!stage.isEmpty()) {
            writeDocument();
        }
        // If the disk refuses, nobody knows what it has, and nothing may be appended behind that.
        isBroken = true;
        try {
            sync.flush(lastSequence, stage.chain());
        } catch (final IOException e) {
            throw failure(e);
        }
        isBroken = false;
    }

    private void checkNotBroken() {
        if (isBroken) {
            throw new IllegalStateException(
                    "log failed earlier, it is good up to sequence " + writtenSequence + ": " + directory);
        }
        try {
            sync.throwIfFailed();
        } catch (final IOException e) {
            isBroken = true;
            throw failure(e);
        }
    }

    private void writeDocument() {
        checkNotBroken();
        // Stays so if the write fails: whether Chronicle has the document is then unknown, and it must not be written
        // twice.
        isBroken = true;
        try {
            if (causes != null) {
                causes.forceUpTo(lastCause);
            }
            writer.write(stage);
            stage.clear();
            writtenSequence = lastSequence;
            sync.written(lastSequence, writer);
        } catch (final IOException | RuntimeException | InternalError e) {
            throw failure(e);
        }
        isBroken = false;
    }

    /** One error for whatever the disk refuses: an exception of ours or of Chronicle's, or a page that could not be filled. */
    private JournalException failure(final Throwable cause) {
        final String free = directory.toFile().getUsableSpace() + " bytes are free there";
        return new JournalException(
                JournalException.Kind.IO,
                "the log in " + directory + " cannot be written (" + Refusal.reasonWithFile(cause) + "): " + free
                        + ", its last record on record is " + writtenSequence
                        + "; make room or mend the disk, then resume",
                cause);
    }

    /**
     * The last record taken, staged or written.
     *
     * @return its sequence, or 0 if there is none.
     */
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * The last record handed to the operating system.
     *
     * @return its sequence, or 0 if there is none.
     */
    public long writtenSequence() {
        return writtenSequence;
    }

    Path directory() {
        return directory;
    }

    long documents() {
        return writer.documents();
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        try {
            flush();
            sync.end(lastSequence, stage.chain());
        } catch (final IOException e) {
            throw failure(e);
        } finally {
            isClosed = true;
            writer.close();
            sync.close();
            stage.close();
        }
    }
}
