package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.SharedFiles;

/** Pairs on real data, as a user runs them: both legs as one trade, its reasons and results in files, and the same at replay. */
class PairTradingTest {
    private static final String CRYPTO = "data/genetrader-binance/1h/%s-1h-2024H1.csv.gz";
    private static final String STOCKS = "data/blaizard-us-1min/%s-1min-2024-01_08.csv.gz";

    @TempDir
    private Path directory;

    private Path journal() {
        return directory.resolve("journal");
    }

    private static String conf(final String name) {
        return Program.root().resolve("conf").resolve(name).toString();
    }

    private static Cli.Result succeed(final String... arguments) {
        final Cli.Result result = Cli.run(arguments);
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        return result;
    }

    private Cli.Result backtest(final String conf, final String pattern, final String... symbols) {
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                conf(conf),
                "--json",
                "--journal",
                journal().toString(),
                "--out",
                directory.resolve("out").toString()));
        for (final String symbol : symbols) {
            arguments.add("--data");
            arguments.add(symbol + "=" + SharedFiles.file(pattern.formatted(symbol)));
        }
        return succeed(arguments.toArray(String[]::new));
    }

    private void assertReplaysInEveryLayout(final Cli.Result recorded) {
        for (final String layout : List.of("inline", "fused", "pipelined")) {
            final Cli.Result replay =
                    succeed("replay", journal().toString(), "--verify", "--json", "--pipeline", layout);
            assertThat(replay.field("verified")).as(layout).isEqualTo("true");
            assertThat(replay.field("commandHash")).as(layout).isEqualTo(recorded.field("commandHash"));
            assertThat(replay.field("stateHash")).as(layout).isEqualTo(recorded.field("stateHash"));
        }
    }

    private List<String> lines(final String file) throws IOException {
        return Files.readAllLines(directory.resolve("out").resolve(file));
    }

    @Test
    void shouldTradeFourPairsOfCoinsAtOnce() throws IOException {
        final Cli.Result run = backtest(
                "pairs-crypto.yaml",
                CRYPTO,
                "BCHUSDT",
                "DOGEUSDT",
                "LTCUSDT",
                "SOLUSDT",
                "AVAXUSDT",
                "ETHUSDT",
                "BTCUSDT");

        assertReplaysInEveryLayout(run);
        final List<String> trades = lines("pairs.csv");
        assertThat(trades).hasSizeGreaterThan(60);
        assertThat(trades.get(0)).startsWith("trade,strategy,pair,symbol1,symbol2,side,entry_time");
        assertThat(trades.get(1))
                .matches("1,1,\\d,[A-Z]+USDT,[A-Z]+USDT,(LONG|SHORT)_SPREAD,2024-01-.*,(EXIT|STOP_LOSS|EXPIRE),true");
        assertThat(trades.stream().skip(1).map(line -> line.split(",")[2]).distinct())
                .containsExactlyInAnyOrder("1", "2", "3");
        assertThat(trades).anyMatch(line -> line.contains(",STOP_LOSS,"));
        assertThat(lines("pairs-daily.csv")).hasSizeGreaterThan(170);
        assertThat(run.field("gatePassed")).isIn("true", "false");
        final Path story = directory.resolve("story.jsonl");
        succeed(
                "journal",
                "export",
                journal().toString(),
                "--format",
                "jsonl",
                "--out",
                story.toString(),
                "--type",
                "ActionExplained,PairStateChanged,PairHedged,PairLegTraded");
        assertThat(Files.readAllLines(story))
                .anyMatch(line -> line.contains("\"reason\":\"LONG_SPREAD\"") && line.contains("\"z\":"))
                .anyMatch(line -> line.contains("\"state\":\"OPEN\",\"reason\":\"OPENED\""))
                .anyMatch(line -> line.contains("\"reason\":\"CLOSE_REQUESTED\""));
    }

    @Test
    void shouldTradeStocksOnBarsBuiltOfMinutes() throws IOException {
        final Cli.Result run = backtest("pairs-stocks.yaml", STOCKS, "TDG", "GWW", "LII", "NVR");

        assertReplaysInEveryLayout(run);
        assertThat(lines("pairs.csv")).hasSizeGreaterThan(20).anyMatch(line -> line.contains(",EXPIRE,"));
    }

    @Test
    void shouldSayWhatIsWrongWithARegistry() throws IOException {
        final Path registry = directory.resolve("registry.yaml");
        final String text = Files.readString(Path.of(conf("pairs-crypto.yaml")))
                .replace("!include pairs.yaml", "!include " + registry.getFileName());
        final Path file = Files.writeString(directory.resolve("conf.yaml"), text);

        Files.writeString(registry, "pairs:\n  A: {symbol1: BCHUSDT, symbol2: DOGEUST}\n");
        assertThat(refusal(file)).contains("registry.yaml:2", "symbol2", "did you mean DOGEUSDT?");
        Files.writeString(registry, "pairs:\n  A: {symbol1: BCHUSDT}\n");
        assertThat(refusal(file)).contains("registry.yaml:2", "symbol2");
        Files.writeString(
                registry,
                "pairs:\n  A: {symbol1: BCHUSDT, symbol2: DOGEUSDT}\n  B: {symbol1: DOGEUSDT, symbol2: BCHUSDT}\n");
        assertThat(refusal(file)).contains("B trades the same two instruments as A");
        Files.writeString(
                registry,
                "pairs:\n  A: {symbol1: BCHUSDT, symbol2: DOGEUSDT}\n  A: {symbol1: LTCUSDT, symbol2: BCHUSDT}\n");
        assertThat(refusal(file)).contains("registry.yaml:3", "A");
        Files.writeString(registry, "pairs:\n  A: {symbol1: BCHUSDT, symbol2: DOGEUSDT, hedgeRatio: -0.5}\n");
        assertThat(refusal(file)).contains("registry.yaml:2", "hedgeRatio");
    }

    private static String refusal(final Path conf) {
        final Cli.Result result = Cli.run("backtest", conf.toString(), "--data", "x.csv");
        assertThat(result.exitCode()).isEqualTo(2);
        return result.err();
    }
}
