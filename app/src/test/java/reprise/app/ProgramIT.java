package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as its users start it, in processes of its own. */
class ProgramIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();

    @TempDir
    private Path directory;

    private Program.Result run(final String... arguments) throws IOException, InterruptedException {
        return Program.run(directory, arguments);
    }

    @Test
    void shouldRunTheDemoQuietlyAndProveIt() throws IOException, InterruptedException {
        final Program.Result demo = run("demo", "--fast", "--bars", "3000");

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.err()).isEmpty();
        assertThat(demo.out()).contains("equal: every command byte for byte, and the final state");
    }

    @Test
    void shouldNotListItsHomeInTheUsersDirectory() throws IOException, InterruptedException {
        run("demo", "--fast", "--bars", "500");

        assertThat(Path.of(System.getProperty("user.home"), ".chronicle.analytics.client.id"))
                .doesNotExist();
    }

    @Test
    void shouldBacktestFiveMillionBarsInASmallHeap() throws IOException, InterruptedException {
        final Program.Result result = Program.run(
                directory,
                List.of("-Xmx512m"),
                "backtest",
                CONF,
                "--data",
                "synthetic:bars=5000000,seed=7,period=1m,price=40000",
                "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("\"bars\" : 5000000", "\"barsPerSecond\" : ");
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void shouldLeaveAGoodJournalWhenKilled() throws IOException, InterruptedException {
        final Path journal = directory.resolve("journal");
        final Process process = Program.builder(
                        directory,
                        List.of(),
                        "run",
                        CONF,
                        "--data",
                        "synthetic:bars=1000000,seed=7,period=5m,price=40000",
                        "--speed",
                        "1000000",
                        "--no-out",
                        "--journal",
                        journal.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("run.txt").toFile())
                .start();
        awaitEvents(journal, process, 2_000);
        process.destroyForcibly().waitFor();

        final Program.Result verify = run("journal", "verify", journal.toString(), "--json");
        final Program.Result replay = run("replay", journal.toString(), "--verify", "--json");

        assertThat(verify.exitCode()).as(verify.out() + verify.err()).isZero();
        assertThat(verify.out()).contains("\"state\" : \"open\"");
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.out()).contains("\"verified\" : true");
    }

    /** Looks at the journal from outside until enough is on record. */
    private void awaitEvents(final Path journal, final Process process, final long count)
            throws IOException, InterruptedException {
        long events = 0;
        while (events < count) {
            assertThat(process.isAlive())
                    .as(() -> text(directory.resolve("run.txt")))
                    .isTrue();
            if (Files.exists(journal.resolve("events")) && Files.exists(journal.resolve("commands/metadata.cq4t"))) {
                final Program.Result stats = run("journal", "verify", journal.toString(), "--json");
                final String key = "\"events\" : ";
                final int at = stats.out().indexOf(key);
                events = at < 0
                        ? 0
                        : Long.parseLong(stats.out()
                                .substring(at + key.length(), stats.out().indexOf(',', at)));
            }
        }
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            return e.toString();
        }
    }

    @Test
    void shouldEndCleanlyWhenInterrupted() throws IOException, InterruptedException {
        final Path journal = directory.resolve("journal");
        final Process process = Program.builder(
                        directory,
                        List.of(),
                        "run",
                        CONF,
                        "--data",
                        "synthetic:bars=1000000,seed=7,period=5m,price=40000",
                        "--speed",
                        "100000",
                        "--no-out",
                        "--journal",
                        journal.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("run.txt").toFile())
                .start();
        awaitEvents(journal, process, 200);
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(process.exitValue()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(text(directory.resolve("run.txt"))).contains("interrupted; the results are of what ran until then");
        assertThat(run("journal", "verify", journal.toString()).out()).contains("closed cleanly", "whole");
        assertThat(run("replay", journal.toString(), "--verify").out()).contains("and the final state");
    }

    @Test
    void shouldRefuseASecondWriter() throws IOException, InterruptedException {
        final Path journal = directory.resolve("journal");
        final Process first = Program.builder(
                        directory,
                        List.of(),
                        "run",
                        CONF,
                        "--data",
                        "synthetic:bars=1000000,seed=7",
                        "--no-out",
                        "--journal",
                        journal.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("run.txt").toFile())
                .start();
        awaitEvents(journal, first, 1);

        final Program.Result second =
                run("run", CONF, "--data", "synthetic:bars=10", "--no-out", "--journal", journal.toString());
        first.destroyForcibly().waitFor();

        assertThat(second.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(second.err()).contains(Long.toString(first.pid()));
    }
}
