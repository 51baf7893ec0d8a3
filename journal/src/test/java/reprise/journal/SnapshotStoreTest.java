package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.state.SnapshotWriter;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class SnapshotStoreTest {
    private static final int KEPT = 3;

    @TempDir
    Path journal;

    private SnapshotStore store() {
        return new SnapshotStore(journal, KEPT);
    }

    private static byte[] snapshot(final long sequence) {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(sequence, 1_000 + sequence);
        writer.section("core", 0);
        writer.field("sequence", sequence);
        writer.field("symbol", "BTCUSDT");
        writer.field("average", 0.1 * sequence);
        return writer.seal();
    }

    @Test
    void shouldFindNothingWhereNothingWasStored() {
        assertThat(store().latest().isPresent()).isFalse();
        assertThat(store().files()).isEmpty();
    }

    @Test
    void shouldGiveBackTheNewest() {
        final byte[] newest = snapshot(10_000);
        store().write(snapshot(999));
        store().write(newest);

        final StoredSnapshot found = store().latest();

        assertThat(found.header().sequence()).isEqualTo(10_000);
        assertThat(found.header().timeNs()).isEqualTo(11_000);
        assertThat(found.bytes()).isEqualTo(newest);
        assertThat(found.findings()).isEmpty();
        assertThat(found.file()).isEqualTo(journal.resolve("snapshots/0000000000000010000.snapshot"));
    }

    @Test
    void shouldGiveBackFactsWithTheSnapshotTheyAreOf() throws IOException {
        final Path first = store().write(snapshot(1), Map.of("bars", "12"));
        assertThat(store().latest().facts()).containsEntry("bars", "12");
        store().write(snapshot(2));
        assertThat(store().latest().facts()).doesNotContainKey("bars");

        final Path facts = first.resolveSibling("0000000000000000001.facts");
        final byte[] good = Files.readAllBytes(facts);
        Files.copy(facts, first.resolveSibling("0000000000000000002.facts"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(store().latest().facts()).as("of another snapshot").isEmpty();
        for (int i = 0; i < good.length; i++) {
            final byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(facts, bad);
            assertThat(store().oldest().facts()).as("byte %d", i).isEmpty();
        }
        Files.delete(facts);
        assertThat(store().oldest().facts()).isEmpty();
        assertThat(store().oldest().isPresent()).isTrue();
    }

    @Test
    void shouldRemoveFactsWithTheirSnapshot() throws IOException {
        Files.createDirectories(journal.resolve("snapshots"));
        Files.write(journal.resolve("snapshots/0000000000000000009.facts"), new byte[1]);
        for (long sequence = 1; sequence <= 5; sequence++) {
            store().write(snapshot(sequence), Map.of());
        }

        try (Stream<Path> files = Files.list(journal.resolve("snapshots"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".facts")))
                    .containsExactlyInAnyOrder(
                            "0000000000000000003.facts", "0000000000000000004.facts", "0000000000000000005.facts");
        }
    }

    @Test
    void shouldKeepTheLastFew() {
        for (long sequence = 1; sequence <= 5; sequence++) {
            store().write(snapshot(sequence));
        }

        assertThat(store().files())
                .extracting(file -> file.getFileName().toString())
                .containsExactly(
                        "0000000000000000003.snapshot", "0000000000000000004.snapshot", "0000000000000000005.snapshot");
    }

    @Test
    void shouldReplaceASnapshotOfTheSameEvent() {
        store().write(snapshot(5));
        store().write(snapshot(5));

        assertThat(store().files()).hasSize(1);
        assertThat(store().latest().findings()).isEmpty();
    }

    @Test
    void shouldFallBackWhicheverByteOfTheNewestHasChanged() throws IOException {
        store().write(snapshot(1));
        final Path newest = store().write(snapshot(2));
        final byte[] good = Files.readAllBytes(newest);
        for (int i = 0; i < good.length; i++) {
            final byte[] bad = good.clone();
            bad[i] ^= (byte) (1 << i % 8);
            Files.write(newest, bad);

            final StoredSnapshot found = store().latest();

            assertThat(found.header().sequence()).as("byte %d", i).isEqualTo(1);
            assertThat(found.findings())
                    .singleElement()
                    .asString()
                    .startsWith("snapshots/0000000000000000002.snapshot passed over: bad snapshot: ");
        }
    }

    @Test
    void shouldFallBackWhereverTheNewestEnds() throws IOException {
        store().write(snapshot(1));
        final Path newest = store().write(snapshot(2));
        final byte[] good = Files.readAllBytes(newest);
        for (int length = 0; length < good.length; length++) {
            Files.write(newest, Arrays.copyOf(good, length));

            assertThat(store().latest().header().sequence())
                    .as("length %d", length)
                    .isEqualTo(1);
        }
        Files.write(newest, Arrays.copyOf(good, good.length + 1));
        assertThat(store().latest().header().sequence()).isEqualTo(1);
    }

    @Test
    void shouldNotBelieveTheNameOfAFile() throws IOException {
        store().write(snapshot(1));
        Files.write(journal.resolve("snapshots/0000000000000000009.snapshot"), snapshot(2));

        final StoredSnapshot found = store().latest();

        assertThat(found.header().sequence()).isEqualTo(1);
        assertThat(found.findings())
                .containsExactly("snapshots/0000000000000000009.snapshot passed over: "
                        + "its name is not that of a snapshot of sequence 2");
    }

    @Test
    void shouldFindNothingGoodWhereAllAreBad() throws IOException {
        Files.write(store().write(snapshot(1)), new byte[10]);
        Files.write(store().write(snapshot(2)), new byte[10]);

        assertThat(store().latest().isPresent()).isFalse();
        assertThat(store().latest().findings()).hasSize(2);
    }

    @Test
    void shouldPassOverWhatWasNotFinishedAndRemoveItLater() throws IOException {
        store().write(snapshot(1));
        final Path unfinished = journal.resolve("snapshots/0000000000000000002.snapshot.new");
        Files.write(unfinished, Arrays.copyOf(snapshot(2), 50));

        assertThat(store().latest().header().sequence()).isEqualTo(1);
        assertThat(store().latest().findings()).isEmpty();

        store().write(snapshot(3));
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void shouldStoreNothingButSnapshots() {
        assertThatThrownBy(() -> store().write(new byte[100])).isInstanceOf(IllegalStateException.class);
        assertThat(store().files()).isEmpty();
    }

    @Test
    void shouldSayThatTheDiskRefuses() throws IOException {
        Files.write(journal.resolve("snapshots"), new byte[0]);

        assertThatThrownBy(() -> store().write(snapshot(1)))
                .isInstanceOfSatisfying(
                        JournalException.class, e -> assertThat(e.kind()).isEqualTo(JournalException.Kind.IO));
    }

    @Test
    void shouldHaveAWholeSnapshotWheneverTheWriterIsKilled() throws IOException, InterruptedException {
        for (final int lines : List.of(1, 20, 97)) {
            final Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            SnapshotStoreTest.class.getName(),
                            journal.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            long stored = 0;
            try (BufferedReader output =
                    new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
                for (int i = 0; i < lines; i++) {
                    stored = Long.parseLong(output.readLine());
                }
                writer.destroyForcibly();
                writer.waitFor();
            }

            final StoredSnapshot found = store().latest();

            assertThat(found.header().sequence()).isGreaterThanOrEqualTo(stored);
            assertThat(found.findings()).isEmpty();
        }
    }

    /** Stores one snapshot after the other until somebody ends it, and says so after each. */
    public static void main(final String[] arguments) {
        final SnapshotStore store = new SnapshotStore(Path.of(arguments[0]), KEPT);
        long sequence = store.latest().isPresent() ? store.latest().header().sequence() : 0;
        while (sequence < Long.MAX_VALUE) {
            store.write(snapshot(++sequence));
            System.out.println(sequence);
        }
    }
}
