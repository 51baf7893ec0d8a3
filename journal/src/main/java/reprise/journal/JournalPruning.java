package reprise.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Removes and compresses old rolls of a journal that nobody is writing. Holds its lock until it is closed. Single-threaded.
 *
 * <p>Both logs are read from their first byte to their last first: nothing is removed from a journal that is not what was written, because
 * the rest could then not be checked any more. A file is deleted only after the log's new start, with the chain over what was pruned, is on
 * the disk. If this is killed, at whatever moment, the journal reads whole, and pruning it again finishes what was begun.
 */
public final class JournalPruning implements AutoCloseable {
    /** As the first event that is needed: none is, because nobody will resume the journal or replay it for its orders and positions. */
    public static final long NOTHING_NEEDED = Long.MAX_VALUE;

    private final Path directory;
    private final DirectoryLock lock;
    private final List<Roll> events;
    private final List<Roll> commands;
    private final long neededFrom;

    private JournalPruning(final Path directory, final DirectoryLock lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        final JournalReader journal = JournalReader.open(directory);
        if (!journal.findings().isEmpty()) {
            throw refusal(journal.findings().get(0));
        }
        try (LogReader eventReader = journal.events();
                LogReader commandReader = journal.commands()) {
            events = rolls(JournalLayout.EVENTS, eventReader);
            commands = rolls(JournalLayout.COMMANDS, commandReader);
            neededFrom = neededFrom(directory, journal.beginning(), eventReader.sequence());
        }
    }

    /** Every snapshot may be the one that recovery falls back on, but not one that has seen more than is on record. */
    private static long neededFrom(final Path directory, final long beginning, final long lastSequence) {
        final StoredSnapshot oldest = new SnapshotStore(directory, 1).oldest();
        final boolean isUsable = oldest.isPresent() && oldest.header().sequence() <= lastSequence;
        return 1 + (isUsable ? Math.max(beginning, oldest.header().sequence()) : beginning);
    }

    /**
     * The first event that recovery needs: what comes behind the oldest good snapshot that is kept, or else behind the state that the journal
     * begins with.
     *
     * @return its sequence; 1 if all are needed.
     */
    public long neededFrom() {
        return neededFrom;
    }

    /**
     * Locks a journal and reads it.
     *
     * @param directory of the journal.
     * @return ready to plan.
     * @throws JournalException if there is none ({@code NOT_FOUND}), somebody is writing it ({@code LOCKED}; names who), or it is not what was
     *     written ({@code DAMAGED}; says where).
     */
    public static JournalPruning open(final Path directory) {
        JournalReader.checkIsThere(directory);
        final DirectoryLock lock = DirectoryLock.acquire(directory);
        try {
            return new JournalPruning(directory, lock);
        } catch (final IOException e) {
            lock.close();
            throw JournalException.io("looking at the journal in " + directory, e);
        } catch (final RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private List<Roll> rolls(final String name, final LogReader reader) throws IOException {
        final boolean isCommands = name.equals(JournalLayout.COMMANDS);
        final List<Roll> rolls = RollInventory.read(directory.resolve(name), reader, isCommands);
        for (final Finding finding : reader.findings()) {
            if (finding.kind() != Finding.Kind.TORN_TAIL) {
                throw refusal(finding);
            }
        }
        return rolls;
    }

    private JournalException refusal(final Finding finding) {
        return new JournalException(
                JournalException.Kind.DAMAGED,
                "the journal in " + directory + " is not pruned: " + finding
                        + "; nothing is removed from a journal that is not what was written");
    }

    /**
     * Says what would be done.
     *
     * @param retention what is to stay.
     * @param neededFromSequence the first event that has to stay: {@link #neededFrom()}, an earlier one, or {@link #NOTHING_NEEDED}. No roll with it or a later one is touched, nor one of commands that were decided at it or later.
     * @return the plan.
     */
    public PrunePlan plan(final Retention retention, final long neededFromSequence) {
        final List<PruneStep> steps = new ArrayList<>();
        final int removedEvents = removable(retention.keep(), neededFromSequence);
        final long eventsBeginAt = beginsAt(JournalLayout.EVENTS, events, removedEvents);
        final int removedCommands = commandsBefore(eventsBeginAt);
        addRemovals(JournalLayout.EVENTS, events, removedEvents, steps);
        addRemovals(JournalLayout.COMMANDS, commands, removedCommands, steps);
        final int oldEvents = removable(retention.plain(), neededFromSequence);
        final long plainFrom = beginsAt(JournalLayout.EVENTS, events, oldEvents);
        addCompressions(JournalLayout.EVENTS, events, removedEvents, oldEvents, steps);
        addCompressions(JournalLayout.COMMANDS, commands, removedCommands, commandsBefore(plainFrom), steps);
        final long commandsBeginAt = beginsAt(JournalLayout.COMMANDS, commands, removedCommands);
        return new PrunePlan(steps, eventsBeginAt, commandsBeginAt, neededFromSequence);
    }

    /** How many of the oldest rolls of events are older than a span, without the newest, and without any that is needed. */
    private int removable(final Span span, final long neededFromSequence) {
        final int newest = newest(events);
        int count = 0;
        for (int i = 0; i < newest; i++) {
            final Roll roll = events.get(i);
            final int newerRolls = (int) events.subList(i + 1, newest + 1).stream()
                    .filter(newer -> !newer.isEmpty())
                    .count();
            final boolean isOld = span.isExceeded(
                    newerRolls,
                    roll.end().prunedTimeNs(),
                    events.get(newest).end().prunedTimeNs());
            if (!roll.isEmpty() && (!isOld || roll.lastSequence() >= neededFromSequence)) {
                break;
            }
            // An empty one goes with the one before it, and alone it is not worth a new start.
            count = roll.isEmpty() && count == 0 ? 0 : i + 1;
        }
        return count;
    }

    private int commandsBefore(final long eventSequence) {
        final int newest = newest(commands);
        int count = 0;
        for (int i = 0; i < newest; i++) {
            final Roll roll = commands.get(i);
            if (!roll.isEmpty() && roll.lastCause() >= eventSequence) {
                break;
            }
            count = roll.isEmpty() && count == 0 ? 0 : i + 1;
        }
        return count;
    }

    /** Index of the newest roll that has a record; what comes behind it is where the next writer may go on. */
    private static int newest(final List<Roll> rolls) {
        int newest = 0;
        for (int i = 0; i < rolls.size(); i++) {
            newest = rolls.get(i).isEmpty() ? newest : i;
        }
        return newest;
    }

    private long beginsAt(final String log, final List<Roll> rolls, final int removed) {
        final LogStart start = removed == 0
                ? LogStart.read(directory.resolve(log))
                : rolls.get(removed - 1).end();
        return start.firstSequence();
    }

    private static void addRemovals(
            final String log, final List<Roll> rolls, final int count, final List<PruneStep> steps) {
        rolls.subList(0, count).forEach(roll -> steps.add(step(PruneStep.Action.REMOVE, log, roll)));
    }

    private static void addCompressions(
            final String log, final List<Roll> rolls, final int from, final int to, final List<PruneStep> steps) {
        rolls.subList(from, Math.max(from, to)).stream()
                .filter(roll -> !roll.isCompressed() && !roll.isEmpty())
                .forEach(roll -> steps.add(step(PruneStep.Action.COMPRESS, log, roll)));
    }

    private static PruneStep step(final PruneStep.Action action, final String log, final Roll roll) {
        final long lastSequence = roll.isEmpty() ? 0 : roll.lastSequence();
        return new PruneStep(action, log + "/" + roll.name(), roll.sizeBytes(), roll.firstSequence(), lastSequence);
    }

    /**
     * Does what a plan says; to be called once.
     *
     * @param plan of this pruning.
     * @param done told each step after it is done.
     * @throws JournalException if the disk refuses; what is done by then stays done, and the journal reads whole.
     */
    public void apply(final PrunePlan plan, final Consumer<PruneStep> done) {
        try {
            // Also for a plan without steps: another pruning may have been killed.
            removeFrom(JournalLayout.EVENTS, events, plan.eventsBeginAt());
            removeFrom(JournalLayout.COMMANDS, commands, plan.commandsBeginAt());
            for (final PruneStep step : plan.steps()) {
                if (step.action() == PruneStep.Action.COMPRESS) {
                    CompressedRoll.compress(directory.resolve(step.file()));
                }
                done.accept(step);
            }
        } catch (final IOException e) {
            throw JournalException.io("pruning the journal in " + directory, e);
        }
    }

    private void removeFrom(final String name, final List<Roll> rolls, final long beginsAt) throws IOException {
        final Path log = directory.resolve(name);
        LogStart start = LogStart.read(log);
        if (beginsAt > start.firstSequence()) {
            for (final Roll roll : rolls) {
                start = roll.end().firstSequence() <= beginsAt ? roll.end() : start;
            }
            start.write(log);
        }
        LogFiles.deletePruned(log, start);
    }

    @Override
    public void close() {
        lock.close();
    }
}
