package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.journal.Journal;
import reprise.journal.SnapshotStore;
import reprise.journal.SyncPolicy;
import reprise.message.Envelope;
import reprise.state.SnapshotWriter;

/** What a user sees of a journal of three rolls, one for each of its writers, that is pruned. */
class JournalPruneTest {
    private static final int EVENTS_PER_ROLL = 10;
    private static final int RECORD_LENGTH_BYTES = 64;

    @TempDir
    private Path directory;

    private Path journal;

    @BeforeEach
    void record() throws IOException {
        journal = directory.resolve("journal");
        final String configuration = Files.readString(Program.root().resolve("conf/btc-trend.yaml"));
        write(Journal.create(journal, SyncPolicy.NONE, configuration, Map.of()));
        write(Journal.resume(journal, SyncPolicy.NONE, Map.of()));
        write(Journal.resume(journal, SyncPolicy.NONE, Map.of()));
    }

    private static void write(final Journal journal) {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[RECORD_LENGTH_BYTES]);
        final long before = journal.resumePoint().lastEventSequence();
        for (long sequence = before + 1; sequence <= before + EVENTS_PER_ROLL; sequence++) {
            Envelope.stamp(record, 0, sequence, sequence);
            journal.events().append(record, 0, RECORD_LENGTH_BYTES);
        }
        journal.close(Map.of());
    }

    @Test
    void shouldSayThatRecoveryNeedsEverythingWhenNothingElseIsSaid() throws IOException {
        final Cli.Result result = prune("--keep", "1", "--compress-older-than", "1");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("recovery needs everything from event 1 on (see --needed-from)");
        assertThat(rolls()).hasSize(3);
    }

    private void snapshotAfter(final long sequence) {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(sequence, sequence);
        writer.section("core", 0);
        new SnapshotStore(journal, 3).write(writer.seal());
    }

    @Test
    void shouldKeepWhatTheOldestGoodSnapshotNeedsUnlessAskedToKeepMore() throws IOException {
        snapshotAfter(3);
        snapshotAfter(12);
        snapshotAfter(25);
        Files.write(journal.resolve("snapshots/0000000000000000003.snapshot"), new byte[] {1});

        final Cli.Result more = prune("--keep", "1", "--needed-from", "14");
        assertThat(more.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(more.err()).contains("recovery needs the events from 13 on; write end");
        assertThat(prune("--keep", "1", "--needed-from", "5").out()).contains("needs everything from event 5 on");
        assertThat(prune("--keep", "1").out()).contains("the events begin at sequence 11");
        assertThat(rolls()).hasSize(2);
    }

    @Test
    void shouldListAndChangeNothingWhenItIsADryRun() throws IOException {
        final List<String> before = rolls();

        final Cli.Result result = prune("--keep", "1", "--needed-from", "end", "--dry-run");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("nothing is changed")
                .contains("remove    events/" + before.get(0) + " (sequence 1 to 10, ")
                .contains("remove    events/" + before.get(1) + " (sequence 11 to 20, ")
                .contains("would remove 2 files, compress 0; the events would begin at sequence 21");
        assertThat(rolls()).isEqualTo(before);
    }

    @Test
    void shouldSayWhereTheJournalBeginsOnceItIsPruned() throws IOException {
        snapshotAfter(20);

        final Cli.Result result = prune("--keep", "2", "--compress-older-than", "1", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"remove\"").contains("\"compress\"");
        assertThat(result.field("eventsBeginAt")).isEqualTo("11");
        assertThat(rolls()).hasSize(2).anyMatch(name -> name.startsWith("000002/") && name.endsWith(".cq4.gz"));
        final Cli.Result verified = Cli.run("journal", "verify", journal.toString());
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(verified.out())
                .contains("20 records, sequence 11 to 30; begins at sequence 11: pruned")
                .contains("whole: every record is what was written");
        assertThat(Cli.run("journal", "stats", journal.toString()).err())
                .contains("the events begin at sequence 11: pruned");
    }

    @Test
    void shouldRefuseToReplayWithoutTheBeginning() {
        prune("--keep", "1", "--needed-from", "end");

        final Cli.Result replayed = Cli.run("replay", journal.toString(), "--verify");

        assertThat(replayed.exitCode()).isEqualTo(ExitCode.DATA);
        assertThat(replayed.err()).contains("begins at sequence 21: pruned");
        assertThat(Cli.run("state", journal.toString()).exitCode()).isEqualTo(ExitCode.DATA);
    }

    @Test
    void shouldRefuseAJournalThatIsBeingWritten() throws IOException {
        try (Journal held = Journal.resume(journal, SyncPolicy.NONE, Map.of())) {
            final List<String> before = rolls();

            final Cli.Result result = prune("--keep", "1", "--needed-from", "end");

            assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err())
                    .contains("is being written by this process (pid "
                            + ProcessHandle.current().pid());
            assertThat(rolls()).isEqualTo(before);
            held.close(Map.of());
        }
    }

    @Test
    void shouldSayWhatItUnderstandsWhenItDoesNot() {
        final Cli.Result span = prune("--keep", "5w");
        assertThat(span.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(span.err())
                .contains("'5w' is neither all, nor a number of rolls such as 10, nor of days such as 30d");

        final Cli.Result event = prune("--needed-from", "now");
        assertThat(event.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(event.err()).contains("'now' is neither end nor the sequence of an event");
    }

    private Cli.Result prune(final String... options) {
        final Stream<String> command = Stream.of("journal", "prune", journal.toString());
        return Cli.run(Stream.concat(command, Stream.of(options)).toArray(String[]::new));
    }

    private List<String> rolls() throws IOException {
        final Path log = journal.resolve("events");
        try (Stream<Path> files = Files.walk(log)) {
            return files.map(file -> log.relativize(file).toString())
                    .filter(name -> name.contains(".cq4") && !name.endsWith(".cq4t"))
                    .sorted((a, b) -> Boolean.compare(a.contains("/"), b.contains("/")) * 1_000 + a.compareTo(b))
                    .toList();
        }
    }
}
