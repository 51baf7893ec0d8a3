package reprise.research.statistics;

/** Sums in a fixed order. */
final class Sums {
    private Sums() {}

    /** Of products. Four running sums, because one would make the processor wait for each addition. */
    static double product(final double[] a, final double[] b) {
        return product(a, 0, b, 0, a.length);
    }

    /** Of products of two stretches. */
    static double product(final double[] a, final int aFrom, final double[] b, final int bFrom, final int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[aFrom + i] * b[bFrom + i];
            s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
            s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
            s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
        }
        for (; i < length; i++) {
            s0 += a[aFrom + i] * b[bFrom + i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /** The mean, corrected by the mean of what it leaves. */
    static double mean(final double[] values) {
        final double mean = sum(values, 0) / values.length;
        return mean + sum(values, mean) / values.length;
    }

    private static double sum(final double[] values, final double origin) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < values.length; i += 4) {
            s0 += values[i] - origin;
            s1 += values[i + 1] - origin;
            s2 += values[i + 2] - origin;
            s3 += values[i + 3] - origin;
        }
        for (; i < values.length; i++) {
            s0 += values[i] - origin;
        }
        return s0 + s1 + (s2 + s3);
    }

    /** Values less their mean. */
    static double[] centered(final double[] values) {
        final double mean = mean(values);
        final double[] centered = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centered[i] = values[i] - mean;
        }
        return centered;
    }

    /** Whether all values are the same, which rounding cannot blur. */
    static boolean isConstant(final double[] values) {
        for (final double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    static void requireEqualLength(final double[] a, final double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("series of equal length expected, got " + a.length + " and " + b.length);
        }
    }
}
