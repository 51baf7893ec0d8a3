package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The state that a journal begins with, if its run goes on from the state of another: a snapshot beside the logs. It is part of the record, as
 * the first events are elsewhere, so it is never removed, and its checksum is among the facts of the journal.
 */
public final class BaseState {
    /** Name of the file in the journal's directory. */
    public static final String FILE = "base.snapshot";

    /** Facts about the run before. */
    static final String FACT = "from.";

    /** The event in the journal before that this one goes on behind. */
    public static final String EVENT = FACT + "event";

    /** The last command on record in the journal before. */
    public static final String COMMAND = FACT + "command";

    /** Of the run before. */
    public static final String RUN_ID = FACT + "runId";

    /** How many events of the market the runs before had on record. */
    public static final String MARKET_EVENTS = FACT + "marketEvents";

    private static final String CRC = FACT + "crc32c";

    private BaseState() {}

    /**
     * What a journal says of its base.
     *
     * @param base the snapshot.
     * @return a fact.
     */
    static Map<String, String> facts(final byte[] base) {
        return Map.of(CRC, JournalReader.crc32c(base));
    }

    /**
     * Reads the base of a journal.
     *
     * @param directory of the journal.
     * @param facts of the journal.
     * @return null if it has none; empty if it is not what the journal was created with.
     */
    static byte[] read(final Path directory, final Map<String, String> facts) throws IOException {
        if (!facts.containsKey(CRC)) {
            return null;
        }
        final Path file = directory.resolve(FILE);
        final byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        return JournalReader.crc32c(bytes).equals(facts.get(CRC)) ? bytes : new byte[0];
    }

    /**
     * Makes a journal that goes on from the end of another one. It is there whole or not at all, even after power loss, and is then resumed like
     * any other.
     *
     * @param directory absent or empty.
     * @param configuration of the new run as text.
     * @param facts about the new run and the one before.
     * @param end of the journal before.
     * @param commandSequence the last command that the state has decided, on record or not.
     * @param base snapshot of the state that it begins with.
     * @throws JournalException if the directory is not empty ({@code EXISTS}), or the disk refuses.
     */
    public static void begin(
            final Path directory,
            final String configuration,
            final Map<String, String> facts,
            final JournalEnd end,
            final long commandSequence,
            final byte[] base) {
        VacantDirectory.check(directory);
        JournalSpace.of(directory).checkBegin();
        final Path draft = directory.resolveSibling(directory.getFileName() + ".unfinished");
        try {
            removeDraft(draft);
            final LogStart events = new LogStart(end.eventSequence(), end.eventTimeNs(), end.eventChain(), "", false);
            final LogStart commands = new LogStart(commandSequence, end.commandTimeNs(), end.commandChain(), "", false);
            events.write(Files.createDirectories(draft.resolve(JournalLayout.EVENTS)));
            commands.write(Files.createDirectories(draft.resolve(JournalLayout.COMMANDS)));
            Disk.replace(draft.resolve(FILE), base);
            final Map<String, String> allFacts = new LinkedHashMap<>(facts);
            allFacts.putAll(facts(base));
            Journal.writeBeginning(draft, configuration, allFacts);
            Files.deleteIfExists(directory.resolve(JournalLayout.LOCK));
            Files.move(draft, directory, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            Disk.forceDirectory(directory.toAbsolutePath().getParent());
        } catch (final IOException e) {
            throw JournalException.io("beginning the journal in " + directory, e);
        }
    }

    /** What a process that was killed here has left. */
    private static void removeDraft(final Path draft) throws IOException {
        for (final String name : new String[] {JournalLayout.EVENTS, JournalLayout.COMMANDS, ""}) {
            final Path directory = draft.resolve(name);
            for (final String file :
                    new String[] {LogStart.FILE, FILE, JournalLayout.CONFIGURATION, JournalLayout.PROPERTIES}) {
                Files.deleteIfExists(directory.resolve(file));
                Files.deleteIfExists(directory.resolve(file + ".new"));
            }
            Files.deleteIfExists(directory);
        }
    }
}
