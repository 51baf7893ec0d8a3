package reprise.simulation.report;

import java.util.Arrays;

/**
 * A curve of any length in a fixed number of buckets of time, of each the first, the lowest, the highest and the last value: a line through
 * those looks, at as many pixels, like the line through all [Jugel et al. 2014, M4]. Buckets are as long as a power of two of nanoseconds, at
 * first about a millisecond, and are merged in pairs whenever time runs out of the last. Allocates nothing but at its making.
 */
final class SampledSeries {
    /** The most points that a bucket has. */
    static final int POINTS_PER_BUCKET = 4;

    private static final int FIRST_SHIFT = 20;
    private static final long EMPTY = Long.MIN_VALUE;
    private static final int FIRST = 0;
    private static final int LOWEST = 1;
    private static final int HIGHEST = 2;
    private static final int LAST = 3;

    private final int buckets;
    private final long[] times;
    private final double[] values;
    private long originNs = EMPTY;
    private long lastTimeNs = EMPTY;
    private int shift = FIRST_SHIFT;

    /**
     * An empty curve.
     *
     * @param buckets how many at most, at least 2 and even.
     */
    SampledSeries(final int buckets) {
        if (buckets < 2 || buckets % 2 != 0) {
            throw new IllegalArgumentException("an even number of at least 2 buckets expected, got " + buckets);
        }
        this.buckets = buckets;
        times = new long[POINTS_PER_BUCKET * buckets];
        values = new double[POINTS_PER_BUCKET * buckets];
        Arrays.fill(times, EMPTY);
    }

    /** Takes a point. */
    @FunctionalInterface
    interface PointConsumer {
        /**
         * The next one.
         *
         * @param timeNs not before the one before.
         * @param value finite.
         */
        void accept(long timeNs, double value);
    }

    /**
     * The next point.
     *
     * @param timeNs when; a point that comes late, such as of a bar that was overtaken, counts at the time of the one before.
     * @param value what is not a finite number is left out.
     */
    void add(final long timeNs, final double value) {
        if (!Double.isFinite(value)) {
            return;
        }
        if (originNs == EMPTY) {
            originNs = timeNs;
        }
        lastTimeNs = Math.max(lastTimeNs, timeNs);
        while (lastTimeNs - originNs >> shift >= buckets) {
            halve();
        }
        put(POINTS_PER_BUCKET * (int) (lastTimeNs - originNs >> shift), lastTimeNs, value);
    }

    private void put(final int bucket, final long timeNs, final double value) {
        if (times[bucket] == EMPTY) {
            set(bucket + FIRST, timeNs, value);
            set(bucket + LOWEST, timeNs, value);
            set(bucket + HIGHEST, timeNs, value);
        } else if (value < values[bucket + LOWEST]) {
            set(bucket + LOWEST, timeNs, value);
        } else if (value > values[bucket + HIGHEST]) {
            set(bucket + HIGHEST, timeNs, value);
        }
        set(bucket + LAST, timeNs, value);
    }

    private void set(final int index, final long timeNs, final double value) {
        times[index] = timeNs;
        values[index] = value;
    }

    /** Buckets become twice as long: those of a pair are one from now on. */
    private void halve() {
        for (int i = 0; i < buckets; i++) {
            final int from = POINTS_PER_BUCKET * i;
            final int to = POINTS_PER_BUCKET * (i / 2);
            final boolean isSecond = i % 2 == 1;
            if (from > 0 && times[from] != EMPTY) {
                merge(from, to, isSecond && times[to] != EMPTY);
                Arrays.fill(times, from, from + POINTS_PER_BUCKET, EMPTY);
            }
        }
        shift++;
    }

    private void merge(final int from, final int to, final boolean isTaken) {
        if (!isTaken) {
            copy(from + FIRST, to + FIRST);
        }
        if (!isTaken || values[from + LOWEST] < values[to + LOWEST]) {
            copy(from + LOWEST, to + LOWEST);
        }
        if (!isTaken || values[from + HIGHEST] > values[to + HIGHEST]) {
            copy(from + HIGHEST, to + HIGHEST);
        }
        copy(from + LAST, to + LAST);
    }

    private void copy(final int from, final int to) {
        times[to] = times[from];
        values[to] = values[from];
    }

    /**
     * All points that are left, in order of time, each once.
     *
     * @param consumer takes them.
     */
    void forEach(final PointConsumer consumer) {
        for (int bucket = 0; bucket < times.length; bucket += POINTS_PER_BUCKET) {
            if (times[bucket] != EMPTY) {
                final boolean fallsFirst = times[bucket + LOWEST] <= times[bucket + HIGHEST];
                final int second = bucket + (fallsFirst ? LOWEST : HIGHEST);
                final int third = bucket + (fallsFirst ? HIGHEST : LOWEST);
                consumer.accept(times[bucket], values[bucket]);
                pass(bucket + FIRST, second, consumer);
                pass(second, third, consumer);
                pass(third, bucket + LAST, consumer);
            }
        }
    }

    private void pass(final int before, final int index, final PointConsumer consumer) {
        if (times[index] != times[before] || values[index] != values[before]) {
            consumer.accept(times[index], values[index]);
        }
    }

    boolean isEmpty() {
        return originNs == EMPTY;
    }

    /** How long a bucket is now, nanoseconds. */
    long bucketNs() {
        return 1L << shift;
    }
}
