package reprise.strategies.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class SampleOrderTest {
    private static final int BUCKETS = 3;
    private static final int DEPTH = 7;

    private static double median(final double... values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Test
    void shouldHaveTheMediansOfTheLastValuesToTheLastBit() {
        RandomCases.check(300, random -> {
            final SampleOrder order = new SampleOrder(BUCKETS, DEPTH);
            final double[][] last = new double[BUCKETS][0];
            final int[] counts = new int[BUCKETS];
            for (int i = 0; i < 100; i++) {
                final int bucket = random.nextInt(BUCKETS);
                final double value = random.nextBoolean() ? random.nextInt(4) : random.nextDouble();
                final int place = counts[bucket]++ % DEPTH;
                order.put(bucket, last[bucket].length, place, value);
                last[bucket] = Arrays.copyOf(last[bucket], Math.min(counts[bucket], DEPTH));
                last[bucket][place] = value;

                final double median = median(last[bucket]);
                final double[] deviations = DoubleStream.of(last[bucket])
                        .map(sample -> Math.abs(sample - median))
                        .toArray();
                assertThat(order.get(bucket, place)).isEqualTo(value);
                assertThat(order.median(bucket, last[bucket].length)).isEqualTo(median);
                assertThat(order.medianDeviation(bucket, last[bucket].length, median))
                        .isEqualTo(median(deviations));
            }
        });
    }
}
