package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.testkit.Allocation;

class SampledSeriesTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private record Point(long timeNs, double value) {}

    private static List<Point> points(final SampledSeries series) {
        final List<Point> points = new ArrayList<>();
        series.forEach((timeNs, value) -> points.add(new Point(timeNs, value)));
        return points;
    }

    /** A walk with jumps in time, such as nights. */
    private static List<Point> walk(final long seed, final int count) {
        final SplittableRandom random = new SplittableRandom(seed);
        final List<Point> walk = new ArrayList<>();
        long timeNs = 1_704_067_200L * SECOND_NS;
        double value = 100;
        for (int i = 0; i < count; i++) {
            timeNs += SECOND_NS * (random.nextInt(50) == 0 ? 3_600 * random.nextInt(1, 60) : 60);
            value += random.nextDouble() - 0.5;
            walk.add(new Point(timeNs, value));
        }
        return walk;
    }

    private static SampledSeries sampled(final List<Point> all, final int buckets) {
        final SampledSeries series = new SampledSeries(buckets);
        all.forEach(point -> series.add(point.timeNs, point.value));
        return series;
    }

    /** Of one bucket, looked up in all points: what must be left of it, in order of time. */
    private static List<Point> naive(final List<Point> bucket) {
        final Comparator<Point> byValue = Comparator.comparingDouble(Point::value);
        final Point first = bucket.get(0);
        final Point last = bucket.get(bucket.size() - 1);
        return bucket.stream()
                .filter(point -> point == first
                        || point == last
                        || point == bucket.stream().min(byValue).orElseThrow()
                        || point == bucket.stream().max(byValue).orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 500, 5_000})
    void shouldKeepFirstLowestHighestAndLastOfEachBucket(final int count) {
        for (long seed = 1; seed <= 5; seed++) {
            final List<Point> all = walk(seed, count);
            final SampledSeries series = sampled(all, 64);

            final long originNs = all.get(0).timeNs;
            final List<Point> expected = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                final long bucket = i;
                final List<Point> inside = all.stream()
                        .filter(point -> (point.timeNs - originNs) / series.bucketNs() == bucket)
                        .toList();
                if (!inside.isEmpty()) {
                    expected.addAll(naive(inside));
                }
            }

            assertThat(points(series)).isEqualTo(expected);
        }
    }

    @Test
    void shouldUseAtLeastHalfOfItsBucketsWhenTheRunIsLong() {
        final List<Point> all = walk(1, 20_000);
        final SampledSeries series = sampled(all, 64);

        final long spanNs = all.get(all.size() - 1).timeNs - all.get(0).timeNs;
        assertThat(spanNs / series.bucketNs()).isBetween(31L, 63L);
        assertThat(points(series)).hasSizeLessThanOrEqualTo(64 * SampledSeries.POINTS_PER_BUCKET);
    }

    @Test
    void shouldLeaveOutWhatIsNoNumber() {
        final SampledSeries series = new SampledSeries(4);
        series.add(1, Double.NaN);
        assertThat(series.isEmpty()).isTrue();
        series.add(2, 5);
        series.add(3, Double.POSITIVE_INFINITY);

        assertThat(points(series)).containsExactly(new Point(2, 5));
    }

    @Test
    void shouldCountALatePointAtTheTimeOfTheOneBefore() {
        final SampledSeries series = sampled(List.of(new Point(10, 1), new Point(20, 2), new Point(5, 7)), 4);

        assertThat(points(series)).containsExactly(new Point(10, 1), new Point(20, 7));
    }

    @Test
    void shouldRefuseAnOddNumberOfBuckets() {
        assertThatThrownBy(() -> new SampledSeries(3)).hasMessageContaining("got 3");
    }

    @Test
    void shouldAllocateNothingHoweverLong() {
        final SampledSeries series = new SampledSeries(256);
        final long[] timeNs = {0};

        assertThat(Allocation.leastBytes(5, () -> {
                    for (int i = 0; i < 100_000; i++) {
                        timeNs[0] += 60 * SECOND_NS;
                        series.add(timeNs[0], i % 977);
                    }
                }))
                .isZero();
    }
}
