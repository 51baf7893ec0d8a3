package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.state.StateHash;

/** Laws that hold for every indicator, on a seeded random walk of ticks. */
class IndicatorPropertyTest {
    private static final long SEED = 20_240_101;
    private static final int BARS = 6_000;
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Instrument instrument =
            new Instrument(new InstrumentDefinition(0, 0, "WALK", "X", "USD", 2, 0, 1, 1, 0));
    private final long[][] walk = walk(SEED, BARS);

    static Stream<Map.Entry<String, Supplier<BarSeries>>> indicators() {
        final Map<String, Supplier<BarSeries>> all = new LinkedHashMap<>(BarSeries.averages());
        all.putAll(BarSeries.trends());
        return all.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void shouldNotDependOnLaterBars(final Map.Entry<String, Supplier<BarSeries>> indicator) {
        final double[] whole = values(indicator.getValue().get(), 0, BARS);
        for (final int prefix : new int[] {1, 14, 15, 200, BARS / 2}) {
            assertThat(values(indicator.getValue().get(), 0, prefix))
                    .as("%s, first %d bars, seed %d", indicator.getKey(), prefix, SEED)
                    .containsExactly(Arrays.copyOf(whole, prefix));
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void shouldForgetWhereItStarted(final Map.Entry<String, Supplier<BarSeries>> indicator) {
        final int start = BARS / 3;
        final double whole = values(indicator.getValue().get(), 0, BARS)[BARS - 1];
        final double restarted = values(indicator.getValue().get(), start, BARS)[BARS - start - 1];
        assertThat(restarted)
                .as("%s, restarted at bar %d, seed %d", indicator.getKey(), start, SEED)
                .isCloseTo(whole, within(1e-9 * Math.abs(whole)));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void shouldShowInItsStateWhateverChangesALaterValue(final Map.Entry<String, Supplier<BarSeries>> indicator) {
        final BarSeries one = indicator.getValue().get();
        final BarSeries same = indicator.getValue().get();
        for (int i = 0; i < 300; i++) {
            final String before = StateHash.of(one.state());
            one.next(bar(i));
            same.next(bar(i));
            assertThat(StateHash.of(same.state())).isEqualTo(StateHash.of(one.state()));
            if (!indicator.getKey().equals("body_frac")) {
                assertThat(StateHash.of(one.state()))
                        .as("%s after bar %d", indicator.getKey(), i)
                        .isNotEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void shouldAllocateNothing(final Map.Entry<String, Supplier<BarSeries>> indicator) {
        final BarSeries series = indicator.getValue().get();
        // The least of several rounds: the JVM itself allocates a little now and then while it compiles.
        long allocated = Long.MAX_VALUE;
        for (int round = 0; round < 10; round++) {
            final long before = THREADS.getCurrentThreadAllocatedBytes();
            run(series);
            allocated = Math.min(allocated, THREADS.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(allocated).as(indicator.getKey()).isZero();
    }

    @Test
    void shouldNotLetNaNIn() {
        final Ema ema = Ema.seededByMean(2);
        final WilderAverage average = new WilderAverage(2);
        final Adx adx = new Adx(2);
        final Adx spared = new Adx(2);
        for (int i = 0; i < 10; i++) {
            ema.update(Double.NaN);
            ema.update(1);
            average.update(Double.NaN);
            average.update(1);
            adx.update(i + 1, Double.NaN, i);
            adx.update(i + 1, i, i);
            spared.update(i + 1, i, i);
        }
        assertThat(ema.value()).isEqualTo(1);
        assertThat(average.value()).isEqualTo(1);
        assertThat(StateHash.of(adx)).isEqualTo(StateHash.of(spared));
    }

    private double[] values(final BarSeries series, final int from, final int to) {
        final double[] values = new double[to - from];
        for (int i = from; i < to; i++) {
            values[i - from] = series.next(bar(i));
        }
        return values;
    }

    private double run(final BarSeries series) {
        double last = 0;
        for (int i = 0; i < BARS; i++) {
            last = series.next(bar(i));
        }
        return last;
    }

    private Instrument bar(final int i) {
        instrument.onBar(i + 1L, 1, walk[i][0], walk[i][1], walk[i][2], walk[i][3], 0);
        return instrument;
    }

    private static long[][] walk(final long seed, final int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        final long[][] bars = new long[count][];
        long price = 10_000;
        for (int i = 0; i < count; i++) {
            final long open = price;
            final long close = Math.max(100, open + random.nextLong(-20, 21));
            bars[i] = new long[] {
                open, Math.max(open, close) + random.nextLong(6), Math.min(open, close) - random.nextLong(6), close
            };
            price = close;
        }
        return bars;
    }
}
