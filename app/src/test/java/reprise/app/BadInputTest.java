package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sees of bad input: one message that says where and what, a stable exit code, never a stack trace. */
class BadInputTest {
    private static final Path CONF = Program.root().resolve("conf/btc-trend.yaml");
    private static final List<String> GOOD = List.of(
            "timestamp,open,high,low,close,volume",
            "2024-01-01T00:00:00Z,100.00,101.00,99.50,100.50,10",
            "2024-01-01T00:05:00Z,100.50,101.50,100.00,101.00,12",
            "2024-01-01T00:10:00Z,101.00,102.00,100.50,101.50,9",
            "2024-01-01T00:15:00Z,101.50,102.50,101.00,102.00,11");

    @TempDir
    private Path directory;

    private Path data;

    @BeforeEach
    void writeGoodData() throws IOException {
        data = Files.write(directory.resolve("bars.csv"), GOOD);
    }

    private Cli.Result backtest(final String... more) {
        final String[] arguments = new String[more.length + 5];
        arguments[0] = "backtest";
        arguments[1] = CONF.toString();
        arguments[2] = "--no-out";
        arguments[3] = "--data";
        arguments[4] = data.toString();
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Cli.run(arguments);
    }

    private static void assertRefused(final Cli.Result result, final int exitCode, final String message) {
        assertThat(result.err()).contains(message).doesNotContain("\tat ");
        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldRunWhenNothingIsWrong() {
        assertThat(backtest().exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3 | 100.50,101.50 | abc,101.50 | bars.csv, line 3, column 'open': 'abc' is not a number",
                "4 | 102.00 | NaN | bars.csv, line 4, column 'high': 'NaN' is not a number",
                "4 | 102.00 | 100.00 | bars.csv, line 4",
                "5 | ,11 | ,-11 | bars.csv, line 5, column 'volume'",
                "5 | 2024-01-01T00:15:00Z | 2023-12-31T00:15:00Z | bars.csv, line 5: time goes back",
                "5 | 2024-01-01T00:15:00Z | 2024-01-01T00:10:00Z | bars.csv, line 5",
                "5 | 2024-01-01T00:15:00Z | yesterday | bars.csv, line 5, column 'timestamp': 'yesterday'",
                "5 | 101.50,102.50 | 101.505,102.50 | bars.csv, line 5, column 'open': '101.505'",
            })
    void shouldNameFileLineAndColumnOfABadRow(final int line, final String good, final String bad, final String message)
            throws IOException {
        final List<String> lines = new ArrayList<>(GOOD);
        assertThat(lines.get(line - 1)).contains(good);
        lines.set(line - 1, lines.get(line - 1).replaceFirst(Pattern.quote(good), bad));
        Files.write(data, lines);

        assertRefused(backtest(), ExitCode.DATA, message);
        assertThat(backtest("--skip-bad").exitCode()).isZero();
    }

    @Test
    void shouldRefuseFilesThatAreNoBars() throws IOException {
        Files.write(
                data,
                GOOD.stream()
                        .map(line -> line.substring(0, line.lastIndexOf(',')))
                        .toList());
        assertRefused(backtest(), ExitCode.DATA, "column 'volume' is missing");
        assertThat(backtest("--set", "venue.participation=0").exitCode()).isZero();

        Files.write(
                data, GOOD.stream().map(line -> line.replace("low", "depth")).toList());
        assertRefused(backtest(), ExitCode.DATA, "column 'low' is missing");

        Files.write(data, List.of());
        assertRefused(backtest(), ExitCode.DATA, "bars.csv: the file is empty");

        Files.write(data, GOOD.subList(0, 1));
        assertRefused(backtest(), ExitCode.DATA, "bars.csv: has a header but no rows");

        Files.delete(data);
        assertRefused(backtest(), ExitCode.DATA, "bars.csv: no such file");
    }

    @Test
    void shouldStopAtGapsWhenStrict() throws IOException {
        Files.write(data, List.of(GOOD.get(0), GOOD.get(1), GOOD.get(2), GOOD.get(4)));

        assertThat(backtest().exitCode()).isZero();
        assertRefused(backtest("--strict"), ExitCode.DATA, "bars.csv, line 4");
        assertRefused(backtest("--strict", "--skip-bad"), ExitCode.USAGE, "contradict each other");
    }

    /** A Friday and a Monday: whose calendar it is, the instrument's, or if none has one the venue's, says that nothing is missing. */
    @Test
    void shouldMissNothingWhileTheMarketIsClosed() throws IOException {
        Files.write(
                data,
                List.of(
                        GOOD.get(0),
                        GOOD.get(1).replace("2024-01-01T00:00:00Z", "2024-01-04"),
                        GOOD.get(2).replace("2024-01-01T00:05:00Z", "2024-01-05"),
                        GOOD.get(3).replace("2024-01-01T00:10:00Z", "2024-01-08")));

        assertRefused(backtest("--strict"), ExitCode.DATA, "bars.csv, line 4: gap of 2 bars from 2024-01-06T00:00:00Z");
        final Cli.Result venues = backtest("--strict", "--set", "venue.calendar=us-equities");
        assertThat(venues.exitCode()).as(venues.err()).isZero();
        assertThat(venues.out()).contains("3 bars, 0 gaps in sessions of us-equities (0 bars missing)");
        final Cli.Result instruments = backtest("--strict", "--set", "instruments.BTCUSDT.calendar=us-equities");
        assertThat(instruments.exitCode()).as(instruments.err()).isZero();
        final Cli.Result asked = backtest("--strict", "--calendar", "us-equities");
        assertThat(asked.exitCode()).as(asked.err()).isZero();
        assertRefused(
                backtest("--strict", "--calendar", "utc-days", "--set", "venue.calendar=us-equities"),
                ExitCode.DATA,
                "gap of 2 bars");

        final Cli.Result inspected = Cli.run("data", "inspect", data.toString(), "--calendar", "us-equities", "--json");
        assertThat(inspected.field("gaps")).isEqualTo("0");
        assertThat(inspected.field("calendar")).isEqualTo("us-equities");
        assertRefused(
                Cli.run("data", "inspect", data.toString(), "--calendar", "nyse"),
                ExitCode.USAGE,
                "--calendar nyse: no such calendar: nyse, allowed: us-equities, utc-days");
    }

    /** The file is right and the tick is not, or both are right and prices have more decimals than steps: the keys are named. */
    @Test
    void shouldNameTheKeysWhenPricesNeedMoreDecimalsThanTheTickHas() throws IOException {
        Files.write(
                data,
                GOOD.stream().map(line -> line.replace("100.50", "100.55")).toList());
        final String keys =
                "'100.55' does not fit 1 decimals without rounding; expected price decimals of 2 or more, by"
                        + " instruments.BTCUSDT.priceDecimals, or by a finer instruments.BTCUSDT.tick than 0.1";

        assertRefused(backtest("--set", "instruments.BTCUSDT.tick=0.1"), ExitCode.DATA, "bars.csv, line 2, column");
        assertRefused(backtest("--set", "instruments.BTCUSDT.tick=0.1"), ExitCode.DATA, keys);
        assertThat(backtest("--set", "instruments.BTCUSDT.tick=0.1", "--set", "instruments.BTCUSDT.priceDecimals=2")
                        .exitCode())
                .isZero();
        assertRefused(
                backtest("--set", "instruments.BTCUSDT.tick=0"),
                ExitCode.USAGE,
                "--set instruments.BTCUSDT.tick=0: instruments.BTCUSDT.tick: 0 is not a number from 0.000000000001 to 1000000");

        Files.write(data, List.of("timestamp,price,quantity", "1704067200,100.55,1", "1704067201,100.55,1"));
        assertRefused(backtest("--set", "instruments.BTCUSDT.tick=0.1"), ExitCode.DATA, keys);
    }

    @Test
    void shouldTellOfAPriceThatNoMarketHasMade() throws IOException {
        assertThat(backtest("--strict").out()).contains("0 bad rows, 0 jumps\n");
        final List<String> lines = new ArrayList<>(GOOD);
        lines.set(3, lines.get(3).replace("102.00", "10200.00").replace("101.50", "10150.00"));
        Files.write(data, lines);

        assertThat(backtest().out()).contains("0 bad rows, 2 jumps (the first in line 4, close from 101 to 10150)\n");
        assertRefused(
                backtest("--strict"), ExitCode.DATA, "bars.csv, line 4: the close jumps from 101 to 10150; expected");
        final Cli.Result inspected = Cli.run("data", "inspect", data.toString(), "--json");
        assertThat(inspected.field("jumps")).isEqualTo("2");
        assertThat(inspected.field("firstJump")).isEqualTo("line 4 close from 101 to 10150");
    }

    @Test
    void shouldRefuseBadConfigurations() {
        assertRefused(
                backtest("--set", "strategies.trend.emaFats=3"),
                ExitCode.USAGE,
                "unknown key strategies.trend.emaFats (did you mean emaFast?)");
        assertRefused(backtest("--set", "strategies.trend.adxLength=-14"), ExitCode.USAGE, "-14 is not a whole number");
        assertRefused(backtest("--set", "strategies.trend.adxMin=high"), ExitCode.USAGE, "'high' is not a number");
        assertRefused(Cli.run("backtest", "none.yaml"), ExitCode.USAGE, "none.yaml: no such file");
        assertRefused(Cli.run("backtest", CONF.toString()), ExitCode.USAGE, "no data for BTCUSDT: give --data PATH");
    }

    @Test
    void shouldRefuseBadCommandLines() {
        assertRefused(Cli.run("backtset"), ExitCode.USAGE, "Did you mean: reprise backtest");
        assertRefused(Cli.run("backtest"), ExitCode.USAGE, "Missing required parameter: 'CONF'");
        assertRefused(
                Cli.run("backtest", CONF.toString(), "--dta", "x"), ExitCode.USAGE, "Unknown options: '--dta', 'x'");
        assertRefused(Cli.run("journal"), ExitCode.USAGE, "print, stats, verify, export, prune or snapshot?");
        assertRefused(
                Cli.run("run", CONF.toString(), "--data", data.toString(), "--speed", "fast"),
                ExitCode.USAGE,
                "--speed fast: not a number; write 1, 60, 0.5 or max");
        assertRefused(
                Cli.run("backtest", CONF.toString(), "--data", "synthetic:bars=many"),
                ExitCode.USAGE,
                "bars=many: not a whole number");
    }

    @Test
    void shouldRefuseWhatIsNoJournal() {
        assertRefused(Cli.run("replay", directory.toString()), ExitCode.DATA, "is no journal");
        assertRefused(
                Cli.run("journal", "verify", directory.resolve("none").toString()), ExitCode.DATA, "does not exist");
        assertRefused(backtest("--journal", directory.toString()), ExitCode.USAGE, "is not empty");
    }
}
