package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.bar.BarInput;
import reprise.market.InstrumentDefinition;
import reprise.simulation.data.BarFiles;
import reprise.simulation.data.BarReader;
import reprise.simulation.data.ReadOptions;
import reprise.simulation.data.TickFile;
import reprise.simulation.data.TickKind;
import reprise.testkit.SharedFiles;

/** Bars that form of real trades are the bars that others made of the same trades. */
class SharedTickBarsTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long NEW_YORK_NS = 4 * 3_600_000_000_000L;
    private static final int INTERMARKET_SWEEP = 0x2000_0020;

    private static InstrumentDefinition instrument(final int priceDecimals, final int quantityDecimals) {
        return new InstrumentDefinition(0, 0, "X", "X", "USD", priceDecimals, quantityDecimals, 1, 1, 0);
    }

    private static List<String> bars(
            final Path file, final int priceDecimals, final int quantityDecimals, final long periodNs) {
        return TickBars.of(
                instrument(priceDecimals, quantityDecimals),
                TickFile.recognise(file).open(TickKind.TRADES, "X", ReadOptions.of(priceDecimals, quantityDecimals)),
                BarInput.TRADES,
                periodNs);
    }

    @Test
    void shouldMakeBinancesOwnBarOfItsTradesToTheLastDigit() {
        final Path trades = SharedFiles.file("data/hftbacktest/spot/btcusdt_20240808.gz");

        assertThat(bars(trades, 2, 5, 5 * MINUTE_NS))
                .contains("X 2024-08-09T00:00:00Z 6182800 6186080 6158322 6168599 19942863");
    }

    /**
     * LEAN leaves the prices of some trades out of its bars, by conditions of sale, and hardly any volume. How many bars are equal in all was
     * counted by other means, and how many in volume.
     */
    @Test
    void shouldMakeTheBarsOfLeanAsFarAsTheseAreOfAllTrades() {
        compareWithLean("ibm", 453, 241, 449);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"bac, 595, 558, 592", "spy, 828, 696, 825"})
    void shouldMakeTheBarsOfLeanOfMoreTrades(
            final String symbol, final int count, final int equal, final int equalVolumes) {
        compareWithLean(symbol, count, equal, equalVolumes);
    }

    private static void compareWithLean(final String symbol, final int count, final int equal, final int equalVolumes) {
        final String equity = "data/lean/equity/usa/";
        final List<String> ours =
                bars(SharedFiles.file(equity + "tick/" + symbol + "/20131007_trade.zip"), 4, 0, MINUTE_NS);
        final List<String> theirs = readBars(SharedFiles.file(equity + "minute/" + symbol + "/20131007_trade.zip"));

        assertThat(ours).hasSize(count).hasSameSizeAs(theirs);
        assertThat(ours.stream().filter(theirs::contains)).hasSize(equal);
        assertThat(ours.stream().map(SharedTickBarsTest::timeAndVolume))
                .filteredOn(
                        theirs.stream().map(SharedTickBarsTest::timeAndVolume).toList()::contains)
                .hasSize(equalVolumes);
    }

    /** Which trades LEAN leaves out, for one of them: without the prices of intermarket sweeps nearly all bars of a session are equal. */
    @Test
    void shouldExplainTheDifferenceByConditionsOfSale() {
        final Map<Long, long[]> bars = new TreeMap<>();
        for (final String line : SharedFiles.lines("data/lean/equity/usa/tick/ibm/20131007_trade.zip")) {
            final String[] cells = line.split(",");
            final long minute = Long.parseLong(cells[0]) / 60_000;
            final long[] bar = bars.computeIfAbsent(minute, key -> new long[] {0, 0, Long.MAX_VALUE, 0, 0});
            final long price = Long.parseLong(cells[1]);
            bar[4] += Long.parseLong(cells[2]);
            if ((Long.parseLong(cells[4], 16) & INTERMARKET_SWEEP) == 0) {
                bar[0] = bar[0] == 0 ? price : bar[0];
                bar[1] = Math.max(bar[1], price);
                bar[2] = Math.min(bar[2], price);
                bar[3] = price;
            }
        }
        final Map<String, String> theirs = new HashMap<>();
        readBars(SharedFiles.file("data/lean/equity/usa/minute/ibm/20131007_trade.zip"))
                .forEach(bar -> theirs.put(bar.split(" ")[1], bar));

        long equal = 0;
        for (long minute = 570; minute < 960; minute++) {
            final long[] bar = bars.get(minute);
            final Instant close =
                    Instant.parse("2013-10-07T00:00:00Z").plusNanos(NEW_YORK_NS).plusSeconds(60 * (minute + 1));
            final String text = "X " + close + " " + bar[0] + " " + bar[1] + " " + bar[2] + " " + bar[3] + " " + bar[4];
            equal += text.equals(theirs.get(close.toString())) ? 1 : 0;
        }
        assertThat(equal).isEqualTo(388);
    }

    private static String timeAndVolume(final String bar) {
        final String[] cells = bar.split(" ");
        return cells[1] + " " + cells[6];
    }

    private static List<String> readBars(final Path file) {
        final List<String> bars = new ArrayList<>();
        try (BarReader reader = BarFiles.open(file, ReadOptions.of(4, 0))) {
            while (reader.next()) {
                bars.add("X " + Instant.ofEpochSecond(0, reader.closeTimeNs()) + " " + reader.openPrice() + " "
                        + reader.highPrice() + " " + reader.lowPrice() + " " + reader.closePrice() + " "
                        + reader.volume());
            }
        }
        return bars;
    }
}
