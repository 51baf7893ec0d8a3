package reprise.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import reprise.port.EventLog;
import reprise.state.SnapshotHeader;

/**
 * The journal of a run, being written: a log of events, a log of commands, and what there is to know about them. Created and closed by the
 * thread that wires the run; each log belongs to the stage that appends to it in between.
 *
 * <p>A run ends in one of two ways: {@link #close(Map)} when all went well, after which every byte is vouched for, or {@link
 * #abandon(String)} when it did not. A process that dies does neither; its journal then reads up to the last good record.
 */
public final class Journal implements AutoCloseable {
    /** With the name of a log before it, the key of how far a writer that gave up had come. */
    static final String GOOD_SEQUENCE = ".goodSequence";

    private final Path directory;
    private final SyncPolicy syncPolicy;
    private final DirectoryLock lock;
    private final String configurationCrc;
    private final ResumePoint resumePoint;
    private final ReadFrom readFrom;
    private ChronicleLog events;
    private ChronicleLog commands;
    private JournalMetadata metadata;
    private boolean isClosed;

    private Journal(
            final Path directory,
            final SyncPolicy syncPolicy,
            final DirectoryLock lock,
            final String configurationCrc,
            final JournalMetadata metadata,
            final ResumePoint resumePoint,
            final ReadFrom readFrom) {
        this.directory = directory;
        this.syncPolicy = syncPolicy;
        this.lock = lock;
        this.configurationCrc = configurationCrc;
        this.metadata = metadata;
        this.resumePoint = resumePoint;
        this.readFrom = readFrom;
    }

    /**
     * Creates a journal.
     *
     * @param directory absent or empty.
     * @param syncPolicy what a flush of its logs promises.
     * @param configuration of the run as text, kept as {@code conf.yaml}.
     * @param facts about the run, kept in the metadata; keys of letters, digits, '.', '_' and '-'.
     * @return the journal, locked for this writer.
     * @throws JournalException if the directory is not empty ({@code EXISTS}), is being written ({@code LOCKED}), or nothing can be written there
     *     ({@code UNWRITABLE}).
     */
    public static Journal create(
            final Path directory,
            final SyncPolicy syncPolicy,
            final String configuration,
            final Map<String, String> facts) {
        return create(directory, syncPolicy, configuration, facts, LogDevice.REAL);
    }

    /**
     * Makes sure that a journal can be created, before anything else is done for it. Leaves the directory, with nothing but a lock's file in it.
     *
     * @param directory absent or empty.
     * @throws JournalException if the directory is not empty ({@code EXISTS}), is being written ({@code LOCKED}) or nothing can be written there
     *     ({@code UNWRITABLE}).
     */
    public static void requireVacant(final Path directory) {
        lockVacant(directory).close();
    }

    private static DirectoryLock lockVacant(final Path directory) {
        VacantDirectory.check(directory);
        JournalSpace.of(directory).checkBegin();
        return DirectoryLock.acquire(directory);
    }

    static Journal create(
            final Path directory,
            final SyncPolicy syncPolicy,
            final String configuration,
            final Map<String, String> facts,
            final LogDevice device) {
        final DirectoryLock lock = lockVacant(directory);
        try {
            // Again, now that nobody else can be creating one: another writer may have come and gone since.
            VacantDirectory.check(directory);
            final JournalMetadata metadata = JournalMetadata.created(facts);
            final byte[] bytes = configuration.getBytes(StandardCharsets.UTF_8);
            final ResumePoint start = new ResumePoint(
                    LogFiles.FIRST_SESSION,
                    JournalMetadata.State.OPEN,
                    0,
                    Long.MIN_VALUE,
                    0,
                    0,
                    Frame.FIRST_SEQUENCE,
                    "",
                    List.of());
            final Journal journal = new Journal(
                    directory,
                    syncPolicy,
                    lock,
                    JournalReader.crc32c(bytes),
                    metadata,
                    start,
                    ReadFrom.beginning(directory));
            Disk.replace(directory.resolve(JournalLayout.CONFIGURATION), bytes);
            journal.writeProperties(Map.of());
            journal.openLogs(LogTail.NOTHING, LogTail.NOTHING, device);
            return journal;
        } catch (final IOException | RuntimeException | Error e) {
            lock.close();
            throw translated("creating the journal in " + directory, e);
        }
    }

    /**
     * Goes on with a journal whose writer closed it, gave it up or died. Both logs are read from beginning to end first. What the writer
     * before had begun and not finished at the end of a log is cut off, and told in the resume point and in the metadata; a whole record
     * never is. The facts of the journal stay, its results are withdrawn until it is closed again. If this fails or is killed, at whatever
     * moment, no record is lost and it can be called again.
     *
     * @param directory of the journal.
     * @param syncPolicy what a flush of its logs promises from now on.
     * @param facts about this resumption, kept in the metadata beside those of the journal.
     * @return the journal, locked for this writer; {@link #resumePoint()} says where it goes on.
     * @throws JournalException if there is none ({@code NOT_FOUND}), somebody else is writing it ({@code LOCKED}; names who), or it is not
     *     what was written ({@code DAMAGED}; says where, and nothing has been changed).
     */
    public static Journal resume(final Path directory, final SyncPolicy syncPolicy, final Map<String, String> facts) {
        return resume(directory, syncPolicy, facts, null, sequence -> {});
    }

    /**
     * Goes on with a journal, as {@link #resume(Path, SyncPolicy, Map)} does, where the state at a late event is known: the logs are then read and
     * checked from the last seals before it, and files before those are not opened. If anything there does not fit, everything is read after all,
     * and the resume point says why.
     *
     * @param directory of the journal.
     * @param syncPolicy what a flush of its logs promises from now on.
     * @param facts about this resumption, kept in the metadata beside those of the journal.
     * @param known of the snapshot that holds the state; null if there is none.
     * @param progress is told the sequence of each event that is read.
     * @return the journal, locked for this writer; {@link #resumePoint()} says where it goes on.
     * @throws JournalException as there.
     */
    public static Journal resume(
            final Path directory,
            final SyncPolicy syncPolicy,
            final Map<String, String> facts,
            final SnapshotHeader known,
            final LongConsumer progress) {
        JournalReader.checkIsThere(directory);
        JournalSpace.of(directory).checkBegin();
        final DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            final Resumption resumption = Resumption.examine(directory, known, progress);
            final Journal journal = new Journal(
                    directory,
                    syncPolicy,
                    lock,
                    resumption.configurationCrc(),
                    resumption.metadata(facts),
                    resumption.point(),
                    resumption.from());
            // First of all, because a cut file is not what the seals of a clean close say.
            journal.writeProperties(Map.of());
            resumption.cut();
            journal.openLogs(resumption.events(), resumption.commands(), LogDevice.REAL);
            return journal;
        } catch (final IOException | RuntimeException | Error e) {
            lock.close();
            throw translated("resuming the journal in " + directory, e);
        }
    }

    /** What a journal has before its first record, but for its logs. */
    static void writeBeginning(final Path directory, final String configuration, final Map<String, String> facts)
            throws IOException {
        final byte[] bytes = configuration.getBytes(StandardCharsets.UTF_8);
        Disk.replace(directory.resolve(JournalLayout.CONFIGURATION), bytes);
        writeProperties(directory, JournalMetadata.created(facts), JournalReader.crc32c(bytes), Map.of());
    }

    private void openLogs(final LogTail eventsBefore, final LogTail commandsBefore, final LogDevice device) {
        final int session = resumePoint.session();
        events =
                ChronicleLog.resume(directory.resolve(JournalLayout.EVENTS), session, syncPolicy, eventsBefore, device);
        try {
            commands = ChronicleLog.resumeCausedBy(
                    events, directory.resolve(JournalLayout.COMMANDS), session, commandsBefore, device);
        } catch (final RuntimeException | Error e) {
            closeAfterFailure(events);
            throw e;
        }
    }

    private static RuntimeException translated(final String doing, final Throwable problem) {
        if (problem instanceof Error error) {
            throw error;
        }
        return problem instanceof RuntimeException known ? known : JournalException.io(doing, problem);
    }

    /**
     * How much room the journal's disk has left.
     *
     * @return as it is now; from any thread but those of the pipeline.
     */
    public JournalSpace space() {
        return JournalSpace.of(directory);
    }

    /**
     * Watches the room on the journal's disk.
     *
     * @return a watch of its own for the caller, who polls it from one thread, but none of the pipeline's.
     */
    public SpaceWatch spaceWatch() {
        return new SpaceWatch(directory, JournalSpace.Source.DISK);
    }

    /**
     * The log of what happened.
     *
     * @return for the sequencer alone.
     */
    public EventLog events() {
        return events;
    }

    /**
     * The log of what was decided.
     *
     * @return for the command journaler alone.
     */
    public EventLog commands() {
        return commands;
    }

    /**
     * Reads what happened before this writer began, from where resuming has read it.
     *
     * @return a new reader, to be closed by the caller; what this writer appends may come behind.
     */
    public LogReader recordedEvents() {
        return LogReader.open(directory.resolve(JournalLayout.EVENTS), null, readFrom.events());
    }

    /**
     * Reads what was decided before this writer began, from where resuming has read it.
     *
     * @return a new reader, to be closed by the caller; what this writer appends may come behind.
     */
    public LogReader recordedCommands() {
        return LogReader.open(directory.resolve(JournalLayout.COMMANDS), null, readFrom.commands());
    }

    /**
     * Where this writer began.
     *
     * @return all zero, but for the number of the writer, if it created the journal.
     */
    public ResumePoint resumePoint() {
        return resumePoint;
    }

    /**
     * Closes the journal cleanly: flushes, cuts the files to what was written, and writes into the metadata how long the logs are and the
     * checksums of all bytes that have none. Has no effect if the journal is closed already.
     *
     * @param results of the run, kept in the metadata; keys of letters, digits, '.', '_' and '-'.
     * @throws JournalException if the disk does not hold what was written; the journal is then marked as failed.
     */
    public void close(final Map<String, String> results) {
        if (isClosed) {
            return;
        }
        try {
            events.close();
            commands.close();
            final Map<String, String> seals = new LinkedHashMap<>();
            seal(JournalLayout.EVENTS, events, seals);
            seal(JournalLayout.COMMANDS, commands, seals);
            metadata = metadata.closed(results);
            writeProperties(seals);
        } catch (final IOException | RuntimeException e) {
            abandon("closing failed: " + e);
            throw e instanceof JournalException known
                    ? known
                    : JournalException.io("closing the journal in " + directory, e);
        }
        isClosed = true;
        lock.close();
    }

    private void seal(final String name, final ChronicleLog log, final Map<String, String> properties) {
        LogSealer.seal(directory.resolve(name), log, syncPolicy).write(name, properties);
    }

    /**
     * Gives the journal up after a failure: writes what is whole, and into the metadata why and up to where it is good. Never throws for
     * what it cannot write, for the first failure is the one to report. Has no effect if the journal is closed already.
     *
     * @param reason for people.
     */
    public void abandon(final String reason) {
        if (isClosed) {
            return;
        }
        isClosed = true;
        closeAfterFailure(events);
        closeAfterFailure(commands);
        final Map<String, String> marks = new LinkedHashMap<>();
        marks.put(JournalLayout.EVENTS + GOOD_SEQUENCE, Long.toString(events.writtenSequence()));
        marks.put(JournalLayout.COMMANDS + GOOD_SEQUENCE, Long.toString(commands.writtenSequence()));
        metadata = metadata.failed(reason);
        try {
            writeProperties(marks);
            lock.close();
        } catch (final IOException | JournalException e) {
            // The metadata still says OPEN, which reads as a writer that died: nothing false is on record.
        }
    }

    private static void closeAfterFailure(final ChronicleLog log) {
        try {
            log.close();
        } catch (final RuntimeException e) {
            // What could not be flushed is lost; writtenSequence says so.
        }
    }

    /** Abandons the journal unless it was closed with results: whoever leaves early has not ended the run. */
    @Override
    public void close() {
        abandon("closed before the run had ended");
    }

    private void writeProperties(final Map<String, String> more) throws IOException {
        writeProperties(directory, metadata, configurationCrc, more);
    }

    private static void writeProperties(
            final Path directory,
            final JournalMetadata metadata,
            final String configurationCrc,
            final Map<String, String> more)
            throws IOException {
        final Map<String, String> properties = new LinkedHashMap<>();
        metadata.write(properties);
        properties.put(JournalReader.CONFIGURATION_CRC, configurationCrc);
        properties.putAll(more);
        PropertiesFile.write(directory.resolve(JournalLayout.PROPERTIES), properties);
    }
}
