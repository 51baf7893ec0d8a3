package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.bar.BarSeries;
import reprise.state.StateExchange;
import reprise.state.StateHash;
import reprise.state.StateTape;

/** Laws that hold for every output of every indicator of the catalog; a new one is covered by being there. */
class IndicatorPropertyTest {
    private static final IntFunction<BarSeries> NO_SERIES = id -> null;

    private static final long SEED = 20_240_101;
    private static final Bars WALK = Bars.walk(SEED, 3_000);
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static String hash(final Indicators indicators) {
        return StateHash.of(state -> indicators.exchange(state, NO_SERIES));
    }

    static Stream<String> outputs() {
        return IndicatorCatalog.shipped().all().stream()
                .flatMap(spec -> spec.outputs().stream().map(output -> spec.name() + "." + output.name()));
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void shouldHaveItsFirstValueWhenDeclared(final String expression) {
        final Indicators indicators = Fixture.indicators();
        final Line line = indicators.demand(WALK.instrument(), expression);
        int bar = 0;
        while (!line.isReady()) {
            assertThat(line.isDefined()).isFalse();
            assertThatThrownBy(line::value).isInstanceOf(IllegalStateException.class);
            WALK.tell(indicators, bar, 0);
            bar++;
        }
        assertThat(line.isDefined()).as("value at bar %d", bar).isTrue();
        if (line.firstBar() != IndicatorSpec.WITH_DATA) {
            assertThat(Math.max(1, bar)).isEqualTo(line.firstBar());
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void shouldNotDependOnLaterBars(final String expression) {
        final double[] whole = WALK.values(expression);
        for (final int length : new int[] {1, 30, 1_000}) {
            final Bars prefix = Bars.walk(SEED, length);
            assertThat(prefix.values(expression)).containsExactly(Arrays.copyOf(whole, length));
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void shouldForgetItsBeginningWhenDeclared(final String expression) {
        final int stable =
                Fixture.indicators().demand(WALK.instrument(), expression).stableBar();
        if (stable == IndicatorSpec.NEVER) {
            return;
        }
        final double[] whole = WALK.values(expression);
        final double tolerance = 1e-9 * largest(whole);
        for (final int from : new int[] {1, 7, 500}) {
            final double[] later = WALK.values(expression, from);
            for (int i = from + stable - 1; i < WALK.count; i++) {
                assertEqual(later[i], whole[i], tolerance, "begun at " + from, i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void shouldGoOnFromARecordedStateAsIfNothingHadHappened(final String expression) {
        for (final int at : new int[] {0, 1, 13, 40, 300, 1_000}) {
            final Indicators whole = Fixture.indicators();
            final Line expected = whole.demand(WALK.instrument(), expression);
            for (int i = 0; i < at; i++) {
                WALK.tell(whole, i, 0);
            }
            final StateTape tape = new StateTape();
            whole.exchange(StateExchange.saving(tape), NO_SERIES);
            final Indicators restored = Fixture.indicators();
            final Line actual = restored.demand(WALK.instrument(), expression);
            restored.exchange(tape.reader(), NO_SERIES);
            for (int i = at; i < at + 700; i++) {
                assertEqual(actual.raw(), expected.raw(), 0, "restored at " + at, i);
                assertThat(actual.isReady()).isEqualTo(expected.isReady());
                WALK.tell(whole, i, 0);
                WALK.tell(restored, i, 0);
            }
            assertThat(hash(restored)).isEqualTo(hash(whole));
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void shouldAllocateNothing(final String expression) {
        final Indicators indicators = Fixture.indicators();
        indicators.demand(WALK.instrument(), expression);
        // The least of several rounds: the JVM itself allocates a little now and then while it compiles.
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 6; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < WALK.count; i++) {
                WALK.tell(indicators, i, round);
            }
            allocated = Math.min(allocated, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(allocated).isZero();
    }

    /** In units of price and of volume: 0 for what has none, 1 for a price, 2 for a variance. */
    @ParameterizedTest
    @MethodSource("outputs")
    void shouldScaleWithItsUnits(final String expression) {
        if (expression.startsWith("ln.")) {
            return;
        }
        shouldScale(expression, WALK.values(expression), WALK.scaled(4, 1).values(expression));
        shouldScale(expression, WALK.values(expression), WALK.scaled(1, 4).values(expression));
    }

    private static void shouldScale(final String expression, final double[] values, final double[] scaled) {
        final double largest = largest(values);
        double factor = 0;
        for (int i = 0; i < values.length; i++) {
            if (factor == 0 && values[i] != 0 && !Double.isNaN(values[i])) {
                factor = scaled[i] / values[i];
                assertThat(Math.log(factor) / Math.log(4))
                        .as("power of the unit in %s", expression)
                        .isBetween(-1e-9, 2 + 1e-9);
            }
            if (factor != 0) {
                assertEqual(scaled[i], factor * values[i], 1e-9 * factor * largest, expression, i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("outputs")
    void shouldNeverBeInfinite(final String expression) {
        for (final Bars bars : new Bars[] {WALK, Bars.flat(400, 10), Bars.flat(400, 0)}) {
            assertThat(DoubleStream.of(bars.values(expression)).filter(Double::isInfinite))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rsi:14, 0, 100",
        "rsi_first:14, 0, 100",
        "stochf:14:3.k, 0, 100",
        "stoch:14:3:3.d, 0, 100",
        "stochrsi.k, 0, 100",
        "willr:14, -100, 0",
        "mfi:14, 0, 100",
        "plus_di:14, 0, 100",
        "minus_di:14, 0, 100",
        "dx:14, 0, 100",
        "adx:14, 0, 100",
        "aroon.up, 0, 100",
        "aroon.osc, -100, 100",
        "'correl(high, low, 30)', -1, 1",
        "linearreg_r2:14, 0, 1",
        "body_frac, 0, 1",
        "cmf:20, -1, 1",
        "stddev:20, 0, 1e9",
        "trange, 0, 1e9",
        "cross, -1, 1",
        "within_last, 0, 1",
        "sar.direction, -1, 1"
    })
    void shouldStayWithinBounds(final String expression, final double least, final double most) {
        for (final double value : WALK.values(expression)) {
            assertThat(Double.isNaN(value) || value >= least && value <= most)
                    .as("%s = %s", expression, value)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'ema(close, 15)', 'ema(add(close, close), 15)', 2",
        "'sma(close, 20)', 'sma(add(close, close), 20)', 2",
        "'stddev(close, 20)', 'stddev(add(close, close), 20)', 2"
    })
    void shouldBeLinearWhereItsDefinitionIs(final String one, final String two, final double factor) {
        final double[] single = WALK.values(one);
        final double[] twice = WALK.values(two);
        final double tolerance = 1e-9 * largest(twice);
        for (int i = 0; i < single.length; i++) {
            assertEqual(twice[i], factor * single[i], tolerance, two, i);
        }
    }

    /** What does not care for the level of prices, on prices that are a million higher. */
    @ParameterizedTest
    @MethodSource("levelFree")
    void shouldNotCareForTheLevelOfPrices(final Map.Entry<String, Double> expression) {
        final double[] here = WALK.values(expression.getKey());
        final double[] there = WALK.raised(1_000_000_00).values(expression.getKey());
        final double tolerance = expression.getValue() * largest(here);
        for (int i = 0; i < here.length; i++) {
            assertEqual(there[i], here[i], tolerance, expression.getKey(), i);
        }
    }

    /** With the tolerance: prices of a million have a last digit of 1e-10. */
    static Stream<Map.Entry<String, Double>> levelFree() {
        return Stream.of(
                Map.entry("rsi:14", 1e-8),
                Map.entry("adx:14", 1e-8),
                Map.entry("atr:14", 1e-8),
                Map.entry("stochf:14:3.k", 1e-8),
                Map.entry("willr:14", 1e-8),
                Map.entry("mom:10", 1e-8),
                Map.entry("stddev:20", 1e-8),
                Map.entry("zscore:20", 1e-8),
                Map.entry("linearreg_slope:14", 1e-8),
                Map.entry("correl(high, low, 30)", 1e-8),
                Map.entry("macd", 1e-7),
                Map.entry("aroon.up", 0.0));
    }

    private static double largest(final double[] values) {
        return DoubleStream.of(values)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static void assertEqual(
            final double actual, final double expected, final double tolerance, final String what, final int bar) {
        final boolean equal = Double.isNaN(expected)
                ? Double.isNaN(actual)
                : Math.abs(actual - expected) <= tolerance || actual == expected;
        if (!equal) {
            fail("%s, bar %d: expected %s but was %s, seed %d", what, bar, expected, actual, SEED);
        }
    }
}
