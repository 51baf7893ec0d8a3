package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of trades, quotes and order books as data of a run, from the command line. */
class TickDataTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-ticks.yaml").toString();
    private static final long START_MS = 1_704_067_200_000L;
    private static final int SECONDS = 3_000;

    @TempDir
    private Path directory;

    private String trades;
    private String quotes;
    private String book;

    /** A price that rises for ten minutes and falls for ten, in cents. */
    private static long price(final int second) {
        final int phase = second % 1_200;
        return 4_000_000 + 50L * (phase < 600 ? phase : 1_200 - phase) + second * 7919L % 41;
    }

    private static String decimal(final long cents) {
        return cents / 100 + "." + (cents % 100 < 10 ? "0" : "") + cents % 100;
    }

    @BeforeEach
    void writeTicks() throws IOException {
        final List<String> tradeRows = new ArrayList<>(List.of("timestamp,price,quantity,side"));
        final List<String> quoteRows = new ArrayList<>(List.of("timestamp,bid,bid_size,ask,ask_size"));
        final List<String> messages = new ArrayList<>();
        messages.add("{\"lastUpdateId\":0,\"E\":" + START_MS
                + ",\"symbol\":\"BTCUSDT\",\"bids\":[[\"30000\",\"1\"]],\"asks\":[]}");
        for (int i = 1; i < SECONDS; i++) {
            final long time = START_MS + i * 1_000L;
            final String bid = decimal(price(i) - 5);
            final String ask = decimal(price(i) + 5);
            tradeRows.add(time + "," + decimal(price(i)) + ",0.5," + (i % 2 == 0 ? "buy" : "sell"));
            quoteRows.add(time - 300 + "," + bid + ",2.5," + ask + ",3");
            messages.add("{\"e\":\"depthUpdate\",\"E\":" + time + ",\"s\":\"BTCUSDT\",\"U\":" + i + ",\"u\":" + i
                    + ",\"b\":[["
                    + "\"" + decimal(price(i - 1) - 5) + "\",\"0\"],[\"" + bid + "\",\"2\"]],\"a\":[[\""
                    + decimal(price(i - 1) + 5) + "\",\"0\"],[\"" + ask + "\",\"2\"]]}");
        }
        trades = Files.write(directory.resolve("trades.csv"), tradeRows).toString();
        quotes = Files.write(directory.resolve("quotes.csv"), quoteRows).toString();
        book = Files.write(directory.resolve("book.json"), messages).toString();
    }

    private static Cli.Result run(final String command, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(command, CONF));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private static Cli.Result backtest(final String... more) {
        final List<String> arguments = new ArrayList<>(List.of("--no-out", "--json"));
        arguments.addAll(List.of(more));
        final Cli.Result result = run("backtest", arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }

    private static void assertRefused(final Cli.Result result, final int exitCode, final String message) {
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldTradeOnTradesAndQuotesTheSameWhateverTheOrderOfTheFiles() {
        final Cli.Result first = backtest("--data", trades, "--data", quotes);
        final Cli.Result second = backtest("--data", quotes, "--data", trades);

        assertThat(Integer.parseInt(first.field("fills"))).isGreaterThan(4);
        assertThat(first.field("bars")).isEqualTo("300");
        assertThat(first.field("last")).isEqualTo("2024-01-01T00:50:00Z");
        assertThat(second.field("stateHash")).isEqualTo(first.field("stateHash"));
    }

    @ParameterizedTest
    @CsvSource({"trades", "quotes", "book"})
    void shouldTradeAndMeasureEquityOnAnyKindAlone(final String kind) {
        final Cli.Result result = backtest("--data", file(kind));

        assertThat(result.field("bars")).isEqualTo("300");
        assertThat(Integer.parseInt(result.field("fills"))).isGreaterThan(4);
        assertThat(result.field("equityFinal")).isNotEqualTo("10000.00000000");
    }

    private String file(final String kind) {
        return switch (kind) {
            case "trades" -> trades;
            case "quotes" -> quotes;
            default -> book;
        };
    }

    @Test
    void shouldDecideOnItsJournalAndOnRingsWhatItDecidedOnFiles() {
        final String journal = directory.resolve("journal").toString();
        final String[] files = {
            "--data",
            trades,
            "--data",
            quotes,
            "--data",
            book,
            "--set",
            "venue.latency.orders.meanMs=0",
            "--set",
            "venue.latency.orders.deviationMs=0",
            "--set",
            "venue.latency.reports.meanMs=0",
            "--set",
            "venue.latency.reports.deviationMs=0"
        };
        final List<String> arguments = new ArrayList<>(List.of(files));
        arguments.addAll(List.of("--journal", journal));

        final Cli.Result original = backtest(arguments.toArray(String[]::new));
        final Cli.Result replayed = Cli.run("replay", journal, "--verify");
        final Cli.Result again = backtest(
                "--data",
                journal,
                "--set",
                "venue.latency.orders.meanMs=0",
                "--set",
                "venue.latency.orders.deviationMs=0",
                "--set",
                "venue.latency.reports.meanMs=0",
                "--set",
                "venue.latency.reports.deviationMs=0");
        final Cli.Result rings = run("run", concat(files, "--no-out", "--json", "--speed", "max"));

        assertThat(replayed.out())
                .contains("verified: all " + number(original.field("commands")) + " recorded commands");
        assertThat(again.field("commandHash")).isEqualTo(original.field("commandHash"));
        assertThat(rings.exitCode()).as(rings.err()).isZero();
        assertThat(rings.field("commandHash")).isEqualTo(original.field("commandHash"));
        assertThat(rings.field("stateHash")).isEqualTo(original.field("stateHash"));
    }

    private static String number(final String digits) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(digits));
    }

    private static String[] concat(final String[] first, final String... second) {
        final List<String> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(String[]::new);
    }

    @Test
    void shouldTakeTheLengthOfBarsFromTheConfiguration() {
        final Cli.Result minutes = backtest("--data", trades, "--set", "ticks.bars=1m");

        assertThat(minutes.field("bars")).isEqualTo("50");
        assertRefused(
                run("backtest", "--no-out", "--data", trades, "--set", "ticks.bars=2d"), ExitCode.USAGE, "ticks.bars");
    }

    @Test
    void shouldSayWhereAndWhatWhenTicksAreBad() throws IOException {
        final Path bad = Files.write(
                directory.resolve("bad.csv"),
                List.of("timestamp,price,quantity", "1704067200,100,1", "1704067201,many,1"));
        final Path bars = Files.write(
                directory.resolve("bars.csv"),
                List.of("timestamp,open,high,low,close,volume", "1704067200,1,1,1,1,1", "1704067260,1,1,1,1,1"));
        final Path nothing = Files.write(directory.resolve("nothing.csv"), List.of("apples,pears", "1,2"));

        assertRefused(
                run("backtest", "--no-out", "--data", bad.toString()),
                ExitCode.DATA,
                "bad.csv, line 3, column 'price': 'many' is not a number; expected a positive decimal such as 42283.58");
        assertRefused(
                run("backtest", "--no-out", "--data", trades, "--data", bars.toString()),
                ExitCode.DATA,
                "bars.csv: is no file of ticks, as ");
        assertRefused(
                run("backtest", "--no-out", "--data", trades, "--data", trades),
                ExitCode.DATA,
                "both have trades of BTCUSDT at ");
        assertRefused(
                run("backtest", "--no-out", "--data", nothing.toString()),
                ExitCode.DATA,
                "Ticks, which a backtest and data inspect take: CSV with a header naming price and quantity");
        assertRefused(
                run("backtest", "--no-out", "--data", trades, "--warmup", "5"),
                ExitCode.USAGE,
                "has ticks, which have no history");
        assertRefused(
                run("lookahead", "--data", trades, "--find-warmup"),
                ExitCode.USAGE,
                "--find-warmup needs bars; " + trades + " has quotes, trades or levels");
        assertRefused(
                run(
                        "sweep",
                        "--data",
                        trades,
                        "--param",
                        "emaFast=2:4:1",
                        "--walk-forward",
                        "train=10m,test=5m",
                        "--out",
                        directory.resolve("windows").toString()),
                ExitCode.USAGE,
                "--walk-forward needs bars; " + trades + " has quotes, trades or levels");
        assertThat(backtest("--data", bad.toString(), "--skip-bad").field("bars"))
                .isEqualTo("1");
    }

    @Test
    void shouldProveThatNothingOfTheFutureIsUsed() {
        final Cli.Result result =
                run("lookahead", "--data", trades, "--data", quotes, "--data", book, "--cuts", "10", "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.field("clean")).isEqualTo("true");
        assertThat(result.field("moments")).isEqualTo("300");
        assertThat(Integer.parseInt(result.field("cutsAtDecisions"))).isGreaterThanOrEqualTo(5);
    }

    @Test
    void shouldComeInASweepToWhatABacktestWithTheSameValuesComesTo() throws IOException {
        final Path out = directory.resolve("sweep");
        final Cli.Result sweep = run(
                "sweep",
                "--data",
                trades,
                "--data",
                quotes,
                "--param",
                "emaFast=2:4:1",
                "--threads",
                "2",
                "--out",
                out.toString());

        assertThat(sweep.exitCode()).as(sweep.err()).isZero();
        final List<String> rows = Files.readAllLines(out.resolve("points.csv"));
        final int hash = List.of(rows.get(0).split(",")).indexOf("outcomeHash");
        assertThat(rows).hasSize(4);
        for (int emaFast = 2; emaFast <= 4; emaFast++) {
            assertThat(rows.get(emaFast - 1).split(",")[hash])
                    .isEqualTo(
                            backtest("--data", trades, "--data", quotes, "--set", "strategies.trend.emaFast=" + emaFast)
                                    .field("outcomeHash"));
        }
    }

    @Test
    void shouldSayWhatIsInAFile() {
        final Cli.Result text = Cli.run("data", "inspect", book);
        final Cli.Result json = Cli.run("data", "inspect", quotes, "--json");

        assertThat(text.out())
                .contains("format            recording of Binance streams")
                .contains("instruments       BTCUSDT")
                .contains("trades            none")
                .contains("snapshots 1, gaps in the sequence 0, changes left out 0");
        assertThat(json.field("format")).isEqualTo("Reprise CSV of quotes");
        assertThat(json.field("count")).isEqualTo("2999");
        assertThat(json.field("crossed")).isEqualTo("0");
    }
}
