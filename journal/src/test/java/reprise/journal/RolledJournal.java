package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;

/** A journal of several rolls, each of which holds a day of events and the commands that were decided at every tenth of them. */
final class RolledJournal {
    static final int EVENTS_PER_ROLL = 3_000;
    static final int COMMANDS_PER_ROLL = EVENTS_PER_ROLL / 10;
    private static final int LENGTH_BYTES = 64;
    private static final long DAY_NS = TimeUnit.DAYS.toNanos(1);

    private final UnsafeBuffer record = new UnsafeBuffer(new byte[LENGTH_BYTES]);
    private long nowMs = 1_700_000_000_000L;
    private long event;
    private long command;

    private RolledJournal() {}

    /** Creates one of that many rolls and closes it, or leaves it as a writer that gave up does. */
    static void create(final Path directory, final int rolls, final boolean isClosedCleanly) {
        final RolledJournal rolled = new RolledJournal();
        final LogDevice device = LogDevice.rolling(TestRollCycles.TEST_SECONDLY, () -> rolled.nowMs);
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of(), device)) {
            for (int roll = 0; roll < rolls; roll++) {
                rolled.appendRoll(journal);
                rolled.nowMs += 2_000;
            }
            if (isClosedCleanly) {
                journal.close(Map.of());
            }
        }
    }

    /** Goes on with one by a roll, and closes it. */
    static void resume(final Path directory) {
        goOn(Journal.resume(directory, SyncPolicy.NONE, Map.of()));
    }

    /** Appends a roll to one that was resumed, and closes it. */
    static void goOn(final Journal resumed) {
        try (Journal journal = resumed) {
            append(journal);
            journal.close(Map.of());
        }
    }

    /** Appends a roll to one that was resumed. */
    static void append(final Journal resumed) {
        final RolledJournal rolled = new RolledJournal();
        rolled.event = resumed.resumePoint().lastEventSequence();
        rolled.command = resumed.resumePoint().lastCommandSequence();
        rolled.appendRoll(resumed);
    }

    /** The time of an event; the last one of each roll is at midnight. */
    static long timeNs(final long event) {
        return event * (DAY_NS / EVENTS_PER_ROLL);
    }

    private void appendRoll(final Journal journal) {
        for (int i = 1; i <= EVENTS_PER_ROLL; i++) {
            event++;
            fill(event, event);
            journal.events().append(record, 0, LENGTH_BYTES);
            if (i % 10 == 0) {
                command++;
                fill(command, event);
                journal.commands().append(record, 0, LENGTH_BYTES);
            }
        }
        journal.events().flush();
        journal.commands().flush();
    }

    private void fill(final long sequence, final long cause) {
        record.setMemory(0, LENGTH_BYTES, (byte) sequence);
        Envelope.stamp(record, 0, sequence, timeNs(cause));
        record.putLong(Envelope.LENGTH_BYTES, cause, ByteOrder.LITTLE_ENDIAN);
    }

    /** Checks that a journal is whole, and has every event and every command from there to there as it was written. */
    static void assertHolds(
            final Path directory, final long firstEvent, final long lastEvent, final long firstCommand) {
        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);
        assertThat(report.findings()).isEmpty();
        final JournalReader journal = JournalReader.open(directory);
        try (LogReader events = journal.events();
                LogReader commands = journal.commands()) {
            assertThat(events.beginsAt()).isEqualTo(firstEvent);
            assertThat(commands.beginsAt()).isEqualTo(firstCommand);
            assertEqual(events, firstEvent, lastEvent, 1);
            assertEqual(commands, firstCommand, lastEvent / 10, 10);
        }
    }

    private static void assertEqual(final LogReader log, final long first, final long last, final int eventsPerRecord) {
        final RolledJournal expected = new RolledJournal();
        for (long sequence = first; sequence <= last; sequence++) {
            assertThat(log.next()).as("sequence %d", sequence).isTrue();
            expected.fill(sequence, sequence * eventsPerRecord);
            final UnsafeBuffer actual = new UnsafeBuffer(log.buffer(), log.offset(), log.lengthBytes());
            if (!actual.equals(expected.record)) {
                throw new AssertionError("record " + sequence + " is not what was written");
            }
        }
        assertThat(log.next()).isFalse();
    }
}
