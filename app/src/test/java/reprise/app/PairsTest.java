package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import reprise.testkit.SharedFiles;

/** What a user sees who looks for pairs. */
class PairsTest {
    private static final int BARS = 600;
    private static final List<String> HOURLY_COINS =
            List.of("BTC", "ETH", "LTC", "BCH", "XRP", "SOL", "AVAX", "DOGE", "LINK", "ETC", "NEAR", "UNI");

    @TempDir
    private Path folder;

    /** Three hourly series: B follows A, C goes its own way but with the same market. */
    private void writeUniverse() throws IOException {
        final SplittableRandom random = new SplittableRandom(5);
        final double[][] prices = new double[3][BARS];
        double market = 0;
        double spread = 0;
        double own = 0;
        for (int bar = 0; bar < BARS; bar++) {
            market += 0.01 * random.nextGaussian();
            spread = 0.85 * spread + 0.004 * random.nextGaussian();
            own += 0.008 * random.nextGaussian();
            prices[0][bar] = 50 * StrictMath.exp(market);
            prices[1][bar] = 20 * StrictMath.exp(0.7 * market + spread);
            prices[2][bar] = 80 * StrictMath.exp(market + own);
        }
        write("AAA-1h.csv", prices[0], 0);
        write("BBB-1h.csv", prices[1], 3);
        write("CCC-1h.csv", prices[2], 0);
    }

    private void write(final String name, final double[] prices, final int leftOut) throws IOException {
        final List<String> lines = new ArrayList<>(List.of("timestamp,open,high,low,close,volume"));
        for (int bar = leftOut; bar < prices.length; bar++) {
            final String price = String.format(Locale.ROOT, "%.6f", prices[bar]);
            final Instant open = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(3_600L * bar);
            lines.add(open + "," + price + "," + price + "," + price + "," + price + ",1");
        }
        Files.write(folder.resolve(name), lines);
    }

    private Cli.Result screen(final String... more) {
        return run(new String[] {"pairs", "screen", "--data", folder.toString()}, more);
    }

    private static Cli.Result run(final String[] first, final String... more) {
        final String[] arguments = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        return Cli.run(arguments);
    }

    private static void assertRefused(final Cli.Result result, final int exitCode, final String message) {
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldShowWhatIsKnownOfAPair() throws IOException {
        writeUniverse();

        final Cli.Result result = Cli.run("pairs", "stats", "BBB", "AAA", "--data", folder.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out())
                .contains("597 in common, 3 without a partner left out")
                .contains("2024-01-01T04:00:00Z to 2024-01-26T00:00:00Z")
                .contains("BBB on AAA", "critical, 5 %", "-3.34", "Half-life, hours", "z now, 40 bars");
    }

    @Test
    void shouldFindTheFollowerAndWriteItDown() throws IOException {
        writeUniverse();
        final Path registry = folder.resolve("pairs.yaml");

        final Cli.Result result =
                screen("--min-correlation", "0.2", "--max-p", "0.001", "--write", registry.toString());

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out()).contains("accepted", "1 pair written to " + registry);
        final Map<?, ?> pairs = (Map<?, ?>) yaml(registry).get("pairs");
        assertThat(pairs).hasSize(1);
        final Map<?, ?> pair = (Map<?, ?>) pairs.values().iterator().next();
        assertThat(pair.keySet())
                .map(Object::toString)
                .containsExactly(
                        "symbol1", "symbol2", "hedgeRatio", "halfLifeHours", "pValue", "correlation", "rank", "active");
        assertThat(pairs.keySet().iterator().next()).isEqualTo(pair.get("symbol1") + "-" + pair.get("symbol2"));
        final double ratio = (double) pair.get("hedgeRatio");
        assertThat("BBB".equals(pair.get("symbol1")) ? ratio : 1 / ratio).isCloseTo(0.7, within(0.05));
        assertThat((double) pair.get("halfLifeHours")).isBetween(2.0, 10.0);
        assertThat(pair.get("rank")).isEqualTo(1);
        assertThat(pair.get("active")).isEqualTo(true);
        assertThat(Files.readString(registry)).startsWith("# generated by: ./reprise pairs screen --data ");
    }

    private static Map<?, ?> yaml(final Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    @Test
    void shouldKeepAFileThatIsThere() throws IOException {
        writeUniverse();
        final Path registry = Files.writeString(folder.resolve("pairs.yaml"), "mine");

        assertRefused(
                screen("--write", registry.toString()),
                ExitCode.USAGE,
                "pairs.yaml: exists already; --force replaces it");
        assertThat(registry).hasContent("mine");
        assertThat(screen("--max-p", "1e-30", "--write", registry.toString(), "--force")
                        .out())
                .contains("no pair was accepted; " + registry + " is not written");
        assertThat(registry).hasContent("mine");
        assertThat(screen("--min-correlation", "0.2", "--write", registry.toString(), "--force")
                        .exitCode())
                .isZero();
        assertThat(yaml(registry)).isNotEmpty();
        assertRefused(screen("--write", folder.toString()), ExitCode.USAGE, "is a folder; name a file");
        assertRefused(
                screen("--write", folder.resolve("none/pairs.yaml").toString()), ExitCode.USAGE, "there is no folder");
    }

    @Test
    void shouldJoinTheFilesOfOneSymbol() throws IOException {
        writeUniverse();
        final List<String> lines = Files.readAllLines(folder.resolve("AAA-1h.csv"));
        Files.write(folder.resolve("AAA-first.csv"), lines.subList(0, 300));
        final List<String> rest = new ArrayList<>(List.of(lines.get(0)));
        rest.addAll(lines.subList(300, lines.size()));
        Files.write(folder.resolve("AAA-second.csv"), rest);

        assertRefused(
                Cli.run("pairs", "stats", "AAA", "BBB", "--data", folder.toString()),
                ExitCode.DATA,
                "AAA-first.csv are of the same time; name one of them: --data AAA=");
        Files.delete(folder.resolve("AAA-1h.csv"));
        assertThat(Cli.run("pairs", "stats", "AAA", "BBB", "--data", folder.toString())
                        .out())
                .contains("597 in common");
        assertThat(Cli.run(
                                "pairs",
                                "stats",
                                "X",
                                "BBB",
                                "--data",
                                "X=" + folder.resolve("CCC-1h.csv"),
                                folder.resolve("BBB-1h.csv").toString(),
                                "--json")
                        .field("bars"))
                .isEqualTo("597");
    }

    @Test
    void shouldTakeMadeUpMarkets() {
        final String market = "synthetic:bars=300,seed=7,period=1h,price=100";
        final Cli.Result result = Cli.run("pairs", "stats", "A", "B", "--data", market, "--json");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.field("bars")).isEqualTo("300");
        assertThat(result.field("barHours")).isEqualTo("1.0");
        assertRefused(Cli.run("pairs", "screen", "--data", market), ExitCode.USAGE, "of which symbol? Write SYMBOL=");
        assertThat(Cli.run("pairs", "screen", "--data", "A=" + market, "B=" + market, "--json")
                        .field("COLLINEAR"))
                .isEqualTo("1");
    }

    @Test
    void shouldSayWhatIsWrong() throws IOException {
        writeUniverse();
        final String data = folder.toString();
        assertRefused(Cli.run("pairs"), ExitCode.USAGE, "stats or screen?");
        assertRefused(Cli.run("pairs", "stats", "AAA", "BBB"), ExitCode.USAGE, "which prices? Give --data");
        assertRefused(
                Cli.run("pairs", "stats", "AAA", "BBC", "--data", data),
                ExitCode.USAGE,
                "no data for BBC in --data " + data + " (did you mean BBB?); there is: AAA, BBB, CCC");
        assertRefused(Cli.run("pairs", "stats", "AAA", "aaa", "--data", data), ExitCode.USAGE, "needs two instruments");
        assertRefused(
                Cli.run("pairs", "stats", "AAA", "BBB", "--data", data, "--window", "1"),
                ExitCode.USAGE,
                "--window 1: must be at least 2");
        assertRefused(screen("--half-life", "5"), ExitCode.USAGE, "--half-life 5: write MIN:MAX in bars");
        assertRefused(screen("--half-life", "9:3"), ExitCode.USAGE, "must be above the least");
        assertRefused(screen("--min-correlation", "2"), ExitCode.USAGE, "--min-correlation 2.0: must be -1 to 1");
        assertRefused(screen("--periods", "0"), ExitCode.USAGE, "--periods 0: must be 1 or more");
        assertRefused(screen("--lags", "FIXED"), ExitCode.USAGE, "--lags FIXED");
        assertRefused(screen("--min-bars", "5000"), ExitCode.DATA, "no two symbols have 5000 bars");
        assertRefused(
                Cli.run(
                        "pairs",
                        "screen",
                        "--data",
                        folder.resolve("AAA-1h.csv").toString()),
                ExitCode.DATA,
                "a pair needs two symbols; there is AAA only");
        assertRefused(
                Cli.run("pairs", "screen", "--data", folder.resolve("none").toString()), ExitCode.DATA, "no such file");
        final Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(Cli.run("pairs", "screen", "--data", empty.toString()), ExitCode.DATA, "holds no file of bars");
    }

    @Test
    void shouldRefuseSeriesOfDifferentTimes() throws IOException {
        writeUniverse();
        final List<String> lines = Files.readAllLines(folder.resolve("AAA-1h.csv"));
        lines.replaceAll(line -> line.replace("2024-", "2023-"));
        Files.write(folder.resolve("DDD-1h.csv"), lines);

        assertRefused(
                Cli.run("pairs", "stats", "AAA", "DDD", "--data", folder.toString()),
                ExitCode.DATA,
                "AAA and DDD have 0 bars in common, 30 are needed: AAA 600 bars closing 2024-01-01T01:00:00Z to");
    }

    @Test
    void shouldLeaveOutWhatIsNoBars() throws IOException {
        writeUniverse();
        Files.writeString(folder.resolve("notes.txt"), "buy low\nsell high\n");

        final Cli.Result result = screen("--json");

        assertThat(result.exitCode()).isZero();
        assertThat(result.field("symbols")).isEqualTo("3");
        assertThat(result.err()).contains("left out: ", "notes.txt");
    }

    /** Of real coins, the numbers that others computed, and the pair that they found first. */
    @Test
    void shouldFindAmongCoinsWhatOthersFound() {
        final List<String> arguments = new ArrayList<>(List.of("pairs", "screen", "--data"));
        HOURLY_COINS.forEach(
                coin -> arguments.add(SharedFiles.file("data/genetrader-binance/1h/" + coin + "USDT-1h-2024H1.csv.gz")
                        .toString()));
        final Cli.Result result = assertAsExpected(arguments, "screening_crypto1h");

        assertThat(result.field("name")).isEqualTo("BCHUSDT-DOGEUSDT");
        assertThat(result.field("INSIGNIFICANT")).isEqualTo("66");
    }

    @Test
    void shouldFindAmongBarsWithGapsWhatOthersFound() {
        final List<String> arguments = new ArrayList<>(List.of("pairs", "screen", "--lags", "bic", "--data"));
        for (final String coin : List.of("ADA", "DASH", "ETC", "ETH", "LTC", "NXT", "TRX", "XLM", "XMR", "ZEC")) {
            arguments.add(coin + "BTC=" + SharedFiles.file("data/freqtrade/" + coin + "_BTC-5m.json.gz"));
        }
        assertAsExpected(arguments, "screening_crypto5m");
    }

    private static Cli.Result assertAsExpected(final List<String> arguments, final String golden) {
        arguments.addAll(List.of("--min-correlation", "-1", "--max-drift", "5", "--top", "1000", "--json"));
        final Cli.Result result = Cli.run(arguments.toArray(String[]::new));
        assertThat(result.exitCode()).as(result.err()).isZero();
        final List<String> lines = SharedFiles.lines("golden/stats/" + golden + ".csv");
        final List<String> columns = List.of(lines.get(0).split(","));
        final Map<String, String[]> expected = new HashMap<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] cells = line.split(",");
            expected.put((cells[0] + "-" + cells[1]).toUpperCase(Locale.ROOT).replaceAll("_(1H|5M)", ""), cells);
        }
        assertThat(result.field("tests")).isEqualTo(Integer.toString(expected.size()));
        final String[] pairs = result.out().split("\"name\" : \"");
        assertThat(pairs).hasSize(1 + expected.size() / 2);
        for (final String pair : Arrays.copyOfRange(pairs, 1, pairs.length)) {
            final String[] cells = expected.get(pair.substring(0, pair.indexOf('"')));
            assertClose(pair, "bars", cells[columns.indexOf("n")], 0);
            assertClose(pair, "correlation", cells[columns.indexOf("corr_logret")], 1e-9);
            assertClose(pair, "hedgeRatio", cells[columns.indexOf("beta")], 1e-9);
            assertClose(pair, "statistic", cells[columns.indexOf("eg_stat")], 1e-7);
            assertClose(pair, "pValue", cells[columns.indexOf("eg_p")], 1e-9);
            assertClose(pair, "adjustedP", cells[columns.indexOf("p_fdr_bh")], 1e-9);
            assertClose(pair, "halfLifeBars", cells[columns.indexOf("half_life_chan")], 1e-4);
        }
        return result;
    }

    private static void assertClose(final String pair, final String field, final String expected, final double bound) {
        final String value = new Cli.Result(0, pair, "").field(field);
        assertThat(Double.parseDouble(value))
                .as(field + " of " + pair)
                .isCloseTo(Double.parseDouble(expected), within(bound));
    }
}
