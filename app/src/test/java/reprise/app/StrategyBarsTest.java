package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.journal.JournalReader;
import reprise.testkit.SharedFiles;

/**
 * A strategy on five-minute bars trades the same on a file of these and on a file of minutes, of which the engine builds them. Long only: who
 * turns from long to short orders twice, the second time when the first order has filled, and trades again one bar of the file later.
 */
class StrategyBarsTest {
    private static final long FIVE_MINUTES_S = 300;

    @TempDir
    private Path directory;

    private Path conf() throws IOException {
        return Files.writeString(directory.resolve("conf.yaml"), """
                name: bars
                account: {currency: USD, cash: 10000}
                instruments: {BTC-PERP: {base: BTC, quote: USD, tick: 0.01, priceDecimals: 4, lot: 0.0001}}
                venue: {kind: simulated, takerFeeBps: 7, slippageBps: 2, participation: 0}
                strategies: {trend: {kind: trend, instrument: BTC-PERP, adxMin: 15}}
                risk: {maxOrderNotional: 2000, maxPositionNotional: 2000}
                """);
    }

    /** Opening second, four prices and the volume of each bar, as texts; from the first whole five minutes to the last. */
    private static List<String[]> minutes() {
        final List<String[]> all = SharedFiles.lines("data/nautilus/btc-perp-20211231-20220201_1m.csv").stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> {
                    cells[0] = Long.toString(
                            Instant.parse(cells[0].replace(' ', 'T') + "Z").getEpochSecond());
                    return cells;
                })
                .toList();
        int begin = 0;
        while (!beginsFive(all.get(begin))) {
            begin++;
        }
        int end = all.size();
        while (!beginsFive(all.get(end - 1))) {
            end--;
        }
        return all.subList(begin, end - 1);
    }

    private static boolean beginsFive(final String[] row) {
        return Long.parseLong(row[0]) % FIVE_MINUTES_S == 0;
    }

    private Path write(final String name, final List<String[]> rows) throws IOException {
        final List<String> lines = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
        rows.forEach(row -> lines.add(String.join(",", row)));
        return Files.write(directory.resolve(name), lines);
    }

    /** By the book: first open, highest, lowest, last close; there is no gap. */
    private static List<String[]> fives(final List<String[]> minutes) {
        final List<String[]> fives = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i += 5) {
            final List<String[]> five = minutes.subList(i, i + 5);
            assertThat(Long.parseLong(five.get(4)[0])).isEqualTo(Long.parseLong(five.get(0)[0]) + 240);
            final Function<Integer, double[]> column = index -> five.stream()
                    .mapToDouble(row -> Double.parseDouble(row[index]))
                    .toArray();
            double high = 0;
            double low = Double.MAX_VALUE;
            for (int k = 0; k < 5; k++) {
                high = Math.max(high, column.apply(2)[k]);
                low = Math.min(low, column.apply(3)[k]);
            }
            fives.add(new String[] {
                five.get(0)[0], five.get(0)[1], Double.toString(high), Double.toString(low), five.get(4)[4], "1"
            });
        }
        return fives;
    }

    private List<String> trades(final Path data, final String out, final String... more) throws IOException {
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest",
                conf().toString(),
                "--data",
                data.toString(),
                "--stamp",
                "open",
                "--out",
                directory.resolve(out).toString(),
                "--journal",
                directory.resolve(out + "-journal").toString()));
        arguments.addAll(List.of(more));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        return Files.readAllLines(directory.resolve(out).resolve("trades.csv")).stream()
                .map(StrategyBarsTest::withoutBarsHeld)
                .toList();
    }

    /** Bars are counted as the venue delivers them. */
    private static String withoutBarsHeld(final String trade) {
        final List<String> cells = new ArrayList<>(List.of(trade.split(",")));
        cells.remove(11);
        return String.join(",", cells);
    }

    private void assertReplays(final String out) {
        final Cli.Result replay =
                Cli.run("replay", directory.resolve(out + "-journal").toString(), "--verify");
        assertThat(replay.exitCode()).as(replay.out() + replay.err()).isZero();
    }

    @Test
    void shouldTradeOnBuiltBarsAsOnReadyOnes() throws IOException {
        final List<String[]> minutes = minutes();
        final Path ones = write("minutes.csv", minutes);
        final Path fives = write("fives.csv", fives(minutes));

        final List<String> onFives = trades(fives, "fives");
        final List<String> built = trades(ones, "built", "--set", "strategies.trend.bars=5m");
        final List<String> onOnes = trades(ones, "ones");

        assertThat(onFives).hasSizeGreaterThan(30);
        assertThat(built).isEqualTo(onFives);
        assertThat(onOnes).isNotEqualTo(onFives);
        assertReplays("built");
    }

    @Test
    void shouldTradeTheSameWhenBothAreWarmed() throws IOException {
        final List<String[]> minutes = minutes();
        final Path ones = write("minutes.csv", minutes);
        final Path fives = write("fives.csv", fives(minutes));
        final String[] until = {"--warmup-until", "2022-01-10T00:02:30Z"};

        final List<String> onFives = trades(fives, "fives", until);
        final List<String> built = trades(ones, "built", until[0], until[1], "--set", "strategies.trend.bars=5m");

        assertThat(onFives).hasSizeGreaterThan(30);
        assertThat(onFives.get(1)).contains("2022-01-10T");
        assertThat(built).isEqualTo(onFives);
        assertReplays("built");
    }

    /** A run with what is left of its messages when it was refused before it left anything behind. */
    private String refusal(final String... arguments) {
        final List<String> all = new ArrayList<>(List.of(arguments));
        final Path journal = directory.resolve("refused");
        all.addAll(List.of("--no-out", "--journal", journal.toString()));
        final Cli.Result result = Cli.run(all.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(JournalReader.isThere(journal)).isFalse();
        return result.err();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1m", "7m", "1m@us-equities", "150s"})
    void shouldRefuseBarsThatThoseOfTheDataDoNotFill(final String bars) throws IOException {
        assertThat(refusal(
                        "backtest",
                        conf().toString(),
                        "--data",
                        "synthetic:bars=500,period=5m",
                        "--set",
                        "strategies.trend.bars=" + bars))
                .contains("--set strategies.trend.bars=" + bars + ": strategies.trend.bars: ")
                .contains(" cannot be built of the bars of BTC-PERP, which are of 5m; give a multiple of 5m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5m", "15m", "1d@us-equities", "volume:1"})
    void shouldTakeBarsThatThoseOfTheDataFill(final String bars) throws IOException {
        assertThat(Cli.run(
                                "backtest",
                                conf().toString(),
                                "--data",
                                "synthetic:bars=500,period=5m",
                                "--no-out",
                                "--set",
                                "strategies.trend.bars=" + bars)
                        .exitCode())
                .isZero();
    }

    /** Bars form of trades in whatever length is configured, and others of these. */
    @Test
    void shouldMeasureByTheBarsThatFormOfTicks() throws IOException {
        final List<String> lines = new ArrayList<>(List.of("timestamp,price,quantity"));
        for (int i = 0; i < 600; i++) {
            lines.add(1_704_067_200 + i + ",100.0" + i % 7 + ",1");
        }
        final Path trades = Files.write(directory.resolve("trades.csv"), lines);
        final String[] command = {
            "backtest", conf().toString(), "--data", trades.toString(), "--set", "strategies.trend.bars=30s"
        };

        assertThat(refusal(command)).contains("30s bars cannot be built of the bars of BTC-PERP, which are of 1m");
        final List<String> shorter = new ArrayList<>(List.of(command));
        shorter.addAll(List.of("--no-out", "--set", "ticks.bars=10s"));
        final Cli.Result result = Cli.run(shorter.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
    }

    /** A journal has bars of several lengths of an instrument, if it was told of them: any that fits will do. */
    @Test
    void shouldMeasureByTheBarsOfAJournal() throws IOException {
        final String recorded = directory.resolve("recorded").toString();
        final Cli.Result run = Cli.run(
                "backtest",
                conf().toString(),
                "--data",
                "synthetic:bars=500,period=5m",
                "--no-out",
                "--journal",
                recorded);
        assertThat(run.exitCode()).as(run.err()).isZero();

        assertThat(refusal("backtest", conf().toString(), "--data", recorded, "--set", "strategies.trend.bars=1m"))
                .contains("which are of 5m");
        final Cli.Result whatIf = Cli.run("what-if", recorded, "--set", "strategies.trend.bars=1m");
        assertThat(whatIf.exitCode()).as(whatIf.err()).isEqualTo(ExitCode.USAGE);
        assertThat(whatIf.err()).contains("which are of 5m");
    }
}
