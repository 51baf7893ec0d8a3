package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user is told about a journal that is not what was written. */
class JournalDamageTest {
    private static final int FLIPS = 25;

    @TempDir
    private static Path directory;

    private static Path original;

    @BeforeAll
    static void record() {
        original = directory.resolve("original");
        final Cli.Result result = Cli.run(
                "backtest",
                Program.root().resolve("conf/btc-trend.yaml").toString(),
                "--data",
                "synthetic:bars=4000,seed=7,period=5m,price=40000",
                "--no-out",
                "--journal",
                original.toString());
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    private static Path copy(final String name) throws IOException {
        final Path target = directory.resolve(name);
        try (Stream<Path> files = Files.walk(original)) {
            for (final Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, target.resolve(original.relativize(file).toString()));
            }
        }
        return target;
    }

    private static List<Path> filesOf(final Path journal, final String log) {
        try (Stream<Path> files = Files.list(journal.resolve(log))) {
            return files.filter(file -> file.toString().endsWith(".cq4"))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void flip(final Path file, final long position, final int bit) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(position);
            final int value = bytes.read();
            bytes.seek(position);
            bytes.write(value ^ 1 << bit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "commands"})
    void shouldNameTheSequenceWhenAByteWasFlipped(final String log) throws IOException {
        final SplittableRandom random = new SplittableRandom(2);
        final Path journal = copy("flipped-" + log);
        final Path file = filesOf(journal, log).get(0);
        for (int i = 0; i < FLIPS; i++) {
            final long position = random.nextLong(Files.size(file));
            final int bit = random.nextInt(8);
            flip(file, position, bit);

            final Cli.Result verify = Cli.run("journal", "verify", journal.toString(), "--json");
            final Cli.Result replay = Cli.run("replay", journal.toString(), "--verify", "--json");

            assertThat(verify.exitCode()).as("byte %d of %s", position, file).isEqualTo(ExitCode.VERIFICATION);
            assertThat(verify.out()).contains("\"sequence\" : ");
            assertThat(replay.exitCode()).as("byte %d of %s", position, file).isEqualTo(ExitCode.VERIFICATION);
            assertThat(replay.err()).contains("journal damaged", "at sequence ").doesNotContain("\tat ");
            flip(file, position, bit);
        }
        assertThat(Cli.run("journal", "verify", journal.toString()).exitCode()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "commands"})
    void shouldReportACutTailAndReplayTheRest(final String log) throws IOException {
        final Path journal = copy("cut-" + log);
        final Path file = filesOf(journal, log).get(0);
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() - 1000);
        }

        final Cli.Result verify = Cli.run("journal", "verify", journal.toString());
        final Cli.Result replay = Cli.run("replay", journal.toString(), "--verify", "--json");

        assertThat(verify.exitCode()).isEqualTo(ExitCode.VERIFICATION);
        assertThat(verify.out()).contains("records missing");
        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.err()).contains("warning: journal: ");
        assertThat(replay.field("verified")).isEqualTo("true");
        assertThat(replay.field("complete")).isEqualTo("false");
        assertThat(Long.parseLong(replay.field("events"))).isPositive();
    }

    @Test
    void shouldNoticeAChangedConfiguration() throws IOException {
        final Path journal = copy("changed");
        final Path conf = journal.resolve("conf.yaml");
        Files.writeString(conf, Files.readString(conf).replace("emaFast: 15", "emaFast: 16"));

        final Cli.Result replay = Cli.run("replay", journal.toString(), "--verify");

        assertThat(replay.exitCode()).isEqualTo(ExitCode.VERIFICATION);
        assertThat(replay.err()).contains("journal damaged", "conf.yaml");
    }
}
