package reprise.research.statistics;

import java.util.Arrays;
import java.util.Comparator;

/**
 * What p-values are worth when there are many: of a hundred tests of nothing, five are below 5 %. An adjusted p-value is compared with the
 * limit one has in mind.
 */
public enum MultipleTesting {
    /** As they are. */
    NONE,
    /** {@code m p}: the chance of even one false finding stays below the limit. (Bonferroni.) */
    BONFERRONI,
    /** The same promise with more power, step by step from the smallest p: {@code (m - rank + 1) p}. (Holm 1979.) */
    HOLM,
    /** The expected share of false findings among the findings stays below the limit: {@code m p / rank}. (Benjamini, Hochberg 1995.) */
    BENJAMINI_HOCHBERG,
    /** The same promise however the tests depend on each other: times {@code 1 + 1/2 + .. + 1/m}. (Benjamini, Yekutieli 2001.) */
    BENJAMINI_YEKUTIELI;

    /**
     * Adjusts p-values.
     *
     * @param p of all tests that were made; not changed.
     * @return adjusted, each at the place of its own, at most 1.
     */
    public double[] adjust(final double[] p) {
        final Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
        final double[] adjusted = new double[p.length];
        final boolean down = this == BENJAMINI_HOCHBERG || this == BENJAMINI_YEKUTIELI;
        double bound = down ? 1 : 0;
        for (int step = 0; step < p.length; step++) {
            final int rank = down ? p.length - step : step + 1;
            final int test = order[rank - 1];
            final double scaled = Math.min(1, factor(rank, p.length) * p[test]);
            // A larger p never gets a smaller adjusted one.
            bound = down ? Math.min(bound, scaled) : Math.max(bound, scaled);
            adjusted[test] = bound;
        }
        return adjusted;
    }

    private double factor(final int rank, final int tests) {
        return switch (this) {
            case NONE -> 1;
            case BONFERRONI -> tests;
            case HOLM -> tests - rank + 1;
            case BENJAMINI_HOCHBERG -> (double) tests / rank;
            case BENJAMINI_YEKUTIELI -> (double) tests / rank * harmonic(tests);
        };
    }

    private static double harmonic(final int count) {
        double sum = 0;
        for (int i = 1; i <= count; i++) {
            sum += 1.0 / i;
        }
        return sum;
    }
}
