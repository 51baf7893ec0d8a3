package reprise.research.statistics;

import java.util.Arrays;

/** Quantiles of a sample by linear interpolation between order statistics: Hyndman and Fan's type 7, which numpy, pandas and R use. */
public final class Quantiles {
    private final double[] sorted;

    private Quantiles(final double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * Sorts a copy once, for as many quantiles as are asked of it.
     *
     * @param values any number.
     * @return their quantiles; all NaN without values or with one that is NaN.
     */
    public static Quantiles of(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /**
     * The value below which a share of the sample lies.
     *
     * @param share 0 (the least) to 1 (the greatest).
     * @return the quantile.
     */
    public double at(final double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share from 0 to 1 expected, got " + share);
        }
        final int n = sorted.length;
        // NaN sorts last.
        if (n == 0 || Double.isNaN(sorted[n - 1])) {
            return Double.NaN;
        }
        final double position = share * (n - 1);
        final int lower = (int) position;
        final int upper = Math.min(lower + 1, n - 1);
        return sorted[lower] + (position - lower) * (sorted[upper] - sorted[lower]);
    }
}
