package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.app.wiring.RunPlace;

/** Sweeps from the command line. Each of their runs must be the backtest that a user would run by hand. */
class SweepTest {
    private static final String CONF =
            Program.root().resolve("conf/btc-trend.yaml").toString();
    private static final String MARKET = "synthetic:bars=1500,seed=7,period=1h,price=40000";

    @TempDir
    private Path directory;

    private Cli.Result sweep(final String out, final String... more) {
        return sweepOf(MARKET, out, more);
    }

    private Cli.Result sweepOf(final String data, final String out, final String... more) {
        final List<String> arguments = new ArrayList<>(List.of(
                "sweep",
                CONF,
                "--data",
                data,
                "--set",
                "strategies.trend.adxMin=10",
                "--out",
                path(out).toString()));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Path path(final String name) {
        return directory.resolve(name);
    }

    private static String[] grid(final String... more) {
        final List<String> arguments =
                new ArrayList<>(List.of("--param", "emaFast=5:25:10", "--param", "emaSlow=20,50"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    /** A row of points.csv by the values of its two parameters. */
    private List<String> row(final String out, final int window, final String fast, final String slow)
            throws IOException {
        return Files.readAllLines(path(out).resolve("points.csv")).stream()
                .map(line -> Arrays.asList(line.split(",", -1)))
                .filter(cells -> cells.get(0).equals("" + window)
                        && cells.get(4).equals(fast)
                        && cells.get(5).equals(slow))
                .findFirst()
                .orElseThrow();
    }

    private String cell(final String out, final List<String> row, final String column) throws IOException {
        final List<String> header = Arrays.asList(
                Files.readAllLines(path(out).resolve("points.csv")).get(0).split(","));
        return row.get(header.indexOf(column));
    }

    @Test
    void shouldComeToWhatABacktestComesTo() throws IOException {
        assertThat(sweep("out", grid()).exitCode()).isZero();
        final Cli.Result backtest = Cli.run(
                "backtest",
                CONF,
                "--data",
                MARKET,
                "--set",
                "strategies.trend.adxMin=10",
                "--set",
                "strategies.trend.emaFast=15",
                "--set",
                "strategies.trend.emaSlow=50",
                "--no-out",
                "--json");

        final List<String> row = row("out", 0, "15", "50");
        for (final String column :
                List.of("outcomeHash", "bars", "trades", "totalReturn", "sharpe", "sharpeDaily", "calmar")) {
            assertThat(cell("out", row, column)).as(column).isEqualTo(backtest.field(column));
        }
        assertThat(backtest.field("trades")).isNotEqualTo("0");
    }

    /** 500 bars of an hour are 21 days, too few for a return a year, and so for Calmar. */
    @Test
    void shouldRankNothingByAMeasureThatShortDataDoesNotHave() throws IOException {
        final String market = MARKET.replace("bars=1500", "bars=500");
        final Cli.Result text = sweepOf(market, "out", grid("--rank", "calmar"));
        final Cli.Result json = sweepOf(market, "out", grid("--rank", "calmar", "--json"));

        assertThat(text.exitCode()).as(text.err()).isZero();
        assertThat(text.out())
                .contains("no point has a calmar, which takes 30 days")
                .containsPattern("\n1 +0 +5 +20 +- +3 +- ")
                .doesNotContain("NaN", "nfinity");
        final List<String> row = row("out", 0, "15", "50");
        assertThat(cell("out", row, "cagr")).isEmpty();
        assertThat(cell("out", row, "calmar")).isEmpty();
        assertThat(cell("out", row, "sharpe")).isNotEmpty();
        assertThat(json.out()).contains("\"plateau\" : null", "\"peak\" : null").doesNotContain("nfinity");
        assertThat(Files.readString(path("out").resolve("sweep.html")))
                .contains("There are none: no point has a calmar, which takes 30 days.")
                .doesNotContain("NaN", "nfinity");
    }

    @Test
    void shouldChooseByCalmarWhereTrainingIsLongEnough() throws IOException {
        final Cli.Result result =
                sweep("out", grid("--walk-forward", "train=30d,test=10d", "--rank", "calmar", "--json"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(cell("out", row("out", 1, "15", "50"), "calmar")).isNotEmpty();
        assertThat(result.out()).contains("\"meanInSample\" : null").doesNotContain("\"settings\" : null");
    }

    /** No test of ten days has a Calmar ratio. */
    @Test
    void shouldSayOfHowManyWindowsMeansAre() {
        assertThat(sweep("out", grid("--walk-forward", "train=30d,test=10d", "--rank", "calmar"))
                        .out())
                .contains("mean calmar of 0 of 3 windows: - in sample, - out of it");
    }

    @Test
    void shouldNotDependOnTheNumberOfThreads() {
        final Cli.Result one = sweep("one", grid("--threads", "1", "--json"));
        final Cli.Result four = sweep("four", grid("--threads", "4", "--json"));

        assertThat(one.exitCode()).isZero();
        assertThat(path("four").resolve("points.csv"))
                .hasSameTextualContentAs(path("one").resolve("points.csv"));
        assertThat(path("four").resolve("sweep.html"))
                .hasSameTextualContentAs(path("one").resolve("sweep.html"));
        assertThat(four.out().replace("/four", "/one")).isEqualTo(one.out());
    }

    @Test
    void shouldReportACombinationThatCannotBeAndGoOn() throws IOException {
        final Cli.Result result = sweep("out", grid());

        assertThat(result.exitCode()).isZero();
        assertThat(result.out())
                .contains("1 of 6 runs failed", "emaFast=25 emaSlow=20: ", "must be less than emaSlow", "5 trials");
        assertThat(Files.readAllLines(path("out").resolve("points.csv"))).hasSize(7);
    }

    @Test
    void shouldGoOnWhereAKillHasLeftIt() throws IOException {
        assertThat(sweep("whole", grid()).exitCode()).isZero();
        final String whole = Files.readString(path("whole").resolve("points.csv"));
        Files.createDirectories(path("torn"));
        Files.copy(path("whole").resolve("sweep.txt"), path("torn").resolve("sweep.txt"));
        final int third = whole.indexOf("\n0,3,") + 1;
        Files.writeString(path("torn").resolve("points.csv"), whole.substring(0, third + 20));

        final Cli.Result resumed = sweep("torn", grid("--json"));

        assertThat(resumed.exitCode()).as(resumed.err()).isZero();
        assertThat(resumed.err()).contains("3 of 6 points were in");
        assertThat(resumed.field("runsBefore")).isEqualTo("3");
        assertThat(path("torn").resolve("points.csv")).hasContent(whole);
    }

    @Test
    void shouldRefuseTheDirectoryOfAnotherSweep() {
        assertThat(sweep("out", grid()).exitCode()).isZero();
        final String otherMarket = MARKET.replace("seed=7", "seed=8");

        assertAnother(
                sweep("out", "--param", "emaFast=5,15", "--param", "emaSlow=20,50"), "param strategies.trend.emaFast");
        assertAnother(sweep("out", grid("--param", "adxLength=10")), "param strategies.trend.adxLength");
        assertAnother(sweep("out", grid("--random", "3")), "mode");
        assertAnother(sweep("out", grid("--set", "venue.takerFeeBps=11")), "configHash");
        assertAnother(sweepOf(otherMarket, "out", grid()), "dataHash");
    }

    @Test
    void shouldRefuseTheDirectoryOfARunThatGoesOn() {
        try (RunPlace run = RunPlace.named("run", path("out"))) {
            final Cli.Result result = sweep(run.results().getFileName().toString(), grid());

            assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(result.err()).contains("--out " + path("out") + " is being written by");
        }
    }

    @ParameterizedTest
    @CsvSource({"sweep.txt.new, sweep.txt", "sweep.html, sweep.html"})
    void shouldSayWhyItCannotWriteAndGoOnWhenItCan(final String inTheWay, final String file) throws IOException {
        Files.createDirectories(path("out").resolve(inTheWay).resolve("full"));

        final Cli.Result refused = sweep("out", grid());
        Files.delete(path("out").resolve(inTheWay).resolve("full"));
        Files.delete(path("out").resolve(inTheWay));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.INTERNAL);
        assertThat(refused.err())
                .contains("reprise: " + path("out").resolve(file) + " cannot be written: ")
                .contains("; what is done is in " + path("out") + ", and the same command with --out " + path("out")
                        + " goes on from there")
                .doesNotContain("Exception", "\tat ");
        assertThat(sweep("out", grid()).exitCode()).isZero();
    }

    private static void assertAnother(final Cli.Result result, final String difference) {
        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("holds another sweep: " + difference + " was", "choose another directory");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--param emaFsat=1:2 | 2 | no strategy has such a parameter (did you mean emaFast?); trend has instrument",
                "--param strategies.trnd.emaFast=1:2 | 2 | there is no strategy trnd (did you mean trend?)",
                "--param emaFast | 2 | --param emaFast: expected KEY=from:to:step",
                "--param emaFast=9:1 | 2 | the range ends at 1, before it begins at 9",
                "--param emaFast=1:2 --param strategies.trend.emaFast=3 | 2 | strategies.trend.emaFast is given twice",
                "--param emaFast=200:400:50 | 2 | all 5 runs failed",
                "--param venue.takerFeeBp=1,2 | 2 | unknown key venue.takerFeeBp (did you mean takerFeeBps?)",
                "--param emaFast=1:90 --param emaSlow=100:2000 | 2 | 171090 combinations, more than 100000",
                "--param emaFast=5,6 --rank sharp | 2 | --rank sharp: no such measure (did you mean sharpe?)",
                "--param emaFast=5,6 --threads 0 | 2 | --threads 0: allowed: 1 to 1024",
                "--param emaFast=5,6 --walk-forward train=9d | 2 | test is missing or 0",
                "--param emaFast=5,6 --walk-forward train=29d,test=9d --rank calmar | 2 | --rank calmar: takes runs of at least 30d,"
                        + " --walk-forward trains on 29d",
                "--param emaFast=5,6 --walk-forward train=90d,test=9d | 4 | a window takes 99d, the data has bars",
                "--threads 2 | 2 | Missing required option: '--param=KEY=VALUES'",
            })
    void shouldSayWhatIsWrong(final String options, final int exitCode, final String message) {
        final Cli.Result result = sweep("out", options.split(" "));

        assertThat(result.err()).contains(message);
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldAskWhichStrategyIsMeantWhereSeveralHaveTheParameter() {
        final Cli.Result result = Cli.run(
                "sweep",
                Program.root().resolve("conf/four-families.yaml").toString(),
                "--data",
                MARKET,
                "--param",
                "allowShort=true,false");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("strategies.trend.allowShort, strategies.reversion.allowShort");
    }

    @Test
    void shouldNotTakeAFileForADirectory() throws IOException {
        Files.writeString(path("file"), "mine");

        final Cli.Result result = sweep("file", grid());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("file: no directory, and none can be made there");
        assertThat(path("file")).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({
        "--random, 0, '--random 0: allowed: 1 to 100000'",
        "--random, -5, '--random -5: allowed: 1 to 100000'",
        "--set, strategies.trend.emaFast=3, '--param emaFast=5:25:10: --set strategies.trend.emaFast gives it a value too'",
    })
    void shouldRefuseWhatNoRunWouldKeepTo(final String option, final String value, final String message) {
        final Cli.Result result = sweep("out", grid(option, value));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(message);
        assertThat(path("out")).doesNotExist();
    }

    @Test
    void shouldRefuseWarmUpBarsGivenTwice() {
        final Cli.Result result = sweep("out", "--param", "warmup.bars=10,20", "--warmup", "30");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--param warmup.bars=10,20: --set warmup.bars gives it a value too");
    }

    @Test
    void shouldDrawCombinationsByTheSeed() throws IOException {
        final String[] wide = {"--param", "emaFast=5:15", "--param", "emaSlow=20:60", "--random", "4", "--seed"};
        final List<String> drawn = new ArrayList<>();
        for (final String seed : List.of("1", "1", "2")) {
            final String[] arguments = Arrays.copyOf(wide, wide.length + 1);
            arguments[wide.length] = seed;
            final String out = "out" + drawn.size();
            assertThat(sweep(out, arguments).out()).contains("4 points of emaFast x emaSlow");
            drawn.add(Files.readString(path(out).resolve("points.csv")));
        }

        assertThat(drawn.get(0)).isEqualTo(drawn.get(1)).isNotEqualTo(drawn.get(2));
    }

    /** A training run sees bars up to the end of its span and no further, warmed by those before. */
    @Test
    void shouldTrainEachWindowAsABacktestOfItsSpan() throws IOException {
        final Cli.Result result =
                sweep("out", grid("--warmup", "60", "--walk-forward", "train=20d,test=10d,embargo=1d", "--json"));
        assertThat(result.exitCode()).as(result.err()).isZero();
        final List<String> row = row("out", 2, "5", "50");
        assertThat(row.subList(2, 4)).containsExactly("2024-01-14T00:00:00Z", "2024-02-03T00:00:00Z");

        final Cli.Result backtest = Cli.run(
                "backtest",
                CONF,
                "--data",
                MARKET.replace("bars=1500", "bars=" + 24 * 33),
                "--set",
                "strategies.trend.adxMin=10",
                "--set",
                "strategies.trend.emaFast=5",
                "--warmup",
                "60",
                "--set",
                "strategies.trend.emaSlow=50",
                "--warmup-until",
                "2024-01-14",
                "--no-out",
                "--json");
        assertThat(cell("out", row, "outcomeHash")).isEqualTo(backtest.field("outcomeHash"));
        assertThat(cell("out", row, "trades"))
                .isEqualTo(backtest.field("trades"))
                .isNotEqualTo("0");
        assertThat(Files.readAllLines(path("out").resolve("windows.csv"))).hasSize(4);
        assertThat(Files.readAllLines(path("out").resolve("equity.csv"))).hasSize(1 + 1 + 3 * 10);
    }

    /** What comes after a window decides nothing in it. */
    @Test
    void shouldChooseAndTestWithoutLookingAhead() throws IOException {
        final String[] options = grid("--walk-forward", "train=20d,test=10d,anchored", "--rank", "totalReturn");
        assertThat(sweep("long", options).exitCode()).isZero();
        assertThat(sweepOf(MARKET.replace("bars=1500", "bars=" + 24 * 40), "short", options)
                        .exitCode())
                .isZero();

        final List<String> all = Files.readAllLines(path("long").resolve("windows.csv"));
        final List<String> few = Files.readAllLines(path("short").resolve("windows.csv"));
        assertThat(few).hasSize(3).isEqualTo(all.subList(0, 3));
        assertThat(all).hasSize(5);
    }

    @Test
    void shouldLeaveAPageThatNeedsNothingElse() throws IOException {
        final Cli.Result result =
                sweepOf(MARKET, "out", "--param", "strategies.trend.bars=1h,<b>&'\"", "--param", "emaFast=5:25:10");
        assertThat(result.exitCode()).as(result.err()).isZero();
        final String page = Files.readString(path("out").resolve("sweep.html"));

        assertThat(page)
                .contains("&lt;b&gt;&amp;&#39;&quot;", "prefers-color-scheme: dark", "Plateau and peak", "3 trials")
                .doesNotContain("<b>", "<script", "http:", "https:", "url(", "@import", "src=", "href=");
        assertThat(page.length()).isLessThan(50_000);
    }

    @Test
    void shouldShadeCellsWhereThereAreNoColours() {
        assertThat(sweep("out", grid()).out())
                .contains("sharpeDaily: emaFast down, emaSlow across")
                .containsPattern("\n15 +[ ░▒▓█] +-?[0-9.]+ +[ ░▒▓█] +-?[0-9.]+")
                .doesNotContain("\033[");
    }

    @Test
    void shouldReportBarsThatCannotBeBuiltAndGoOnWithTheOthers() throws IOException {
        final String market = MARKET.replace("period=1h", "period=5m");
        final Cli.Result result = sweepOf(market, "out", "--param", "bars=1m,7m,15m");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("2 of 3 runs failed")
                .contains(
                        "bars=1m: --set strategies.trend.bars=1m: strategies.trend.bars: 1m bars cannot be built of the"
                                + " bars of BTCUSDT, which are of 5m")
                .contains("7m bars cannot be built of");

        final Cli.Result none = sweepOf(market, "none", "--param", "bars=1m,7m");
        assertThat(none.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(none.err()).contains("all 2 runs failed", "which are of 5m");
    }
}
