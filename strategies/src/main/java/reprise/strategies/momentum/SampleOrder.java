package reprise.strategies.momentum;

/**
 * The last values of every bucket, and their order by size, which is kept as values come and go, so that a median is one look. A value costs
 * as many moves of a byte as a bucket is deep, at most. Fixed memory; allocates nothing after construction.
 */
final class SampleOrder {
    private final int depth;
    private final double[] values;
    private final byte[] order;

    /** For at most 127 values a bucket. */
    SampleOrder(final int buckets, final int depth) {
        if (depth > Byte.MAX_VALUE) {
            throw new IllegalArgumentException("a bucket holds at most " + Byte.MAX_VALUE + " values, not " + depth);
        }
        this.depth = depth;
        values = new double[buckets * depth];
        order = new byte[buckets * depth];
    }

    /** Of a bucket that holds so many values: the next one, or one in the place of another. */
    void put(final int bucket, final int size, final int place, final double value) {
        final int from = bucket * depth;
        int at = from + size;
        int last = at;
        if (place < size) {
            at = from;
            while (order[at] != place) {
                at++;
            }
            last--;
        }
        values[from + place] = value;
        while (at > from && values[from + order[at - 1]] > value) {
            order[at] = order[at - 1];
            at--;
        }
        while (at < last && values[from + order[at + 1]] < value) {
            order[at] = order[at + 1];
            at++;
        }
        order[at] = (byte) place;
    }

    /** The value in a place. */
    double get(final int bucket, final int place) {
        return values[bucket * depth + place];
    }

    /** The middle one of so many values, or the mean of the middle two. */
    double median(final int bucket, final int size) {
        return (ranked(bucket, (size - 1) / 2) + ranked(bucket, size / 2)) / 2;
    }

    /** The median of how far the values are from their median: the nearest half of them, outwards from the middle. */
    double medianDeviation(final int bucket, final int size, final double median) {
        int above = size / 2;
        int below = above - 1;
        double deviation = 0;
        double before = 0;
        for (int i = 0; i <= size / 2; i++) {
            final double up = above < size ? ranked(bucket, above) - median : Double.POSITIVE_INFINITY;
            final double down = below >= 0 ? median - ranked(bucket, below) : Double.POSITIVE_INFINITY;
            before = deviation;
            deviation = Math.min(up, down);
            if (up <= down) {
                above++;
            } else {
                below--;
            }
        }
        return size % 2 == 0 ? (before + deviation) / 2 : deviation;
    }

    private double ranked(final int bucket, final int rank) {
        final int from = bucket * depth;
        return values[from + order[from + rank]];
    }
}
