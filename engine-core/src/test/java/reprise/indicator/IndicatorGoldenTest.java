package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every indicator against independently computed values: all bars, one part in a billion of the column's largest value. */
class IndicatorGoldenTest {
    private static final double TOLERANCE = 1e-9;

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt_5m", "ethbtc_5m", "goog_daily", "spy_1m_rth"})
    void shouldEqualReferenceOnRealBars(final String barSet) {
        final GoldenBars bars = GoldenBars.of(barSet);
        compare(bars, "golden/indicators/" + barSet + "/ma.csv", BarSeries.averages());
        compare(bars, "golden/indicators/" + barSet + "/trend.csv", BarSeries.trends());
    }

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt_5m", "ethbtc_5m", "goog_daily", "spy_1m_rth"})
    void shouldHaveFirstValueWhereReferenceHasIt(final String barSet) {
        final GoldenBars bars = GoldenBars.of(barSet);
        BarSeries.averages().forEach((column, series) -> compareFirst(barSet, bars, column, series.get()));
        BarSeries.trends().forEach((column, series) -> compareFirst(barSet, bars, column, series.get()));
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
        final GoldenBars bars = GoldenBars.ofEdge(edgeSet);
        compare(bars, "golden/edge/" + edgeSet + ".ma.csv", BarSeries.averages());
        compare(bars, "golden/edge/" + edgeSet + ".trend.csv", BarSeries.trends());
    }

    private static void compare(
            final GoldenBars bars, final String file, final Map<String, Supplier<BarSeries>> columns) {
        final GoldenTable table = GoldenTable.read(file);
        assertThat(table.rowCount()).isEqualTo(bars.count());
        columns.forEach((column, series) -> compare(bars, file + " " + column, table.numbers(column), series.get()));
    }

    private static void compare(
            final GoldenBars bars, final String what, final double[] expected, final BarSeries series) {
        final double largest = DoubleStream.of(expected)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
        for (int i = 0; i < expected.length; i++) {
            final double actual = series.next(bars.at(i));
            final boolean equal = Double.isNaN(expected[i])
                    ? Double.isNaN(actual)
                    : Math.abs(actual - expected[i]) <= TOLERANCE * largest;
            assertThat(equal)
                    .withFailMessage("%s at bar %d: expected %s but was %s", what, i, expected[i], actual)
                    .isTrue();
        }
    }

    private static void compareFirst(
            final String barSet, final GoldenBars bars, final String column, final BarSeries series) {
        int first = 0;
        while (Double.isNaN(series.next(bars.at(first)))) {
            first++;
        }
        assertThat(first).as(barSet + " " + column).isEqualTo(GoldenTable.firstValid(barSet, column));
    }
}
