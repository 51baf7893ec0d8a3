package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.journal.Journal;
import reprise.journal.SyncPolicy;
import reprise.testkit.SharedFiles;

/** The promise that outranks the others: what was decided once is decided again, whichever way the stages run. */
class ReplayTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=20000,seed=7,period=5m,price=40000";

    @TempDir
    private Path directory;

    private static Cli.Result run(final String command, final String data, final Path journal, final String... more) {
        final List<String> arguments = new ArrayList<>(
                List.of(command, CONF, "--data", data, "--no-out", "--json", "--journal", journal.toString()));
        arguments.addAll(List.of(more));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static void assertReplays(final Cli.Result recorded, final Path journal, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("replay", journal.toString(), "--verify", "--json"));
        arguments.addAll(List.of(more));
        final Cli.Result replay = Cli.run(arguments.toArray(String[]::new));
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
        assertThat(replay.field("verified")).isEqualTo("true");
        assertThat(replay.field("stateCompared")).isEqualTo("true");
        assertThat(replay.field("commandHash")).isEqualTo(recorded.field("commandHash"));
        assertThat(replay.field("stateHash")).isEqualTo(recorded.field("stateHash"));
        assertThat(Long.parseLong(replay.field("orders"))).isPositive();
    }

    @Test
    void shouldDecideTheSameAgainAndAtReplay() {
        final Cli.Result first = run("backtest", MARKET, directory.resolve("first"));
        final Cli.Result second = run("backtest", MARKET, directory.resolve("second"));

        assertThat(second.field("commandHash")).isEqualTo(first.field("commandHash"));
        assertThat(second.field("stateHash")).isEqualTo(first.field("stateHash"));
        assertReplays(first, directory.resolve("first"));
        assertReplays(first, directory.resolve("first"), "--pipeline", "fused");
        assertReplays(first, directory.resolve("first"), "--pipeline", "pipelined", "--wait", "sleeping");
    }

    @Test
    void shouldDecideTheSameOnRealBars() {
        final String bars = SharedFiles.file("data/genetrader-binance/5m/BTCUSDT-5m-2024H1.csv.gz")
                .toString();

        final Cli.Result recorded = run("backtest", bars, directory.resolve("real"));

        assertReplays(recorded, directory.resolve("real"));
        assertThat(recorded.field("bars")).isEqualTo("52416");
    }

    @Test
    void shouldReplayARunThatWasKilledBeforeItsFirstEvent() throws IOException {
        final Path journal = directory.resolve("empty");
        Journal.create(journal, SyncPolicy.NONE, Files.readString(Path.of(CONF)), Map.of())
                .close(Map.of());

        final Cli.Result replay = Cli.run("replay", journal.toString());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("replayed     0 events");
    }

    @ParameterizedTest
    @CsvSource({
        "fused, blocking",
        "fused, sleeping",
        "fused, yielding",
        "fused, busy-spin",
        "pipelined, blocking",
        "pipelined, sleeping",
        "pipelined, yielding"
    })
    void shouldDecideOnRingsWhatTheBacktestDecides(final String layout, final String wait) {
        final String market = "synthetic:bars=3000,seed=7,period=5m,price=40000";
        final Cli.Result backtest = run("backtest", market, directory.resolve("backtest"));

        final Cli.Result onRings = run(
                "run",
                market,
                directory.resolve("rings"),
                "--speed",
                "max",
                "--set",
                "engine.layout=" + layout,
                "--set",
                "engine.wait=" + wait);

        assertThat(onRings.field("commandHash")).isEqualTo(backtest.field("commandHash"));
        assertThat(onRings.field("stateHash")).isEqualTo(backtest.field("stateHash"));
        assertReplays(onRings, directory.resolve("rings"));
        assertReplays(onRings, directory.resolve("rings"), "--pipeline", layout, "--wait", wait.replace('-', '_'));
    }

    @Test
    void shouldReplayAPacedRunThoughItsTimesCameFromTheWall() {
        final Cli.Result paced = run(
                "run",
                "synthetic:bars=2000,seed=7,period=5m,price=40000",
                directory.resolve("paced"),
                "--speed",
                "300000");

        assertReplays(paced, directory.resolve("paced"));
        assertReplays(paced, directory.resolve("paced"), "--pipeline", "fused");
    }

    @Test
    void shouldDifferWhenTheStrategyDoes() {
        final Cli.Result one = run("backtest", MARKET, directory.resolve("one"));
        final Cli.Result other =
                run("backtest", MARKET, directory.resolve("other"), "--set", "strategies.trend.emaFast=16");

        assertThat(other.field("commandHash")).isNotEqualTo(one.field("commandHash"));
        assertThat(other.field("stateHash")).isNotEqualTo(one.field("stateHash"));
    }
}
