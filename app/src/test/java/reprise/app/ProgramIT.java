package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The built jar as its users start it, in processes of its own. */
class ProgramIT {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();

    private static final String SMALL_MARKET = "synthetic:bars=500,seed=7,period=5m,price=40000";

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

    /** Started in the same second as others, for all of the seconds in which it may start. */
    @Test
    void shouldNameARunAsItsDirectory() throws IOException, InterruptedException {
        final DateTimeFormatter format =
                DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);
        final Instant now = Instant.now();
        for (int second = 0; second < 60; second++) {
            Files.createDirectories(directory.resolve("out/btc-trend-" + format.format(now.plusSeconds(second))));
        }

        final Program.Result result = run("backtest", CONF, "--data", SMALL_MARKET);

        assertThat(result.exitCode()).as(result.err()).isZero();
        final Matcher printed =
                Pattern.compile("results in (out/(btc-trend-\\d+-\\d+-2)):").matcher(result.out());
        assertThat(printed.find()).as(result.out()).isTrue();
        final Path results = directory.resolve(printed.group(1));
        for (final String file : List.of("meta.json", "metrics.json")) {
            assertThat(results.resolve(file)).content().contains("\"runId\" : \"" + printed.group(2) + '"');
        }
        assertThat(result.out()).contains("report in " + printed.group(1) + "/report.html");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void shouldRefuseResultsInADirectoryThatAnotherProcessIsWriting() throws IOException, InterruptedException {
        final Process first = Program.builder(
                        directory, List.of(), "run", CONF, "--data", SMALL_MARKET, "--speed", "1", "--out", "shared")
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("first.txt").toFile())
                .start();
        final Path lock = directory.resolve("shared/.lock");
        while (first.isAlive() && (!Files.exists(lock) || Files.size(lock) == 0)) {
            Thread.sleep(20);
        }

        final Program.Result second = run("backtest", CONF, "--data", SMALL_MARKET, "--out", "shared");
        first.destroyForcibly().waitFor();
        final Program.Result third = run("backtest", CONF, "--data", SMALL_MARKET, "--out", "shared");

        assertThat(second.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(second.err())
                .isEqualToIgnoringNewLines("reprise: --out shared is being written by another process (pid "
                        + first.pid() + "); stop it first, or choose another directory");
        assertThat(third.exitCode()).as(third.err()).isZero();
    }

    /** An operating system that lets no file grow beyond 200 KB refuses as a full disk does. */
    @Test
    void shouldSayInOneLineThatResultsCannotBeWritten() throws IOException, InterruptedException {
        final ProcessBuilder limited = Program.builder(
                directory, List.of(), "backtest", CONF, "--data", "synthetic:bars=20000,price=40000", "--out", "x");
        limited.command().addAll(0, List.of("/bin/sh", "-c", "ulimit -f 400; exec \"$@\"", "sh"));
        final Path err = directory.resolve("err.txt");
        final Process process = limited.redirectError(err.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(process.waitFor()).isEqualTo(ExitCode.INTERNAL);
        assertThat(Files.readAllLines(err))
                .containsExactly(
                        "reprise: x/unfinished/equity.csv cannot be written: File too large; what was written until"
                                + " then is in x/unfinished and is not complete");
        assertThat(directory.resolve("x")).isDirectoryNotContaining("regex:.*(csv|json|html)");
    }
}
