package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.market.Instruments;

/** Every reference column against independently computed values: all bars, one part in a billion of the column's largest value. */
class IndicatorGoldenTest {
    private static final double TOLERANCE = 1e-9;

    /**
     * Where the reference cannot be met to {@link #TOLERANCE}, and why. At prices of 1e9 the last binary digit of a price is 1.2e-7: averages
     * and thirds of prices are rounded to that, and here it is not small against their differences. At prices of a few ticks, returns of one
     * tick leave beta a quotient of two tiny spreads; at 1e9 the returns are equal to nine digits.
     */
    private static final Map<String, Double> LOOSER = Map.ofEntries(
            Map.entry("huge_price cci_20", 1e-7),
            Map.entry("huge_price macd_talib", 1e-6),
            Map.entry("huge_price macd_talib_signal", 5e-6),
            Map.entry("huge_price macd_talib_hist", 1e-6),
            Map.entry("huge_price macd_plain", 2e-6),
            Map.entry("huge_price macd_plain_signal", 5e-6),
            Map.entry("huge_price macd_plain_hist", 1e-6),
            Map.entry("huge_price macd_first", 1e-6),
            Map.entry("huge_price macd_first_signal", 1e-6),
            Map.entry("huge_price macd_first_hist", 1e-6),
            Map.entry("huge_price beta_hl_5", 1e-7),
            Map.entry("ethbtc_5m beta_hl_5", 1e-7));

    @ParameterizedTest
    @CsvSource({"btcusdt_5m,105120", "ethbtc_5m,105120", "goog_daily,252", "spy_1m_rth,98280"})
    void shouldEqualReferenceOnRealBars(final String barSet, final int perYear) {
        final List<String> differences = new ArrayList<>();
        families(perYear).forEach((family, columns) -> {
            final GoldenTable table = GoldenTable.read("golden/indicators/" + barSet + "/" + family + ".csv");
            differences.addAll(compare(barSet, GoldenBars.of(barSet), table, columns));
        });
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alternate",
                "down",
                "flat",
                "flat_then_jump_then_flat",
                "flat_zero_volume",
                "huge_price",
                "tick_ties",
                "tiny_price",
                "up",
                "zero_range_trend"
            })
    void shouldEqualReferenceOnDegenerateBars(final String edgeSet) {
        final List<String> differences = new ArrayList<>();
        families(8760).forEach((family, columns) -> {
            final GoldenTable table = GoldenTable.read("golden/edge/" + edgeSet + "." + family + ".csv");
            differences.addAll(compare(edgeSet, GoldenBars.ofEdge(edgeSet), table, columns));
        });
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt_5m", "ethbtc_5m", "goog_daily", "spy_1m_rth"})
    void shouldDeclareTheBarOfTheFirstValueThatTheReferenceHas(final String barSet) {
        final Indicators indicators = Fixture.indicators();
        families(252).forEach((family, columns) -> {
            final GoldenTable table = GoldenTable.read("golden/indicators/" + barSet + "/" + family + ".csv");
            for (final String column : table.columns()) {
                assertThat(indicators
                                .demand(Fixture.INSTRUMENT, columns.get(column))
                                .firstBar())
                        .as(barSet + " " + column)
                        .isEqualTo(table.firstValid(column) + 1);
            }
        });
    }

    private static Map<String, Map<String, String>> families(final int perYear) {
        final Map<String, Map<String, String>> families = new LinkedHashMap<>();
        families.put("ma", GoldenColumns.ofMovingAverages());
        families.put("momentum", GoldenColumns.ofMomentum());
        families.put("trend", GoldenColumns.ofTrend());
        families.put("volatility", GoldenColumns.ofVolatility(perYear));
        families.put("volume", GoldenColumns.ofVolume());
        return families;
    }

    /** All columns of a table at once, in one set, as an engine would have them. */
    private static List<String> compare(
            final String set, final GoldenBars bars, final GoldenTable table, final Map<String, String> columns) {
        assertThat(columns.keySet()).as("every column has an indicator").containsAll(table.columns());
        final Indicators indicators = new Indicators(new Instruments(), IndicatorCatalog.shipped());
        final Map<String, Line> lines = new LinkedHashMap<>();
        table.columns().forEach(column -> lines.put(column, indicators.demand(bars.instrument(), columns.get(column))));
        final Map<String, double[]> actual = new LinkedHashMap<>();
        lines.keySet().forEach(column -> actual.put(column, new double[bars.count()]));
        for (int i = 0; i < bars.count(); i++) {
            indicators.onBar(bars.at(i));
            for (final Map.Entry<String, Line> line : lines.entrySet()) {
                actual.get(line.getKey())[i] = line.getValue().raw();
            }
        }
        final List<String> differences = new ArrayList<>();
        actual.forEach((column, values) -> {
            final double tolerance = LOOSER.getOrDefault(set + " " + column, TOLERANCE);
            final String difference = difference(table.numbers(column), values, tolerance);
            if (difference != null) {
                differences.add(set + " " + column + difference);
            }
        });
        return differences;
    }

    private static String difference(final double[] expected, final double[] actual, final double tolerance) {
        final double largest = DoubleStream.of(expected)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        for (int i = 0; i < expected.length; i++) {
            final boolean equal = Double.isNaN(expected[i])
                    ? Double.isNaN(actual[i])
                    : Math.abs(actual[i] - expected[i]) <= tolerance * largest;
            if (!equal) {
                return " at bar " + i + ": expected " + expected[i] + " but was " + actual[i] + ", largest " + largest;
            }
        }
        return null;
    }
}
