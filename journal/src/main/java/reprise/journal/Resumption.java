package reprise.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reprise.message.Envelope;

/**
 * Finds out where a journal ends, whether it may be continued there, and prepares its files for that. Used by the one who holds its lock.
 * Reads both logs from their first byte to their last.
 */
final class Resumption {
    private static final int WINDOW_BYTES = 4 << 10;

    private final Path directory;
    private final JournalReader journal;
    private final Map<String, String> properties;
    private final List<Finding> tornTails = new ArrayList<>();
    private final LogTail events;
    private final LogTail commands;
    private final int session;
    private long lastCause;

    private Resumption(final Path directory) throws IOException {
        this.directory = directory;
        journal = JournalReader.open(directory);
        properties =
                PropertiesFile.read(directory.resolve(JournalLayout.PROPERTIES)).values();
        if (!journal.findings().isEmpty()) {
            throw refusal(journal.findings().get(0).toString());
        }
        commands = examine(JournalLayout.COMMANDS);
        events = examine(JournalLayout.EVENTS);
        if (lastCause > events.sequence()) {
            throw refusal("the last commands were decided at event " + lastCause + ", but the events end at "
                    + events.sequence() + ": " + (lastCause - events.sequence()) + " or more events are gone");
        }
        session = 1
                + Math.max(
                        LogFiles.lastSession(directory.resolve(JournalLayout.EVENTS)),
                        LogFiles.lastSession(directory.resolve(JournalLayout.COMMANDS)));
    }

    /**
     * Looks at a journal, and changes nothing.
     *
     * @param directory of the journal, which this process has locked.
     * @return what was found.
     * @throws JournalException if there is no journal ({@code NOT_FOUND}), or one that is not what was written ({@code DAMAGED}); says where.
     */
    static Resumption examine(final Path directory) {
        try {
            return new Resumption(directory);
        } catch (final IOException e) {
            throw JournalException.io("resuming the journal in " + directory, e);
        }
    }

    private LogTail examine(final String name) throws IOException {
        final LogTail tail;
        try (LogReader reader = name.equals(JournalLayout.EVENTS) ? journal.events() : journal.commands()) {
            while (reader.next()) {
                if (name.equals(JournalLayout.COMMANDS) && reader.lengthBytes() >= Frame.COMMAND_BYTES_MIN) {
                    lastCause = Math.max(lastCause, Envelope.causeSequence(reader.buffer(), reader.offset()));
                }
            }
            for (final Finding finding : reader.findings()) {
                if (finding.kind() != Finding.Kind.TORN_TAIL) {
                    throw refusal(finding.toString());
                }
                tornTails.add(finding);
            }
            tail = journal.metadata().state() == JournalMetadata.State.CLOSED
                    ? closedTail(name, reader)
                    : reader.tail();
        }
        checkMark(name, tail.sequence());
        return tail;
    }

    /** A writer that gave up said what it had written; if the log is shorter, its end has been lost since. */
    private void checkMark(final String name, final long lastSequence) {
        final long mark = Long.parseLong(properties.getOrDefault(name + Journal.GOOD_SEQUENCE, "0"));
        if (lastSequence < mark) {
            throw refusal(
                    "the log of " + name + " ends at " + lastSequence + ", but its writer had written up to " + mark);
        }
    }

    /** A closed log's seal says where its files end, not where the documents do, and the next writer's must follow those. */
    private LogTail closedTail(final String name, final LogReader reader) {
        final Path log = directory.resolve(name);
        final List<String> names = LogFiles.names(log);
        final String last = names.get(names.size() - 1);
        try (DocumentReader documents = DocumentReader.unsealed(log, List.of(last), WINDOW_BYTES)) {
            boolean isThere = true;
            while (isThere) {
                isThere = documents.next();
            }
            return new LogTail(
                    last,
                    documents.chainEnd(),
                    LogTail.NO_DOCUMENT,
                    reader.sequence(),
                    reader.timeNs(),
                    reader.chain());
        }
    }

    private JournalException refusal(final String what) {
        return new JournalException(
                JournalException.Kind.DAMAGED,
                "the journal in " + directory + " cannot be resumed: " + what
                        + "; nothing in it was changed, start a new one beside it");
    }

    /** What the caller needs to know. */
    ResumePoint point() {
        return new ResumePoint(
                session,
                journal.metadata().state(),
                events.sequence(),
                events.timeNs(),
                commands.sequence(),
                lastCause,
                tornTails);
    }

    /**
     * The metadata while the next writer is at work.
     *
     * @param facts of this resumption.
     * @return what was there, the results withdrawn.
     */
    JournalMetadata metadata(final Map<String, String> facts) {
        final String prefix = session + ".";
        final Map<String, String> how = new LinkedHashMap<>();
        how.put(prefix + "at", Instant.now().toString());
        how.put(prefix + "previousState", journal.metadata().state().name());
        how.put(prefix + "afterEvent", Long.toString(events.sequence()));
        how.put(prefix + "afterCommand", Long.toString(commands.sequence()));
        for (int i = 0; i < tornTails.size(); i++) {
            how.put(prefix + "tornTail." + i, tornTails.get(i).toString());
        }
        facts.forEach((key, value) -> how.put(prefix + "fact." + key, value));
        return journal.metadata().resumed(how);
    }

    /** The checksum of the configuration, which stays as it is. */
    String configurationCrc() {
        return properties.get(JournalReader.CONFIGURATION_CRC);
    }

    /** Ends the files of both logs where the next writer's follow. */
    void cut() throws IOException {
        TailCut.apply(directory.resolve(JournalLayout.EVENTS), events);
        TailCut.apply(directory.resolve(JournalLayout.COMMANDS), commands);
    }

    LogTail events() {
        return events;
    }

    LogTail commands() {
        return commands;
    }
}
