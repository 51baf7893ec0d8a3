package reprise.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.testkit.SharedFiles;

/** That rolling sums do not drift, however long they run and whatever passed through them. */
class RollingNumericsTest {
    private static final long SEED = 7;

    /**
     * Ten million updates at prices around 50,000 in cents, every one against exact integers. Stated bound: variance and slope within a
     * part in 10^10 by construction; found here is 2 in 10^11 at worst. The mean is exact to the last digits.
     */
    @ParameterizedTest
    @ValueSource(ints = {20, 300})
    void shouldNotDriftInTenMillionUpdates(final int length) {
        final SplittableRandom random = new SplittableRandom(SEED);
        final long[] ring = new long[length];
        final RollingMoments moments = new RollingMoments(length);
        final RollingSum total = new RollingSum(length);
        final RollingTrend trend = new RollingTrend(length);
        final RollingComoments pair = new RollingComoments(length);
        final long origin = 5_000_000;
        long cents = origin;
        long sum = 0;
        long squares = 0;
        long weighted = 0;
        double worstMean = 0;
        double worstSum = 0;
        double worstVariance = 0;
        double worstSlope = 0;
        double worstBeta = 0;
        for (int i = 0; i < 10_000_000; i++) {
            final long step = random.nextInt(-64, 65);
            cents = Math.abs(cents + step - origin) > 1_000_000 ? cents - step : cents + step;
            final long x = cents - origin;
            final long old = ring[i % length];
            weighted += (length - 1) * x - (sum - old);
            sum += x - old;
            squares += x * x - old * old;
            ring[i % length] = x;
            final double price = cents / 100.0;
            moments.add(price);
            total.add(price);
            trend.add(price);
            pair.add(price, 3 * price);
            if (i >= length) {
                // length^2 times the variance in cents^2, exact.
                final double spread = (double) (length * squares - sum * sum);
                final double variance = spread / length / 1e4;
                worstVariance = Math.max(worstVariance, Math.abs(moments.deviations() - variance) / variance);
                final double mean = (origin + (double) sum / length) / 100;
                worstMean = Math.max(worstMean, Math.abs(moments.mean() - mean) / mean);
                worstSum = Math.max(worstSum, Math.abs(total.value() / length - mean) / mean);
                final double places = length * ((double) length * length - 1) / 12;
                final double slope = (weighted - (length - 1) / 2.0 * sum) / 100 / places;
                final double found = (trend.weighted() - (length - 1) / 2.0 * trend.sum()) / places;
                // In units of the largest slope that the spread allows.
                worstSlope = Math.max(worstSlope, Math.abs(found - slope) / Math.sqrt(variance / places));
                worstBeta = Math.max(worstBeta, Math.abs(pair.xy() / pair.xx() - 3) / 3);
            }
        }
        assertThat(worstMean).isLessThan(1e-15);
        assertThat(worstSum).isLessThan(1e-15);
        assertThat(worstVariance).isLessThan(1e-10);
        assertThat(worstSlope).isLessThan(1e-10);
        assertThat(worstBeta).isLessThan(1e-10);
    }

    /** Two million updates against reference values, also after ten bars that were a million times too high. */
    @ParameterizedTest
    @CsvSource({"walk, 20", "walk, 300", "walk_spike, 20", "walk_spike, 300"})
    void shouldEqualReferenceOnALongWalk(final String walk, final int length) {
        final String json = String.join("", SharedFiles.lines("golden/numerics/long_walk.json"));
        final int from = json.indexOf('[', json.indexOf("\"" + length + "\"", json.indexOf("\"" + walk + "\"")));
        final Matcher row = Pattern.compile("\\{[^}]*}").matcher(json.substring(from, json.indexOf(']', from)));
        final RollingMoments moments = new RollingMoments(length);
        final RollingExtreme least = RollingExtreme.smallest(length);
        final RollingExtreme most = RollingExtreme.largest(length);
        final RollingTrend trend = new RollingTrend(length);
        long state = 42;
        long cents = 5_000_000;
        int index = -1;
        int rows = 0;
        while (row.find()) {
            final int target = (int) number(row.group(), "index");
            while (index < target) {
                index++;
                state = state * 6364136223846793005L + 1442695040888963407L;
                cents += 2 * ((state >>> 58) - 32) + 1;
                final boolean spike = walk.endsWith("spike") && index >= 1_000_000 && index <= 1_000_009;
                final double price = (cents + (spike ? 1_000_000_000_000L : 0)) / 100.0;
                moments.add(price);
                least.add(price);
                most.add(price);
                trend.add(price);
            }
            final double variance = number(row.group(), "var_pop");
            final double places = length * ((double) length * length - 1) / 12;
            final double slope = (trend.weighted() - (length - 1) / 2.0 * trend.sum()) / places;
            assertClose(moments.mean(), number(row.group(), "mean"), 1e-15 * moments.mean());
            assertClose(moments.deviations() / length, variance, 1e-10 * variance);
            assertClose(moments.deviations() / (length - 1), number(row.group(), "var_sample"), 1e-10 * variance * 2);
            assertThat(least.value()).isEqualTo(number(row.group(), "min"));
            assertThat(most.value()).isEqualTo(number(row.group(), "max"));
            assertClose(slope, number(row.group(), "linreg_slope"), 1e-9 * Math.sqrt(length * variance / places));
            rows++;
        }
        assertThat(rows).isGreaterThan(10);
    }

    /** At 1e9 the last digit of a price is 1.2e-7, so the reference's own inputs end there. */
    @Test
    void shouldEqualReferenceFarFromZero() {
        final GoldenTable input = GoldenTable.read("golden/numerics/offset_series.csv");
        final GoldenTable expected = GoldenTable.read("golden/numerics/offset_expected.csv");
        final double[] x = input.numbers("x");
        final double[] index = expected.numbers("index");
        final double[] mean = expected.numbers("mean20");
        final double[] variance = expected.numbers("var20_pop");
        final double[] z = expected.numbers("z20_sample");
        final RollingMoments moments = new RollingMoments(20);
        int row = 0;
        for (int i = 0; i < x.length; i++) {
            moments.add(x[i]);
            if (row < index.length && index[row] == i) {
                assertClose(moments.mean(), mean[row], 2.5e-7);
                assertClose(moments.deviations() / 20, variance[row], 1e-9 * variance[row]);
                assertClose(moments.distance(x[i]) / Math.sqrt(moments.deviations() / 19), z[row], 1e-9 * 4);
                row++;
            }
        }
        assertThat(row).isEqualTo(index.length);
    }

    @Test
    void shouldForgetWhatWasUndefined() {
        final RollingMoments moments = new RollingMoments(3);
        final RollingSum sum = new RollingSum(3);
        final RollingComoments pair = new RollingComoments(3);
        final RollingTrend trend = new RollingTrend(3);
        final RollingExtreme most = RollingExtreme.largest(3);
        final SortedWindow sorted = new SortedWindow(3);
        final double[] values = {1, Double.NaN, 5, 2, 9, 4, Double.NaN, 1, 2, 3};
        for (int i = 0; i < values.length; i++) {
            moments.add(values[i]);
            sum.add(values[i]);
            pair.add(values[i], 2 * values[i]);
            trend.add(values[i]);
            most.add(values[i]);
            sorted.add(values[i]);
            final boolean defined = i == 4 || i == 5 || i == 9;
            assertThat(moments.isDefined()).isEqualTo(defined);
            assertThat(pair.isDefined()).isEqualTo(defined);
            assertThat(trend.isDefined()).isEqualTo(defined);
            assertThat(most.isDefined()).isEqualTo(defined);
            assertThat(!Double.isNaN(sorted.quantile(0.5))).isEqualTo(defined);
            if (i >= 2) {
                assertThat(!Double.isNaN(sum.value())).isEqualTo(defined);
            }
        }
        assertThat(moments.mean()).isEqualTo(2);
        assertThat(moments.deviations()).isEqualTo(2);
        assertThat(sum.value()).isEqualTo(6);
        assertThat(pair.xy()).isEqualTo(4);
        assertThat(most.value()).isEqualTo(3);
        assertThat(sorted.quantile(0.5)).isEqualTo(2);
    }

    @Test
    void shouldDeviateByExactlyNothingWhereAllIsEqual() {
        final RollingMoments moments = new RollingMoments(3);
        for (final double value : new double[] {0.1, 7e9, 0.1, 0.1, 0.1}) {
            moments.add(value);
        }

        assertThat(moments.deviations()).isZero();
        assertThat(moments.mean()).isEqualTo(0.1);
    }

    private static double number(final String json, final String name) {
        final Matcher matcher =
                Pattern.compile("\"" + name + "\"\\s*:\\s*([-+0-9.eE]+)").matcher(json);
        assertThat(matcher.find()).as(name).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static void assertClose(final double actual, final double expected, final double tolerance) {
        assertThat(Math.abs(actual - expected))
                .withFailMessage("expected %s but was %s", expected, actual)
                .isLessThanOrEqualTo(tolerance);
    }
}
