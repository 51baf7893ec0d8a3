package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.agrona.concurrent.UnsafeBuffer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.Envelope;

class JournalTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"none", "3ms", "batch", "orders"})
    void shouldVerifyAndTellItsFactsWhenClosed(final SyncPolicy syncPolicy) {
        final Path place = directory.resolve("a/b");
        try (Journal journal = Journal.create(place, syncPolicy, "strategy: x\n", Map.of("runId", "r-1"))) {
            new TestRecords(1, 200).append(journal.events(), 1, 1000);
            new TestRecords(2, 200).append(journal.commands(), 1, 10);
            journal.close(Map.of("stateHash", "ab"));
            journal.close(Map.of("stateHash", "cd"));
        }

        final JournalReport report = JournalVerifier.verify(place, VerifyProgress.SILENT);
        final JournalReader reader = JournalReader.open(place);

        assertThat(report.findings()).isEmpty();
        assertThat(report.isClosedCleanly()).isTrue();
        assertThat(report.isBeingWritten()).isFalse();
        assertThat(report.events().records()).isEqualTo(1000);
        assertThat(report.commands().records()).isEqualTo(10);
        assertThat(reader.metadata().facts()).containsExactly(Map.entry("runId", "r-1"));
        assertThat(reader.metadata().results()).containsExactly(Map.entry("stateHash", "ab"));
        assertThat(reader.configuration()).isEqualTo("strategy: x\n");
    }

    @Test
    void shouldVerifyWhenNothingWasAppended() {
        try (Journal journal = create()) {
            journal.close(Map.of());
        }

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

        assertThat(report.isWhole()).isTrue();
        assertThat(report.events()).isEqualTo(new ScanResult(0, 0, 0, 0, List.of()));
    }

    @Test
    void shouldReadWhatWasFlushedWhileItIsBeingWritten() {
        try (Journal journal = create()) {
            new TestRecords(1, 200).append(journal.events(), 1, 10);
            journal.events().flush();

            final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

            assertThat(report.isBeingWritten()).isTrue();
            assertThat(report.isClosedCleanly()).isFalse();
            assertThat(report.isWhole()).isTrue();
            assertThat(report.events().records()).isEqualTo(10);
        }
    }

    @Test
    void shouldSayWhyAndUpToWhereItIsGoodWhenAbandoned() throws IOException {
        try (Journal journal = create()) {
            new TestRecords(1, 200).append(journal.events(), 1, 10);
            journal.abandon("disk on fire\nand smoke");
        }

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

        assertThat(report.metadata().state()).isEqualTo(JournalMetadata.State.FAILED);
        assertThat(report.metadata().failure()).isEqualTo("disk on fire\nand smoke");
        assertThat(report.isWhole()).isTrue();
        assertThat(report.events().records()).isEqualTo(10);
        assertThat(PropertiesFile.read(directory.resolve("journal.properties")).values())
                .containsEntry("events.goodSequence", "10")
                .containsEntry("commands.goodSequence", "0");
    }

    @Test
    void shouldCountAsAbandonedWhenLeftEarly() {
        create().close();

        assertThat(JournalReader.open(directory).metadata().state()).isEqualTo(JournalMetadata.State.FAILED);
    }

    @Test
    void shouldFailToCloseWhenTheDiskDoesNotHoldWhatWasWritten() throws IOException {
        final Journal journal = create();
        new TestRecords(1, 200).append(journal.events(), 1, 10);
        journal.events().flush();
        final Path log = directory.resolve("events");
        Files.write(log.resolve(LogFiles.names(log).get(0)), new byte[0]);

        assertThatThrownBy(() -> journal.close(Map.of()))
                .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                .extracting(JournalException::kind)
                .isEqualTo(JournalException.Kind.DAMAGED);
        assertThat(JournalReader.open(directory).metadata().state()).isEqualTo(JournalMetadata.State.FAILED);
    }

    @Test
    void shouldRefuseADirectoryThatIsNotEmpty() throws IOException {
        Files.writeString(directory.resolve("mine.txt"), "mine");

        assertKind(this::create, JournalException.Kind.EXISTS, "is not empty");

        assertThat(directory).isDirectoryContaining("glob:**mine.txt").isDirectoryNotContaining("glob:**journal*");
    }

    @Test
    void shouldRefuseToWriteOverAJournal() {
        create().close(Map.of());

        assertKind(this::create, JournalException.Kind.EXISTS, "holds a journal already");
        assertThat(JournalVerifier.verify(directory, VerifyProgress.SILENT).isWhole())
                .isTrue();
    }

    @Test
    void shouldRefuseToReadWhatIsNoJournal() {
        assertKind(() -> JournalReader.open(directory), JournalException.Kind.NOT_FOUND, "is no journal");
        assertKind(
                () -> JournalReader.open(directory.resolve("none")), JournalException.Kind.NOT_FOUND, "does not exist");
    }

    @Test
    void shouldRefuseAFormatOfTheFuture() throws IOException {
        PropertiesFile.write(directory.resolve("journal.properties"), Map.of("format", "2"));

        assertKind(() -> JournalReader.open(directory), JournalException.Kind.IO, "has format 2");
    }

    @Test
    void shouldMissEventsThatCommandsWereDecidedAt() {
        try (Journal journal = create()) {
            new TestRecords(1, 200).append(journal.events(), 1, 10);
            final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
            Envelope.stamp(command, 0, 1, 1);
            command.putLong(Envelope.LENGTH_BYTES, 12);
            journal.commands().append(command, 0, 64);
            journal.abandon("power");
        }

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

        assertThat(report.findings()).hasSize(1);
        assertThat(report.findings().get(0).kind()).isEqualTo(Finding.Kind.MISSING);
        assertThat(report.findings().get(0).missingRecords()).isEqualTo(2);
        assertThat(report.isDamaged()).isTrue();
    }

    @Test
    void shouldCountByMessage() {
        try (Journal journal = create()) {
            new TestRecords(1, 200).append(journal.events(), 1, 10);
            journal.close(Map.of());
        }

        final JournalStats stats = JournalStats.of(JournalReader.open(directory));

        assertThat(stats.events().templates().values().stream().mapToLong(LogStats.TemplateStats::count))
                .containsExactlyInAnyOrder(3L, 4L, 3L);
        assertThat(stats.events().firstTimeNs()).isEqualTo(TestRecords.FIRST_TIME_NS);
        assertThat(stats.events().lastTimeNs()).isEqualTo(TestRecords.FIRST_TIME_NS + 5);
        assertThat(stats.commands().templates()).isEmpty();
    }

    @Test
    void shouldKeepPropertiesAsJavaReadsThemToo() throws IOException {
        final Map<String, String> values = new LinkedHashMap<>();
        values.put("b", " leading, \\back\\slash, = and : and # ");
        values.put("a", "two\nlines\r\u00e9\u20ac");
        values.put("empty", "");
        final Path file = directory.resolve("some.properties");

        PropertiesFile.write(file, values);

        assertThat(PropertiesFile.read(file)).isEqualTo(new PropertiesFile(values, true));
        final Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        assertThat(properties).containsAllEntriesOf(values);
    }

    private Journal create() {
        return Journal.create(directory, SyncPolicy.NONE, "", Map.of());
    }

    private static void assertKind(
            final ThrowingCallable call, final JournalException.Kind kind, final String message) {
        assertThatThrownBy(call)
                .hasMessageContaining(message)
                .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                .extracting(JournalException::kind)
                .isEqualTo(kind);
    }
}
