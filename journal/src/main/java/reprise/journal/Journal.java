package reprise.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import reprise.port.EventLog;

/**
 * The journal of a run, being written: a log of events, a log of commands, and what there is to know about them. Created and closed by the
 * thread that wires the run; each log belongs to the stage that appends to it in between.
 *
 * <p>A run ends in one of two ways: {@link #close(Map)} when all went well, after which every byte is vouched for, or {@link
 * #abandon(String)} when it did not. A process that dies does neither; its journal then reads up to the last good record.
 */
public final class Journal implements AutoCloseable {
    private final Path directory;
    private final SyncPolicy syncPolicy;
    private final JournalLock lock;
    private final String configurationCrc;
    private final ChronicleLog events;
    private final ChronicleLog commands;
    private JournalMetadata metadata;
    private boolean isClosed;

    private Journal(
            final Path directory,
            final SyncPolicy syncPolicy,
            final JournalLock lock,
            final String configuration,
            final JournalMetadata metadata) {
        this.directory = directory;
        this.syncPolicy = syncPolicy;
        this.lock = lock;
        this.metadata = metadata;
        final byte[] configurationBytes = configuration.getBytes(StandardCharsets.UTF_8);
        configurationCrc = JournalReader.crc32c(configurationBytes);
        try {
            Disk.replace(directory.resolve(JournalLayout.CONFIGURATION), configurationBytes);
            writeProperties(new LinkedHashMap<>());
        } catch (final IOException e) {
            throw JournalException.io("creating the journal in " + directory, e);
        }
        events = ChronicleLog.open(directory.resolve(JournalLayout.EVENTS), syncPolicy);
        commands = ChronicleLog.open(directory.resolve(JournalLayout.COMMANDS), syncPolicy);
    }

    /**
     * Creates a journal.
     *
     * @param directory absent or empty.
     * @param syncPolicy what a flush of its logs promises.
     * @param configuration of the run as text, kept as {@code conf.yaml}.
     * @param facts about the run, kept in the metadata; keys of letters, digits, '.', '_' and '-'.
     * @return the journal, locked for this writer.
     * @throws JournalException if the directory is not empty ({@code EXISTS}) or is being written ({@code LOCKED}).
     */
    public static Journal create(
            final Path directory,
            final SyncPolicy syncPolicy,
            final String configuration,
            final Map<String, String> facts) {
        checkVacant(directory);
        final JournalLock lock = JournalLock.acquire(directory);
        boolean isCreated = false;
        try {
            // Again, now that nobody else can be creating one: another writer may have come and gone since.
            checkVacant(directory);
            final JournalMetadata metadata = new JournalMetadata(
                    JournalMetadata.State.OPEN,
                    JournalMetadata.FORMAT_VERSION,
                    Instant.now().toString(),
                    facts,
                    Map.of(),
                    "");
            final Journal journal = new Journal(directory, syncPolicy, lock, configuration, metadata);
            isCreated = true;
            return journal;
        } finally {
            if (!isCreated) {
                lock.close();
            }
        }
    }

    private static void checkVacant(final Path directory) {
        try {
            Files.createDirectories(directory);
            final boolean hasLock = Files.exists(directory.resolve(JournalLayout.LOCK));
            if (Files.exists(directory.resolve(JournalLayout.PROPERTIES))) {
                throwIfLocked(directory, hasLock);
                throw exists(directory, "holds a journal already; a journal is never written over");
            }
            try (Stream<Path> content = Files.list(directory)) {
                if (content.anyMatch(file -> !file.getFileName().toString().equals(JournalLayout.LOCK))) {
                    throwIfLocked(directory, hasLock);
                    throw exists(directory, "is not empty");
                }
            }
        } catch (final IOException e) {
            throw JournalException.io("creating the journal in " + directory, e);
        }
    }

    /** A journal that is being written exists too, but who writes it is what the user needs to know. */
    private static void throwIfLocked(final Path directory, final boolean hasLock) {
        if (hasLock) {
            JournalLock.throwIfHeld(directory);
        }
    }

    private static JournalException exists(final Path directory, final String what) {
        return new JournalException(
                JournalException.Kind.EXISTS,
                directory + " " + what + "; choose another directory, or move it away first");
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
        marks.put(JournalLayout.EVENTS + ".goodSequence", Long.toString(events.writtenSequence()));
        marks.put(JournalLayout.COMMANDS + ".goodSequence", Long.toString(commands.writtenSequence()));
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
        final Map<String, String> properties = new LinkedHashMap<>();
        metadata.write(properties);
        properties.put(JournalReader.CONFIGURATION_CRC, configurationCrc);
        properties.putAll(more);
        PropertiesFile.write(directory.resolve(JournalLayout.PROPERTIES), properties);
    }
}
