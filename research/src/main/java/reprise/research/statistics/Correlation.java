package reprise.research.statistics;

/** Pearson's correlation. */
public final class Correlation {
    private Correlation() {}

    /**
     * Correlation of two series.
     *
     * @param a first.
     * @param b second, as long.
     * @return -1 to 1; NaN if either does not vary.
     */
    public static double of(final double[] a, final double[] b) {
        Sums.requireEqualLength(a, b);
        if (a.length < 2 || Sums.isConstant(a) || Sums.isConstant(b)) {
            return Double.NaN;
        }
        final double[] x = Sums.centered(a);
        final double[] y = Sums.centered(b);
        final double product = Sums.product(x, y) / Math.sqrt(Sums.product(x, x) * Sums.product(y, y));
        return Math.max(-1, Math.min(1, product));
    }

    /**
     * Correlation of the steps from bar to bar. Of prices that wander the levels are correlated by chance; their steps are not.
     *
     * @param a first, such as log prices.
     * @param b second, as long.
     * @return -1 to 1; NaN if either has equal steps only.
     */
    public static double ofSteps(final double[] a, final double[] b) {
        Sums.requireEqualLength(a, b);
        return a.length < 3 ? Double.NaN : of(steps(a), steps(b));
    }

    private static double[] steps(final double[] values) {
        final double[] steps = new double[values.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        return steps;
    }
}
