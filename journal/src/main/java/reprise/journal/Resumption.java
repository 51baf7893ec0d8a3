package reprise.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import reprise.message.Envelope;
import reprise.state.SnapshotHeader;

/**
 * Finds out where a journal ends, whether it may be continued there, and prepares its files for that. Used by the one who holds its lock.
 * Reads both logs from their first byte to their last, or, where the state at a late event is known, from the last seals before it.
 */
final class Resumption {
    private static final int WINDOW_BYTES = 4 << 10;

    private final Path directory;
    private final JournalReader journal;
    private final Map<String, String> properties;
    private final ReadFrom from;
    private final String unfit;
    private final LongConsumer progress;
    private final List<Finding> tornTails = new ArrayList<>();
    private final LogTail events;
    private final LogTail commands;
    private final int session;
    private long lastCause;

    private Resumption(
            final Path directory, final SnapshotHeader known, final String unfit, final LongConsumer progress)
            throws IOException {
        this.directory = directory;
        this.unfit = unfit;
        this.progress = progress;
        journal = JournalReader.open(directory);
        properties =
                PropertiesFile.read(directory.resolve(JournalLayout.PROPERTIES)).values();
        if (!journal.findings().isEmpty()) {
            throw new UnfitException(journal.findings().get(0).toString());
        }
        from = known == null ? ReadFrom.beginning(directory) : ReadFrom.before(directory, known.sequence());
        commands = examineCommands();
        events = examineEvents(known);
        if (lastCause > events.sequence()) {
            throw new UnfitException("the last commands were decided at event " + lastCause
                    + ", but the events end at " + events.sequence() + ": " + (lastCause - events.sequence())
                    + " or more events are gone");
        }
        session = 1
                + Math.max(
                        LogFiles.lastSession(directory.resolve(JournalLayout.EVENTS)),
                        LogFiles.lastSession(directory.resolve(JournalLayout.COMMANDS)));
    }

    /** The journal cannot be resumed; the message says why. */
    private static final class UnfitException extends RuntimeException {
        private static final long serialVersionUID = 1;

        UnfitException(final String message) {
            super(message);
        }
    }

    /**
     * Looks at a journal, and changes nothing.
     *
     * @param directory of the journal, which this process has locked.
     * @param known the snapshot of a state that need not be read; null to read everything. If what is behind it does not fit it, everything is
     *     read all the same.
     * @param progress is told the sequence of each event that is read.
     * @return what was found.
     * @throws JournalException if there is no journal ({@code NOT_FOUND}), or one that is not what was written ({@code DAMAGED}); says where.
     */
    static Resumption examine(final Path directory, final SnapshotHeader known, final LongConsumer progress) {
        try {
            return known == null
                    ? new Resumption(directory, null, "", progress)
                    : examineBehind(directory, known, progress);
        } catch (final UnfitException e) {
            throw new JournalException(
                    JournalException.Kind.DAMAGED,
                    "the journal in " + directory + " cannot be resumed: " + e.getMessage()
                            + "; nothing in it was changed, start a new one beside it");
        } catch (final IOException e) {
            throw JournalException.io("resuming the journal in " + directory, e);
        }
    }

    private static Resumption examineBehind(
            final Path directory, final SnapshotHeader known, final LongConsumer progress) throws IOException {
        try {
            return new Resumption(directory, known, "", progress);
        } catch (final UnfitException e) {
            return new Resumption(directory, null, e.getMessage(), progress);
        }
    }

    private LogTail examineCommands() throws IOException {
        try (LogReader reader = journal.commands(from.commands())) {
            while (reader.next()) {
                if (reader.lengthBytes() >= Frame.COMMAND_BYTES_MIN) {
                    lastCause = Math.max(lastCause, Envelope.causeSequence(reader.buffer(), reader.offset()));
                }
            }
            return tail(JournalLayout.COMMANDS, reader);
        }
    }

    private LogTail examineEvents(final SnapshotHeader known) throws IOException {
        try (LogReader reader = journal.events(from.events())) {
            boolean isMet = known == null || reader.sequence() == known.sequence();
            while (reader.next()) {
                progress.accept(reader.sequence());
                isMet |= isAt(reader, known);
            }
            if (!isMet) {
                throw new UnfitException("there is no event " + known.sequence() + " of that time on record");
            }
            return tail(JournalLayout.EVENTS, reader);
        }
    }

    private static boolean isAt(final LogReader reader, final SnapshotHeader known) {
        return known != null && reader.sequence() == known.sequence() && reader.timeNs() == known.timeNs();
    }

    private LogTail tail(final String name, final LogReader reader) {
        for (final Finding finding : reader.findings()) {
            if (finding.kind() != Finding.Kind.TORN_TAIL) {
                throw new UnfitException(finding.toString());
            }
            tornTails.add(finding);
        }
        final LogTail tail =
                journal.metadata().state() == JournalMetadata.State.CLOSED ? closedTail(name, reader) : reader.tail();
        checkMark(name, tail.sequence());
        return tail;
    }

    /** A writer that gave up said what it had written; if the log is shorter, its end has been lost since. */
    private void checkMark(final String name, final long lastSequence) {
        final long mark = Long.parseLong(properties.getOrDefault(name + Journal.GOOD_SEQUENCE, "0"));
        if (lastSequence < mark) {
            throw new UnfitException(
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

    /** What the caller needs to know. */
    ResumePoint point() {
        return new ResumePoint(
                session,
                journal.metadata().state(),
                events.sequence(),
                events.timeNs(),
                commands.sequence(),
                lastCause,
                from.events().start().firstSequence(),
                unfit,
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

    /** Where the logs were read from. */
    ReadFrom from() {
        return from;
    }

    LogTail events() {
        return events;
    }

    LogTail commands() {
        return commands;
    }
}
