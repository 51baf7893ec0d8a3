package reprise.research.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import reprise.research.statistics.LagRule;
import reprise.testkit.RandomCases;

class AlignedPricesTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    private static Map<Long, Double> bars(final SplittableRandom random) {
        final Map<Long, Double> bars = new TreeMap<>();
        final int length = random.nextInt(0, 50);
        for (long hour = 1; hour <= length; hour++) {
            if (random.nextInt(4) > 0) {
                bars.put(hour * HOUR_NS, random.nextDouble(1, 100));
            }
        }
        return bars;
    }

    private static PriceSeries series(final Map<Long, Double> bars) {
        return new PriceSeries(
                "X",
                bars.keySet().stream().mapToLong(time -> time).toArray(),
                bars.values().stream().mapToDouble(price -> price).toArray());
    }

    @Test
    void shouldKeepTheBarsThatBothHave() {
        RandomCases.check(300, random -> {
            final Map<Long, Double> a = bars(random);
            final Map<Long, Double> b = random.nextInt(5) == 0 ? a : bars(random);
            final AlignedPrices joined = AlignedPrices.of(series(a), series(b));

            final Map<Long, Double> common = new TreeMap<>(a);
            common.keySet().retainAll(b.keySet());
            assertThat(joined.length()).isEqualTo(common.size());
            assertThat(joined.dropped()).isEqualTo(a.size() + b.size() - 2 * common.size());
            int bar = 0;
            for (final long time : common.keySet()) {
                assertThat(joined.timeNs(bar)).isEqualTo(time);
                assertThat(joined.first()[bar]).isEqualTo(StrictMath.log(a.get(time)));
                assertThat(joined.second()[bar++]).isEqualTo(StrictMath.log(b.get(time)));
            }
        });
    }

    @Test
    void shouldNotCountNightsAsBars() {
        final PriceSeries days = new PriceSeries(
                "X",
                new long[] {15 * HOUR_NS, 16 * HOUR_NS, 17 * HOUR_NS, 38 * HOUR_NS, 39 * HOUR_NS, 40 * HOUR_NS},
                new double[] {1, 1, 1, 1, 1, 1});

        assertThat(AlignedPrices.of(days, days).barHours()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheDeviationOfTheLastBars() {
        final double[] x = {0, 0.1, 0, 0.2, 0.1, 0};
        final double[] y = {1, 1.1, 1, 1.2, 1.1, 1.3};

        final SpreadStatistics statistics = SpreadStatistics.of(y, x, LagRule.fixed(0), 3);
        final double[] spread = statistics.fit().residuals(y, x);
        final double mean = (spread[3] + spread[4] + spread[5]) / 3;
        final double variance =
                (Math.pow(spread[3] - mean, 2) + Math.pow(spread[4] - mean, 2) + Math.pow(spread[5] - mean, 2)) / 2;
        assertThat(statistics.z()).isCloseTo((spread[5] - mean) / Math.sqrt(variance), within(1e-12));
        assertThat(SpreadStatistics.of(y, x, LagRule.fixed(0), 7).z()).isNaN();
    }
}
