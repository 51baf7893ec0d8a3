package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalPruningTest {
    private static final int ROLLS = 5;
    private static final long EVENTS = (long) ROLLS * RolledJournal.EVENTS_PER_ROLL;
    private static final Retention KEEP_TWO = new Retention(Span.parse("2"), Span.ALL);
    private static final Retention COMPRESS_BUT_TWO = new Retention(Span.ALL, Span.parse("2"));

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void chooseADirectory() {
        directory = temporary.resolve("journal");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldRemoveOldRollsAndReadTheRestAsWhole(final boolean isClosedCleanly) {
        RolledJournal.create(directory, ROLLS, isClosedCleanly);

        final PrunePlan plan = prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED);

        assertThat(plan.steps()).hasSize(6).allMatch(step -> step.action() == PruneStep.Action.REMOVE);
        assertThat(plan.steps().get(0).file()).startsWith("events/");
        assertThat(plan.steps().get(0).firstSequence()).isEqualTo(1);
        assertThat(plan.steps().get(0).lastSequence()).isEqualTo(RolledJournal.EVENTS_PER_ROLL);
        assertThat(plan.eventsBeginAt()).isEqualTo(firstEventOfRoll(4));
        assertThat(names("events")).hasSize(2);
        assertThat(names("commands")).hasSize(2);
        RolledJournal.assertHolds(directory, firstEventOfRoll(4), EVENTS, firstCommandOfRoll(4));
        assertThat(prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED).steps()).isEmpty();
    }

    @Test
    void shouldTouchNothingThatRecoveryNeeds() {
        RolledJournal.create(directory, ROLLS, true);
        final Retention nothing = new Retention(Span.parse("1"), Span.parse("1"));

        assertThat(prune(nothing, 1).steps()).isEmpty();
        assertThat(prune(nothing, RolledJournal.EVENTS_PER_ROLL).steps()).isEmpty();
        final PrunePlan plan = prune(nothing, firstEventOfRoll(3));

        assertThat(plan.eventsBeginAt()).isEqualTo(firstEventOfRoll(3));
        assertThat(plan.steps()).hasSize(4).allMatch(step -> step.action() == PruneStep.Action.REMOVE);
        RolledJournal.assertHolds(directory, firstEventOfRoll(3), EVENTS, firstCommandOfRoll(3));
    }

    @Test
    void shouldNeverTouchTheNewestRollForTheNextWriterGoesOnThere() {
        RolledJournal.create(directory, 1, true);

        assertThat(prune(new Retention(Span.parse("1"), Span.parse("1")), JournalPruning.NOTHING_NEEDED)
                        .steps())
                .isEmpty();
    }

    @Test
    void shouldCountDaysByTheTimesOfTheRecords() {
        RolledJournal.create(directory, ROLLS, true);

        // The third roll ends two days before the last record, the second three.
        final PrunePlan plan = prune(new Retention(Span.parse("2d"), Span.ALL), JournalPruning.NOTHING_NEEDED);

        assertThat(plan.eventsBeginAt()).isEqualTo(firstEventOfRoll(3));
        RolledJournal.assertHolds(directory, firstEventOfRoll(3), EVENTS, firstCommandOfRoll(3));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldReadCompressedRollsAsTheyWereWritten(final boolean isClosedCleanly) throws IOException {
        RolledJournal.create(directory, ROLLS, isClosedCleanly);
        final long sizeBytes = JournalReader.open(directory).sizeBytes();

        final PrunePlan plan = prune(COMPRESS_BUT_TWO, JournalPruning.NOTHING_NEEDED);

        assertThat(plan.steps()).hasSize(6).allMatch(step -> step.action() == PruneStep.Action.COMPRESS);
        assertThat(JournalReader.open(directory).sizeBytes()).isLessThan(sizeBytes);
        for (final PruneStep step : plan.steps()) {
            final Path file = directory.resolve(step.file());
            assertThat(file).doesNotExist();
            assertThat(CompressedRoll.of(file)).exists();
        }
        RolledJournal.assertHolds(directory, 1, EVENTS, 1);
        assertThat(prune(COMPRESS_BUT_TWO, JournalPruning.NOTHING_NEEDED).steps())
                .isEmpty();
    }

    @Test
    void shouldGoOnWithAJournalWhoseBeginningWasPrunedOrCompressed() {
        RolledJournal.create(directory, ROLLS, true);
        final Retention retention = new Retention(Span.parse("4"), Span.parse("2"));
        assertThat(prune(retention, JournalPruning.NOTHING_NEEDED).steps()).hasSize(6);

        RolledJournal.resume(directory);
        RolledJournal.assertHolds(
                directory, firstEventOfRoll(2), EVENTS + RolledJournal.EVENTS_PER_ROLL, firstCommandOfRoll(2));
        prune(retention, JournalPruning.NOTHING_NEEDED);
        RolledJournal.resume(directory);

        RolledJournal.assertHolds(
                directory, firstEventOfRoll(3), EVENTS + 2L * RolledJournal.EVENTS_PER_ROLL, firstCommandOfRoll(3));
    }

    @Test
    void shouldRefuseAJournalThatSomebodyIsWriting() throws IOException {
        try (WriterProcess writer = WriterProcess.start(directory)) {
            writer.awaitFlushed(7);

            assertThatThrownBy(() -> JournalPruning.open(directory))
                    .hasMessageContaining("another process (pid " + writer.pid() + ")")
                    .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                    .extracting(JournalException::kind)
                    .isEqualTo(JournalException.Kind.LOCKED);
        }
    }

    @Test
    void shouldRefuseAJournalThatIsNotWhatWasWritten() throws IOException {
        RolledJournal.create(directory, ROLLS, true);
        flip(directory.resolve("events").resolve(names("events").get(3)), 100_000);

        assertThatThrownBy(() -> JournalPruning.open(directory))
                .hasMessageContaining("is not pruned: damage at sequence")
                .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                .extracting(JournalException::kind)
                .isEqualTo(JournalException.Kind.DAMAGED);
        assertThat(DirectoryLock.isHeld(directory)).isFalse();
        assertThat(names("events")).hasSize(ROLLS);
    }

    @Test
    void shouldReadWholeAndFinishWhenItWasKilledBeforeTheFilesWereDeleted() throws IOException {
        RolledJournal.create(directory, ROLLS, true);
        final Path log = directory.resolve("events");
        final Path copies = temporary.resolve("copies");
        copy(log, copies);
        prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED);
        Files.delete(copies.resolve("seals"));
        copy(copies, log);
        assertThat(names("events")).hasSize(ROLLS);

        RolledJournal.assertHolds(directory, firstEventOfRoll(4), EVENTS, firstCommandOfRoll(4));
        prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED);

        assertThat(names("events")).hasSize(2);
        RolledJournal.assertHolds(directory, firstEventOfRoll(4), EVENTS, firstCommandOfRoll(4));
    }

    @Test
    void shouldReadWholeAndFinishWhenItWasKilledWhileItCompressed() throws IOException {
        RolledJournal.create(directory, ROLLS, true);
        final Path first = directory.resolve("events").resolve(names("events").get(0));
        final Path second = directory.resolve("events").resolve(names("events").get(1));
        final byte[] content = Files.readAllBytes(second);
        Files.write(CompressedRoll.temporary(first), new byte[1000]);
        CompressedRoll.compress(second);
        Files.write(second, content);

        RolledJournal.assertHolds(directory, 1, EVENTS, 1);
        prune(COMPRESS_BUT_TWO, JournalPruning.NOTHING_NEEDED);

        assertThat(CompressedRoll.temporary(first)).doesNotExist();
        assertThat(first).doesNotExist();
        assertThat(second).doesNotExist();
        RolledJournal.assertHolds(directory, 1, EVENTS, 1);
    }

    @Test
    void shouldTellEveryChangedByteOfTheStart() throws IOException {
        RolledJournal.create(directory, ROLLS, true);
        prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED);
        final Path start = directory.resolve("events").resolve(LogStart.FILE);
        final byte[] content = Files.readAllBytes(start);
        for (int position = 0; position < content.length; position++) {
            flip(start, position);

            final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

            assertThat(report.isDamaged()).as("byte %d", position).isTrue();
            assertThat(report.findings())
                    .as("byte %d", position)
                    .anyMatch(finding -> finding.file().equals("events/" + LogStart.FILE));
            Files.write(start, content);
        }
    }

    @Test
    void shouldMissThePrunedRecordsWhenTheStartIsGone() throws IOException {
        RolledJournal.create(directory, ROLLS, false);
        prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED);
        Files.delete(directory.resolve("events").resolve(LogStart.FILE));

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

        assertThat(report.isDamaged()).isTrue();
        assertThat(report.events().findings().get(0).kind()).isEqualTo(Finding.Kind.MISSING);
        assertThat(report.events().findings().get(0).missingRecords()).isEqualTo(firstEventOfRoll(4) - 1);
    }

    @Test
    void shouldCompareWhatIsLeftWithTheSealsBehindTheStart() throws IOException {
        RolledJournal.create(directory, ROLLS, true);
        prune(KEEP_TWO, JournalPruning.NOTHING_NEEDED);
        final Path log = directory.resolve("events");
        final LogStart start = LogStart.read(log);
        new LogStart(start.prunedSequence(), start.prunedTimeNs(), start.chain() + 1, start.prunedFile(), false)
                .write(log);

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

        assertThat(report.events().findings()).hasSize(1);
        assertThat(report.events().findings().get(0).kind()).isEqualTo(Finding.Kind.REPLACED);
        assertThat(report.events().findings().get(0).detail())
                .contains("somewhere in sequence " + firstEventOfRoll(4) + " to ");
    }

    @Test
    @Tag("once")
    void shouldNoticeEveryChangedByteOfACompressedRollThatChangesWhatItHolds() throws IOException {
        RolledJournal.create(directory, 3, false);
        final PruneStep step =
                prune(COMPRESS_BUT_TWO, JournalPruning.NOTHING_NEEDED).steps().get(0);
        final Path file = CompressedRoll.of(directory.resolve(step.file()));
        final byte[] content = Files.readAllBytes(file);
        final byte[] held = inflated(file);
        final int headerBytes = 10;
        int noticed = 0;
        for (int position = 0; position < content.length; position += position < headerBytes ? 1 : 509) {
            flip(file, position);

            final ScanResult scan = LogScanner.scan(directory.resolve("events"), (buffer, offset, length) -> {});

            if (scan.isWhole()) {
                // Some bits of the header say nothing, and zeros can be copied from one place as well as from another.
                assertThat(Arrays.equals(inflated(file), held))
                        .as("byte %d", position)
                        .isTrue();
            } else {
                assertThat(scan.findings().get(0).file())
                        .as("byte %d", position)
                        .isEqualTo(step.file());
                noticed++;
            }
            Files.write(file, content);
        }
        assertThat(noticed).isGreaterThan(content.length / 509 / 2);
        for (int size = 0; size < content.length; size += 1_021) {
            Files.write(file, Arrays.copyOf(content, size));
            assertThat(LogScanner.scan(directory.resolve("events"), (buffer, offset, length) -> {})
                            .isWhole())
                    .as("cut to %d bytes", size)
                    .isFalse();
        }
    }

    @Test
    void shouldKeepTheFileWhenTheDiskRefusesItsCompressedForm() throws IOException {
        RolledJournal.create(directory, ROLLS, true);
        final Path first = directory.resolve("events").resolve(names("events").get(0));
        // A directory in its place cannot be written.
        Files.createDirectory(CompressedRoll.temporary(first));

        assertThatThrownBy(() -> CompressedRoll.compress(first)).isInstanceOf(IOException.class);
        Files.delete(CompressedRoll.temporary(first));

        RolledJournal.assertHolds(directory, 1, EVENTS, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "d", "0d", "5w", "all of it", "1000000"})
    void shouldSayWhatASpanIsWhenItIsNone(final String text) {
        assertThatThrownBy(() -> Span.parse(text)).hasMessageContaining("'" + text + "' is neither all, nor a number");
    }

    private PrunePlan prune(final Retention retention, final long neededFromSequence) {
        try (JournalPruning pruning = JournalPruning.open(directory)) {
            final PrunePlan plan = pruning.plan(retention, neededFromSequence);
            final List<PruneStep> done = new ArrayList<>();
            pruning.apply(plan, done::add);
            assertThat(done).isEqualTo(plan.steps());
            return plan;
        }
    }

    private static long firstEventOfRoll(final int roll) {
        return (roll - 1L) * RolledJournal.EVENTS_PER_ROLL + 1;
    }

    private static long firstCommandOfRoll(final int roll) {
        return (roll - 1L) * RolledJournal.COMMANDS_PER_ROLL + 1;
    }

    private List<String> names(final String log) {
        return LogFiles.names(directory.resolve(log));
    }

    private static void copy(final Path from, final Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (final Path file : files.toList()) {
                final Path copy = to.resolve(file.getFileName());
                if (!Files.exists(copy)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static byte[] inflated(final Path file) throws IOException {
        try (GZIPInputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            return stream.readAllBytes();
        }
    }

    private static void flip(final Path file, final int position) throws IOException {
        final byte[] content = Files.readAllBytes(file);
        content[position] ^= 1;
        Files.write(file, content);
    }
}
