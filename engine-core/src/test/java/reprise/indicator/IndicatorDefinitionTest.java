package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What has no reference column, against its definition by heart, on random and on real bars. */
@Tag("once")
class IndicatorDefinitionTest {
    private static final double TOLERANCE = 1e-9;

    static Stream<Map.Entry<String, Function<Bars, double[]>>> definitions() {
        return Definitions.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void shouldEqualItsDefinitionOnRandomBars(final Map.Entry<String, Function<Bars, double[]>> definition) {
        for (final long seed : new long[] {1, 2, 3}) {
            compare(definition, Bars.walk(seed, 700), "seed " + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void shouldEqualItsDefinitionOnRealBars(final Map.Entry<String, Function<Bars, double[]>> definition) {
        compare(definition, Bars.of(GoldenBars.of("goog_daily")).first(700), "goog_daily");
        compare(definition, Bars.of(GoldenBars.of("btcusdt_5m")).first(700), "btcusdt_5m");
    }

    @Test
    void shouldKnowEveryOutputOfTheCatalogFromElsewhere() {
        final List<String> expressions = new ArrayList<>(Definitions.all().keySet());
        for (final Map<String, String> columns : List.of(
                GoldenColumns.ofMovingAverages(),
                GoldenColumns.ofMomentum(),
                GoldenColumns.ofTrend(),
                GoldenColumns.ofVolatility(252),
                GoldenColumns.ofVolume())) {
            expressions.addAll(columns.values());
        }
        final Set<String> known = new TreeSet<>();
        for (final String expression : expressions) {
            final Expression read = Expression.parse(expression);
            final IndicatorSpec spec = IndicatorCatalog.shipped().get(read.name());
            known.add(spec.name() + "."
                    + spec.outputs().get(spec.outputIndex(read.output())).name());
        }
        final Set<String> missing =
                new TreeSet<>(IndicatorPropertyTest.outputs().toList());
        missing.removeAll(known);
        assertThat(missing).isEmpty();
    }

    private static void compare(
            final Map.Entry<String, Function<Bars, double[]>> definition, final Bars bars, final String what) {
        final double[] expected = definition.getValue().apply(bars);
        final double[] actual = bars.values(definition.getKey());
        final double tolerance = TOLERANCE
                * DoubleStream.of(expected)
                        .filter(value -> !Double.isNaN(value))
                        .map(Math::abs)
                        .max()
                        .orElse(0);
        for (int i = 0; i < expected.length; i++) {
            final boolean equal = Double.isNaN(expected[i])
                    ? Double.isNaN(actual[i])
                    : Math.abs(actual[i] - expected[i]) <= tolerance;
            if (!equal) {
                fail("%s, %s, bar %d: expected %s but was %s", definition.getKey(), what, i, expected[i], actual[i]);
            }
        }
    }
}
