package reprise.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.SharedFiles;

/** Real ticks, a million and more of each kind, through a journaled run that is replayed and verified. */
@Tag("slow")
class TickLoadTest {
    private static final String TICKS = "data/lean/equity/usa/tick/";
    private static final int MILLION = 1_000_000;

    @TempDir
    private Path directory;

    private final Map<String, List<Path>> data = new TreeMap<>();

    private void give(final String symbol, final String... files) {
        for (final String file : files) {
            data.computeIfAbsent(symbol, key -> new ArrayList<>()).add(SharedFiles.file("data/" + file));
        }
    }

    private void giveDays(final String symbol, final String stock, final String kind, final String... days) {
        for (final String day : days) {
            data.computeIfAbsent(symbol, key -> new ArrayList<>())
                    .add(SharedFiles.file(TICKS + stock + "/201310" + day + "_" + kind + ".zip"));
        }
    }

    /** All trades that there are, and each stock once more under another name. */
    @Test
    void shouldRunOnAMillionTrades() throws IOException {
        for (final String twin : List.of("", "2")) {
            giveDays("BAC" + twin, "bac", "trade", "07", "08");
            giveDays("IBM" + twin, "ibm", "trade", "07", "08", "09", "10", "11");
            giveDays("SPY" + twin, "spy", "trade", "07");
        }

        assertThat(runAndVerify("0.01", "1", 4, 0, "Trade")).isEqualTo(1_182_080);
    }

    @Test
    void shouldRunOnAMillionQuotes() throws IOException {
        giveDays("BAC", "bac", "quote", "07", "08");
        giveDays("IBM", "ibm", "quote", "07", "08", "09", "10", "11");

        assertThat(runAndVerify("0.01", "1", 4, 0, "Quote")).isEqualTo(1_628_537);
    }

    /** All books of the day that there are, and one of them once more under another name. */
    @Test
    void shouldRunOnAMillionLevels() throws IOException {
        give("SPOT", "hftbacktest/spot/btcusdt_20240808.gz");
        give("USDM", "hftbacktest/usdm/btcusdt_20240808.gz");
        give("USDM2", "hftbacktest/usdm/btcusdt_20240808.gz");
        give("CM", "hftbacktest/cm/btcusd_perp_20240808.gz");

        assertThat(runAndVerify("0.1", "0.001", 2, 6, "BookLevel")).isGreaterThan(MILLION);
    }

    /** Runs a trend on each instrument, replays it, and counts what the journal has of one message. */
    private long runAndVerify(
            final String tick,
            final String lot,
            final int priceDecimals,
            final int quantityDecimals,
            final String message)
            throws IOException {
        final StringBuilder instruments = new StringBuilder();
        final StringBuilder strategies = new StringBuilder();
        final String journal = directory.resolve("journal").toString();
        final List<String> arguments = new ArrayList<>(List.of(
                "backtest", directory.resolve("load.yaml").toString(), "--no-out", "--json", "--journal", journal));
        data.forEach((symbol, files) -> {
            instruments.append(String.format(
                    "  %s: {base: %s, quote: USD, tick: %s, lot: %s, priceDecimals: %d, quantityDecimals: %d}%n",
                    symbol, symbol, tick, lot, priceDecimals, quantityDecimals));
            strategies.append(String.format(
                    "  s%s: {kind: trend, instrument: %s, allowShort: true, orderNotional: 5000, emaFast: 3, emaSlow: 8,"
                            + " adxLength: 4}%n",
                    symbol, symbol));
            files.forEach(file -> arguments.addAll(List.of("--data", symbol + "=" + file)));
        });
        Files.writeString(
                directory.resolve("load.yaml"),
                "name: load\naccount: {currency: USD, cash: 1000000}\ninstruments:\n" + instruments
                        + "venue: {kind: simulated, allowShort: true, takerFeeBps: 1}\nticks: {bars: 15s}\nstrategies:\n"
                        + strategies
                        + "risk: {maxOrderNotional: 10000, maxPositionNotional: 10000, maxOpenOrders: 100}\n");

        final Cli.Result run = Cli.run(arguments.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(Integer.parseInt(run.field("fills"))).isPositive();
        final Cli.Result replay = Cli.run("replay", journal, "--verify");
        assertThat(replay.out()).contains("recorded commands are equal, byte for byte, and the final state");
        return Cli.run("journal", "stats", journal)
                .out()
                .lines()
                .filter(line -> line.matches("events +" + message + " .*"))
                .mapToLong(line -> Long.parseLong(line.split(" +")[2].replace(",", "")))
                .sum();
    }
}
