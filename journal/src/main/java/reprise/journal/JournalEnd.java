package reprise.journal;

import java.nio.file.Path;
import java.util.function.LongConsumer;
import reprise.message.Envelope;
import reprise.message.Templates;
import reprise.state.SnapshotHeader;

/**
 * Where the record of a run ends, as one that goes on from there needs to know it.
 *
 * @param eventSequence of the last event.
 * @param eventTimeNs of it.
 * @param eventChain over all events.
 * @param commandSequence of the last command; 0 if there is none.
 * @param commandTimeNs of it; {@link Long#MIN_VALUE} if there is none.
 * @param commandChain over all commands.
 * @param marketEvents how many of the events in this journal are of the market.
 */
public record JournalEnd(
        long eventSequence,
        long eventTimeNs,
        long eventChain,
        long commandSequence,
        long commandTimeNs,
        long commandChain,
        long marketEvents) {
    /**
     * Reads both logs to their last byte.
     *
     * @param directory of the journal; nothing in it is changed.
     * @param known of a snapshot up to which it need not be read, but from the last seals before it; null for none. If what is behind it
     *     does not fit, everything is read.
     * @param marketEventsKnown how many events of the market there are up to the snapshot.
     * @param progress is told the sequence of each event that is read.
     * @return its end.
     * @throws JournalException if it is being written ({@code LOCKED}; names who), or is not what was written ({@code DAMAGED}; says where).
     */
    public static JournalEnd read(
            final Path directory,
            final SnapshotHeader known,
            final long marketEventsKnown,
            final LongConsumer progress) {
        final JournalReader journal = JournalReader.open(directory);
        DirectoryLock.throwIfHeld(directory);
        journal.findings().stream().findFirst().ifPresent(finding -> refuse(directory, finding));
        if (known != null) {
            try {
                final ReadFrom from = ReadFrom.before(directory, known.sequence());
                return read(directory, journal, from, known.sequence(), marketEventsKnown, progress);
            } catch (final JournalException e) {
                if (e.kind() != JournalException.Kind.DAMAGED) {
                    throw e;
                }
            }
        }
        return read(directory, journal, ReadFrom.beginning(directory), Frame.FIRST_SEQUENCE - 1, 0, progress);
    }

    private static JournalEnd read(
            final Path directory,
            final JournalReader journal,
            final ReadFrom from,
            final long known,
            final long marketEventsKnown,
            final LongConsumer progress) {
        long marketEvents = marketEventsKnown;
        try (LogReader events = journal.events(from.events());
                LogReader commands = journal.commands(from.commands())) {
            while (commands.next()) {
                // To its end.
            }
            while (events.next()) {
                final int templateId = Envelope.templateId(events.buffer(), events.offset());
                marketEvents += events.sequence() > known && Templates.isMarketEvent(templateId) ? 1 : 0;
                progress.accept(events.sequence());
            }
            requireWhole(directory, events);
            requireWhole(directory, commands);
            return new JournalEnd(
                    events.sequence(),
                    events.timeNs(),
                    events.chain(),
                    commands.sequence(),
                    commands.timeNs(),
                    commands.chain(),
                    marketEvents);
        }
    }

    /**
     * Compares where a journal begins with another that it should go on from.
     *
     * @param old the other; may have been gone on with since.
     * @param journal the one that goes on.
     * @param sequence of the last event that is taken over.
     * @return what is different, for people; null if nothing is.
     */
    public static String differenceFrom(final Path old, final Path journal, final long sequence) {
        final LogStart start = LogStart.read(journal.resolve(JournalLayout.EVENTS));
        if (start.prunedSequence() != sequence) {
            return "its first events were pruned, up to " + start.prunedSequence();
        }
        try (LogReader events = JournalReader.open(old).events()) {
            while (events.sequence() < sequence && events.next()) {
                // Up to it.
            }
            if (events.sequence() != sequence) {
                return "that has no event " + sequence + ": it ends at " + events.sequence();
            }
            return events.chain() == start.chain()
                    ? null
                    : "the chain over its events up to " + sequence + " is another";
        }
    }

    private static void requireWhole(final Path directory, final LogReader log) {
        for (final Finding finding : log.findings()) {
            if (finding.kind() != Finding.Kind.TORN_TAIL) {
                refuse(directory, finding);
            }
        }
    }

    private static void refuse(final Path directory, final Finding finding) {
        throw new JournalException(
                JournalException.Kind.DAMAGED,
                "the journal in " + directory + " is not what was written, and no run goes on from it: " + finding);
    }
}
