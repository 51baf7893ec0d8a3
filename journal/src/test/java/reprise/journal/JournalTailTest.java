package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.Envelope;
import reprise.message.Templates;
import reprise.state.SnapshotHeader;

/** Going on behind a snapshot reads what is behind the last seals before it, whatever is before, and finds what is wrong there. */
@Tag("once")
class JournalTailTest {
    private static final int ROLLS = 8;
    private static final long EVENTS = (long) ROLLS * RolledJournal.EVENTS_PER_ROLL;
    private static final long COMMANDS = (long) ROLLS * RolledJournal.COMMANDS_PER_ROLL;

    @TempDir
    Path temporary;

    private Path directory;
    private long read;

    @BeforeEach
    void chooseADirectory() {
        directory = temporary.resolve("journal");
    }

    private Journal resumeBehind(final SnapshotHeader known) {
        return Journal.resume(directory, SyncPolicy.NONE, Map.of(), known, sequence -> read++);
    }

    private static SnapshotHeader snapshotAt(final long event) {
        return new SnapshotHeader(event, RolledJournal.timeNs(event), "");
    }

    /** The last seal at or before an event; a roll is flushed whole, and sealed if the one before was not. */
    private long sealBefore(final long event) {
        final SealTrail trail = SealTrail.read(directory.resolve(JournalLayout.EVENTS));
        long last = 0;
        for (int i = 0; i < trail.count() && trail.sequence(i) < event; i++) {
            last = trail.sequence(i);
        }
        return last;
    }

    private List<String> files(final String log) {
        return LogFiles.names(directory.resolve(log));
    }

    /** Changes one byte of a record in the last file of a log, that far before the end of what was written. */
    private void damage(final String log, final int bytesBeforeEnd) throws IOException {
        final List<String> names = files(log);
        final Path file = directory.resolve(log).resolve(names.get(names.size() - 1));
        final byte[] bytes = Files.readAllBytes(file);
        bytes[end(bytes) - bytesBeforeEnd] ^= 1;
        Files.write(file, bytes);
    }

    private static int end(final byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    @ParameterizedTest
    @CsvSource({"true, 24000", "false, 23990", "true, 18000", "false, 12345"})
    void shouldReadFromTheLastSealBeforeTheSnapshotOn(final boolean isClosedCleanly, final long event) {
        RolledJournal.create(directory, ROLLS, isClosedCleanly);
        final long seal = sealBefore(event);

        try (Journal journal = resumeBehind(snapshotAt(event))) {
            final ResumePoint point = journal.resumePoint();
            assertThat(read).isEqualTo(EVENTS - seal);
            assertThat(point.firstEventChecked()).isEqualTo(seal + 1).isGreaterThan(1);
            assertThat(point.unfit()).isEmpty();
            assertThat(point.lastEventSequence()).isEqualTo(EVENTS);
            assertThat(point.lastCommandSequence()).isEqualTo(COMMANDS);
            assertThat(point.lastCauseSequence()).isEqualTo(EVENTS);
            assertThat(point.lastEventTimeNs()).isEqualTo(RolledJournal.timeNs(EVENTS));
            try (LogReader events = journal.recordedEvents();
                    LogReader commands = journal.recordedCommands()) {
                assertThat(events.passedOver()).isEqualTo(seal);
                assertThat(events.next()).isTrue();
                assertThat(events.sequence()).isEqualTo(seal + 1);
                assertThat(commands.beginsAt()).isEqualTo(commands.passedOver() + 1);
                assertThat(commands.next()).isTrue();
                assertThat(Envelope.causeSequence(commands.buffer(), commands.offset()))
                        .isLessThanOrEqualTo(event);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldGoOnWithoutASeam(final boolean isClosedCleanly) {
        RolledJournal.create(directory, ROLLS, isClosedCleanly);

        RolledJournal.goOn(resumeBehind(snapshotAt(EVENTS - 10)));
        RolledJournal.goOn(resumeBehind(snapshotAt(EVENTS + RolledJournal.EVENTS_PER_ROLL)));

        RolledJournal.assertHolds(directory, 1, EVENTS + 2L * RolledJournal.EVENTS_PER_ROLL, 1);
    }

    @Test
    void shouldNotReadMoreOfALongerLog() {
        RolledJournal.create(directory, ROLLS, false);
        resumeBehind(snapshotAt(EVENTS)).close();
        final long readOfShort = read;
        final Path longer = temporary.resolve("longer");
        RolledJournal.create(longer, 3 * ROLLS, false);
        read = 0;

        Journal.resume(longer, SyncPolicy.NONE, Map.of(), snapshotAt(3 * EVENTS), sequence -> read++)
                .close();

        assertThat(readOfShort).isPositive().isLessThanOrEqualTo(2L * RolledJournal.EVENTS_PER_ROLL);
        assertThat(read).isPositive().isLessThanOrEqualTo(2L * RolledJournal.EVENTS_PER_ROLL);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldNotOpenFilesBeforeWhichVerifyTellsOf(final boolean isClosedCleanly) throws IOException {
        RolledJournal.create(directory, ROLLS, isClosedCleanly);
        Files.write(
                directory
                        .resolve(JournalLayout.EVENTS)
                        .resolve(files(JournalLayout.EVENTS).get(1)),
                new byte[512]);

        assertThatThrownBy(() -> Journal.resume(directory, SyncPolicy.NONE, Map.of()))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.DAMAGED));
        try (Journal journal = resumeBehind(snapshotAt(EVENTS))) {
            assertThat(journal.resumePoint().unfit()).isEmpty();
            assertThat(journal.resumePoint().lastEventSequence()).isEqualTo(EVENTS);
        }
        assertThat(JournalVerifier.verify(directory, VerifyProgress.SILENT).findings())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"events, true", "events, false", "commands, true", "commands, false"})
    void shouldFindDamageBehindTheSnapshot(final String log, final boolean isClosedCleanly) throws IOException {
        RolledJournal.create(directory, ROLLS, isClosedCleanly);
        damage(log, 2_000);

        assertThatThrownBy(() -> resumeBehind(snapshotAt(EVENTS - RolledJournal.EVENTS_PER_ROLL)))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.DAMAGED))
                .hasMessageContaining("cannot be resumed");
        if (log.equals(JournalLayout.EVENTS)) {
            assertThat(read)
                    .as("all was read before it was refused")
                    .isGreaterThan(EVENTS - RolledJournal.EVENTS_PER_ROLL);
        }
    }

    /** All in one file, where the way to the place leads past what is damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"events", "commands"})
    void shouldLeaveDamageInTheSameFileBeforeTheSealToVerify(final String log) throws IOException {
        final int records = 20_000;
        final TestRecords both = new TestRecords(1, 60);
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of())) {
            for (int first = 1; first <= records; first += 100) {
                both.append(journal.events(), first, first + 99);
                journal.events().flush();
                both.append(journal.commands(), first, first + 99);
                journal.commands().flush();
            }
        }
        damage(log, 400_000);
        final SnapshotHeader known =
                new SnapshotHeader(records - 50, TestRecords.FIRST_TIME_NS + (records - 50) / 2, "");

        assertThatThrownBy(() -> Journal.resume(directory, SyncPolicy.NONE, Map.of()))
                .hasMessageContaining("cannot be resumed");
        try (Journal journal = resumeBehind(known);
                LogReader commands = journal.recordedCommands()) {
            assertThat(journal.resumePoint().unfit()).isEmpty();
            assertThat(journal.resumePoint().lastEventSequence()).isEqualTo(records);
            assertThat(journal.resumePoint().lastCommandSequence()).isEqualTo(records);
            assertThat(commands.passedOver()).isBetween(records - 5_000L, records - 51L);
        }
        assertThat(read).isLessThan(5_000);
        assertThat(JournalVerifier.verify(directory, VerifyProgress.SILENT).findings())
                .isNotEmpty();
    }

    @Test
    void shouldCutWhatWasNotFinishedBehindTheSnapshot() throws IOException {
        RolledJournal.create(directory, ROLLS, false);
        try (Journal journal = resumeBehind(snapshotAt(EVENTS))) {
            RolledJournal.append(journal);
            // The writer dies: nobody closes.
            final Path copy = temporary.resolve("died");
            copyTo(copy);
            final List<String> names = files(JournalLayout.COMMANDS);
            zeroLastRecord(copy.resolve(JournalLayout.COMMANDS).resolve(names.get(names.size() - 1)));
            try (Journal resumed =
                    Journal.resume(copy, SyncPolicy.NONE, Map.of(), snapshotAt(EVENTS), sequence -> read++)) {
                final ResumePoint point = resumed.resumePoint();
                assertThat(point.unfit()).isEmpty();
                assertThat(point.firstEventChecked()).isGreaterThan(1);
                assertThat(point.tornTails()).hasSize(1);
                assertThat(point.lastEventSequence()).isEqualTo(EVENTS + RolledJournal.EVENTS_PER_ROLL);
                assertThat(point.lastCommandSequence()).isEqualTo(COMMANDS + RolledJournal.COMMANDS_PER_ROLL - 1);
            }
        }
    }

    private void copyTo(final Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.toList()) {
                final Path target = copy.resolve(directory.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void zeroLastRecord(final Path file) throws IOException {
        final byte[] bytes = Files.readAllBytes(file);
        final int end = end(bytes);
        Arrays.fill(bytes, end - 40, end, (byte) 0);
        Files.write(file, bytes);
    }

    @Test
    void shouldReadEverythingWhereTheSnapshotIsOfAnotherRecord() {
        RolledJournal.create(directory, ROLLS, false);

        try (Journal journal = resumeBehind(new SnapshotHeader(EVENTS - 5, 12, ""))) {
            assertThat(journal.resumePoint().unfit()).contains("no event " + (EVENTS - 5) + " of that time");
            assertThat(journal.resumePoint().firstEventChecked()).isEqualTo(1);
        }
        assertThat(read).isGreaterThanOrEqualTo(EVENTS);
    }

    @Test
    void shouldReadEverythingWhereTheSnapshotIsOfAnEventThatIsLost() {
        RolledJournal.create(directory, ROLLS, false);

        try (Journal journal = resumeBehind(snapshotAt(EVENTS + 1))) {
            assertThat(journal.resumePoint().unfit()).isNotEmpty();
            assertThat(journal.resumePoint().lastEventSequence()).isEqualTo(EVENTS);
        }
    }

    @Test
    void shouldReadEverythingWhereASealIsNotWhatWasWritten() throws IOException {
        RolledJournal.create(directory, ROLLS, false);
        final Path seals = directory.resolve(JournalLayout.EVENTS).resolve(SealTrail.FILE);
        final byte[] bytes = Files.readAllBytes(seals);
        bytes[SealTrail.SEAL_BYTES + 9] ^= 1;
        Files.write(seals, bytes);

        assertThatThrownBy(() -> resumeBehind(snapshotAt(EVENTS)))
                .hasMessageContaining("this seal is not what was written");
    }

    @Test
    void shouldFindThePlaceBehindPrunedAndInCompressedRolls() {
        RolledJournal.create(directory, ROLLS, true);
        try (JournalPruning pruning = JournalPruning.open(directory)) {
            final Retention retention = new Retention(Span.parse("6"), Span.parse("2"));
            pruning.apply(pruning.plan(retention, JournalPruning.NOTHING_NEEDED), step -> {});
        }

        // In a compressed roll.
        final long event = EVENTS - 2L * RolledJournal.EVENTS_PER_ROLL - 10;
        final long seal = sealBefore(event);
        RolledJournal.goOn(resumeBehind(snapshotAt(event)));

        assertThat(read).isEqualTo(EVENTS - seal).isLessThan(6L * RolledJournal.EVENTS_PER_ROLL);
        RolledJournal.assertHolds(
                directory,
                EVENTS - 6L * RolledJournal.EVENTS_PER_ROLL + 1,
                EVENTS + RolledJournal.EVENTS_PER_ROLL,
                COMMANDS - 6L * RolledJournal.COMMANDS_PER_ROLL + 1);
    }

    @Test
    void shouldReadTheEndOfAnotherRunFromTheSealOn() {
        RolledJournal.create(directory, ROLLS, true);
        final JournalEnd whole = JournalEnd.read(directory, null, 0, sequence -> read++);
        assertThat(read).isEqualTo(EVENTS);
        final long marketEventsBehind = JournalTailTest.marketEvents(directory, EVENTS - 100);
        read = 0;

        final JournalEnd end = JournalEnd.read(
                directory, snapshotAt(EVENTS - 100), whole.marketEvents() - marketEventsBehind, sequence -> read++);

        assertThat(end).isEqualTo(whole);
        assertThat(read).isLessThan(EVENTS / 2);
    }

    private static long marketEvents(final Path journal, final long behind) {
        long count = 0;
        try (LogReader events = JournalReader.open(journal).events()) {
            while (events.next()) {
                final int templateId = Envelope.templateId(events.buffer(), events.offset());
                count += events.sequence() > behind && Templates.isMarketEvent(templateId) ? 1 : 0;
            }
        }
        return count;
    }
}
