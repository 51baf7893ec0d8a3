package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.Envelope;

class JournalResumeTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"none", "3ms", "batch", "orders"})
    void shouldGoOnWithoutASeamAfterEachCleanClose(final SyncPolicy syncPolicy) {
        try (Journal journal = Journal.create(directory, syncPolicy, "strategy: x\n", Map.of("runId", "r-1"))) {
            append(journal, 100, 10);
            journal.close(Map.of("stateHash", "ab"));
        }
        for (int session = 2; session <= 4; session++) {
            try (Journal journal = Journal.resume(directory, syncPolicy, Map.of("why", "test " + session))) {
                final ResumePoint point = journal.resumePoint();
                assertThat(point.session()).isEqualTo(session);
                assertThat(point.previousState()).isEqualTo(JournalMetadata.State.CLOSED);
                assertThat(point.lastEventSequence()).isEqualTo(100L * (session - 1));
                assertThat(point.lastCommandSequence()).isEqualTo(10L * (session - 1));
                assertThat(point.lastCauseSequence()).isEqualTo(10L * (session - 1));
                assertThat(point.lastEventTimeNs())
                        .isEqualTo(TestRecords.FIRST_TIME_NS + point.lastEventSequence() / 2);
                assertThat(point.tornTails()).isEmpty();
                append(journal, 100, 10);
                journal.close(Map.of("stateHash", "cd" + session));
            }
        }

        assertThat(verified(400, 40).isClosedCleanly()).isTrue();
        final JournalMetadata metadata = JournalReader.open(directory).metadata();
        assertThat(metadata.facts()).containsExactly(Map.entry("runId", "r-1"));
        assertThat(metadata.results()).containsExactly(Map.entry("stateHash", "cd4"));
        assertThat(metadata.resumptions())
                .containsEntry("2.afterEvent", "100")
                .containsEntry("4.afterCommand", "30")
                .containsEntry("3.fact.why", "test 3")
                .containsEntry("4.previousState", "CLOSED");
    }

    @Test
    void shouldWithdrawTheResultsWhileItIsBeingWrittenAgain() {
        closed(10, 1);

        try (Journal journal = resume()) {
            append(journal, 5, 0);
            journal.events().flush();

            assertThat(JournalReader.open(directory).metadata().state()).isEqualTo(JournalMetadata.State.OPEN);
            assertThat(JournalReader.open(directory).metadata().results()).isEmpty();
            assertThat(verified(15, 1).isBeingWritten()).isTrue();
        }
    }

    @Test
    void shouldTakeOnlyTheNextSequence() {
        closed(10, 1);

        try (Journal journal = resume()) {
            assertThatThrownBy(() -> new TestRecords(1, 100).append(journal.events(), 10, 10))
                    .hasMessageContaining("sequence=10 after 10");
            assertThatThrownBy(() -> new TestRecords(1, 100).append(journal.events(), 12, 12))
                    .hasMessageContaining("sequence=12 after 10");
        }
    }

    @Test
    void shouldGoOnAfterAWriterThatGaveUp() {
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of())) {
            append(journal, 10, 2);
            journal.abandon("no reason");
        }

        try (Journal journal = resume()) {
            assertThat(journal.resumePoint().previousState()).isEqualTo(JournalMetadata.State.FAILED);
            assertThat(JournalReader.open(directory).metadata().failure()).isEmpty();
            append(journal, 10, 2);
            journal.close(Map.of());
        }

        verified(20, 4);
    }

    @Test
    void shouldGoOnAfterResumingFailedBeforeItWroteAnything() {
        closed(10, 2);
        for (int i = 0; i < 3; i++) {
            resume().close();
        }

        try (Journal journal = resume()) {
            assertThat(journal.resumePoint().session()).isEqualTo(5);
            append(journal, 10, 2);
            journal.close(Map.of());
        }

        verified(20, 4);
    }

    @Test
    void shouldRefuseASecondWriterAndNameTheFirst() {
        closed(10, 2);

        try (Journal journal = resume()) {
            assertThatThrownBy(this::resume)
                    .hasMessageContaining(
                            "this process (pid " + ProcessHandle.current().pid() + ")")
                    .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                    .extracting(JournalException::kind)
                    .isEqualTo(JournalException.Kind.LOCKED);
            append(journal, 1, 0);
        }
    }

    @Test
    void shouldRefuseWhatIsNoJournalAndLeaveNothingThere() {
        assertThatThrownBy(this::resume).hasMessageContaining("is no journal");

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void shouldRefuseDamageBeforeTheTailSayWhereAndChangeNothing() throws IOException {
        abandoned(10, 2);
        final Path file = onlyFile(JournalLayout.EVENTS);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[(int) recordPosition(4) + 30] ^= 1;
        Files.write(file, bytes);

        assertRefused("damage at sequence 4 (events/" + file.getFileName() + ", byte ");

        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(JournalReader.open(directory).metadata().state()).isEqualTo(JournalMetadata.State.FAILED);
    }

    @Test
    void shouldRefuseAClosedJournalThatWasCut() throws IOException {
        closed(10, 2);
        final Path file = onlyFile(JournalLayout.EVENTS);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) recordPosition(8)));

        assertRefused("records missing");
    }

    @Test
    void shouldRefuseALogThatIsShorterThanItsWriterSaid() throws IOException {
        abandoned(10, 2);
        final Path file = onlyFile(JournalLayout.EVENTS);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) recordPosition(8)));

        assertRefused("a seal says that the log had records up to 10");

        Files.delete(directory.resolve(JournalLayout.EVENTS).resolve(SealTrail.FILE));
        assertRefused("ends at 7, but its writer had written up to 10");
    }

    @Test
    void shouldRefuseEventsThatEndBeforeTheCommandsThatTheyLedTo() {
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of())) {
            append(journal, 10, 0);
            final UnsafeBuffer command = new UnsafeBuffer(new byte[64]);
            Envelope.stamp(command, 0, 1, 1);
            command.putLong(Envelope.LENGTH_BYTES, 12);
            journal.commands().append(command, 0, 64);
            journal.abandon("power");
        }

        assertRefused("decided at event 12, but the events end at 10: 2 or more events are gone");
    }

    @Test
    void shouldRefuseWhenTheMetadataIsDamaged() throws IOException {
        closed(10, 2);
        Files.writeString(directory.resolve(JournalLayout.PROPERTIES), "state=CLOSED\n");

        assertRefused("journal.properties");
    }

    private void assertRefused(final String message) {
        assertThatThrownBy(this::resume)
                .hasMessageContaining("cannot be resumed")
                .hasMessageContaining(message)
                .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                .extracting(JournalException::kind)
                .isEqualTo(JournalException.Kind.DAMAGED);
        assertThat(DirectoryLock.isHeld(directory)).isFalse();
    }

    private void closed(final int events, final int commands) {
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of())) {
            append(journal, events, commands);
            journal.close(Map.of("stateHash", "ab"));
        }
    }

    private void abandoned(final int events, final int commands) {
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of())) {
            append(journal, events, commands);
        }
    }

    private Journal resume() {
        return Journal.resume(directory, SyncPolicy.NONE, Map.of());
    }

    private static void append(final Journal journal, final int events, final int commands) {
        final ResumePoint point = journal.resumePoint();
        final long event = point.lastEventSequence();
        final long command = point.lastCommandSequence();
        new TestRecords(1, 100).append(journal.events(), event + 1, event + events);
        new TestRecords(2, 100).append(journal.commands(), command + 1, command + commands);
    }

    private JournalReport verified(final long events, final long commands) {
        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);
        assertThat(report.findings()).isEmpty();
        try (LogReader eventLog = JournalReader.open(directory).events();
                LogReader commandLog = JournalReader.open(directory).commands()) {
            assertThat(LogScanner.scan(eventLog, new TestRecords(1, 100)))
                    .extracting(ScanResult::records, ScanResult::lastSequence, ScanResult::findings)
                    .containsExactly(events, events, List.of());
            assertThat(LogScanner.scan(commandLog, new TestRecords(2, 100)).records())
                    .isEqualTo(commands);
        }
        return report;
    }

    private Path onlyFile(final String log) {
        final Path logDirectory = directory.resolve(log);
        return logDirectory.resolve(LogFiles.names(logDirectory).get(0));
    }

    private long recordPosition(final long sequence) {
        try (LogReader reader = JournalReader.open(directory).events()) {
            while (reader.sequence() < sequence) {
                assertThat(reader.next()).isTrue();
            }
            return reader.recordPosition();
        }
    }
}
