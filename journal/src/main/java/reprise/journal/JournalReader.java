package reprise.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import reprise.state.SnapshotHeader;

/**
 * A journal, for reading: also one that is still being written, or whose writer died. Holds no file open; each log reader does, for itself.
 * Immutable: what it knows of the journal is what was there when it was opened.
 */
public final class JournalReader {
    static final String CONFIGURATION_CRC = "configuration.crc32c";

    private final Path directory;
    private final JournalMetadata metadata;
    private final Map<String, LogSeal> seals = new HashMap<>();
    private final byte[] configuration;
    private final byte[] base;
    private final boolean isBeingWritten;
    private final List<Finding> findings = new ArrayList<>();

    private JournalReader(final Path directory, final PropertiesFile file) throws IOException {
        this.directory = directory;
        metadata = JournalMetadata.read(file);
        if (metadata.state() == JournalMetadata.State.CLOSED) {
            seals.put(JournalLayout.EVENTS, LogSeal.read(JournalLayout.EVENTS, file.values()));
            seals.put(JournalLayout.COMMANDS, LogSeal.read(JournalLayout.COMMANDS, file.values()));
        }
        isBeingWritten = DirectoryLock.isHeld(directory);
        final Path configurationFile = directory.resolve(JournalLayout.CONFIGURATION);
        configuration = Files.exists(configurationFile) ? Files.readAllBytes(configurationFile) : new byte[0];
        base = BaseState.read(directory, metadata.facts());
        if (!file.isIntact()) {
            find(
                    JournalLayout.PROPERTIES,
                    "its checksum is not right; what it says is not used, the logs are checked record by record");
        } else if (!crc32c(configuration).equals(file.values().get(CONFIGURATION_CRC))) {
            find(JournalLayout.CONFIGURATION, "it is not the configuration that the journal was created with");
        } else if (base != null && base.length == 0) {
            find(BaseState.FILE, "it is not the state that the journal was created with");
        }
    }

    private void find(final String file, final String detail) {
        findings.add(new Finding(Finding.Kind.DAMAGE, Frame.FIRST_SEQUENCE - 1, file, 0, 0, detail));
    }

    /**
     * Opens a journal.
     *
     * @param directory of it.
     * @return a reader.
     * @throws JournalException if there is no journal ({@code NOT_FOUND}) or one that a later version wrote ({@code IO}).
     */
    public static JournalReader open(final Path directory) {
        checkIsThere(directory);
        final Path file = directory.resolve(JournalLayout.PROPERTIES);
        try {
            final PropertiesFile properties = PropertiesFile.read(file);
            checkFormat(directory, properties);
            return new JournalReader(directory, properties);
        } catch (final IOException e) {
            throw JournalException.io("opening the journal in " + directory, e);
        } catch (final IllegalArgumentException e) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    file + " has the right checksum but makes no sense: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Whether there is a journal, whole or not.
     *
     * @param directory of it.
     * @return false for one that never came to be.
     */
    public static boolean isThere(final Path directory) {
        return Files.exists(directory.resolve(JournalLayout.PROPERTIES));
    }

    static void checkIsThere(final Path directory) {
        if (!isThere(directory)) {
            final String what =
                    Files.exists(directory) ? "is no journal: it has no " + JournalLayout.PROPERTIES : "does not exist";
            throw new JournalException(JournalException.Kind.NOT_FOUND, directory + " " + what);
        }
    }

    private static void checkFormat(final Path directory, final PropertiesFile properties) {
        final int format =
                Integer.parseInt(properties.isIntact() ? properties.values().getOrDefault("format", "0") : "0");
        if (format > JournalMetadata.FORMAT_VERSION) {
            throw new JournalException(
                    JournalException.Kind.IO,
                    directory + " has format " + format + ", this program reads up to " + JournalMetadata.FORMAT_VERSION
                            + "; use the version that wrote it");
        }
    }

    /**
     * What the journal says about itself.
     *
     * @return of state UNKNOWN if it is damaged.
     */
    public JournalMetadata metadata() {
        return metadata;
    }

    /**
     * The configuration of the run.
     *
     * @return as it was given to {@link Journal#create}, unless there are findings.
     */
    public String configuration() {
        return new String(configuration, StandardCharsets.UTF_8);
    }

    /**
     * Whether a writer held the journal when this was opened.
     *
     * @return true if its logs may be growing.
     */
    public boolean isBeingWritten() {
        return isBeingWritten;
    }

    /**
     * What was found wrong outside the logs.
     *
     * @return empty if nothing was.
     */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /**
     * The state that the journal begins with, if its run goes on from that of another.
     *
     * @return null for one that begins with nothing; a snapshot, unless there are findings.
     */
    public byte[] base() {
        return base == null ? null : base.clone();
    }

    /** The sequence of the last event before this journal's first: 0, or that of the state that it begins with. */
    long beginning() {
        return base == null || base.length == 0
                ? Frame.FIRST_SEQUENCE - 1
                : SnapshotHeader.verify(base).sequence();
    }

    /**
     * Refuses a journal whose beginning was pruned, for those who can do nothing with what is left.
     *
     * @throws JournalException of kind {@code PRUNED}; says where the journal begins.
     */
    public void requireBeginning() {
        final long beginsAt =
                LogStart.read(directory.resolve(JournalLayout.EVENTS)).firstSequence();
        if (beginsAt > beginning() + 1) {
            throw new JournalException(
                    JournalException.Kind.PRUNED,
                    "the journal in " + directory + " begins at sequence " + beginsAt
                            + ": pruned; what needs its first record cannot be done");
        }
    }

    /**
     * Reads the log of what happened.
     *
     * @return a new reader, to be closed by the caller.
     */
    public LogReader events() {
        return events(LogPlace.beginning(directory.resolve(JournalLayout.EVENTS)));
    }

    /**
     * Reads the log of what was decided.
     *
     * @return a new reader, to be closed by the caller.
     */
    public LogReader commands() {
        return commands(LogPlace.beginning(directory.resolve(JournalLayout.COMMANDS)));
    }

    LogReader events(final LogPlace place) {
        return log(JournalLayout.EVENTS, place);
    }

    LogReader commands(final LogPlace place) {
        return log(JournalLayout.COMMANDS, place);
    }

    private LogReader log(final String name, final LogPlace place) {
        return LogReader.open(directory.resolve(name), seals.get(name), place);
    }

    /**
     * How much there is to read.
     *
     * @return bytes of both logs' files.
     */
    public long sizeBytes() {
        return LogFiles.sizeBytes(directory.resolve(JournalLayout.EVENTS))
                + LogFiles.sizeBytes(directory.resolve(JournalLayout.COMMANDS));
    }

    static String crc32c(final byte[] bytes) {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return Long.toHexString(crc.getValue());
    }
}
