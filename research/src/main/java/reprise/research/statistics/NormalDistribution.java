package reprise.research.statistics;

/** The standard normal distribution. */
public final class NormalDistribution {
    private static final double SERIES_LIMIT = 3;
    private static final int FRACTION_TERMS = 60;
    private static final int ROOT_STEPS = 1000;

    private NormalDistribution() {}

    /**
     * The chance of a value at or below x: near the middle by the series {@code phi(x) (x + x^3/3 + x^5/(3 5) + ...)}, further out by the
     * continued fraction of Laplace, {@code phi(x) / (x + 1/(x + 2/(x + 3/...)))}. Exact to the last digits of a double.
     *
     * @param x where, in standard deviations from the mean.
     * @return 0 to 1.
     */
    public static double below(final double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (Math.abs(x) < SERIES_LIMIT) {
            return 0.5 + middle(x);
        }
        return x < 0 ? tail(-x) : 1 - tail(x);
    }

    /**
     * The value below which a share of the distribution lies: the root of {@link #below}, by Newton's method. From 0 on its steps go to one
     * side only, since the distribution bends one way on each side of its middle, so that they cannot run away.
     *
     * @param share more than 0 and less than 1.
     * @return in standard deviations from the mean; infinite for 0 and 1, NaN outside.
     */
    public static double quantile(final double share) {
        if (!(share >= 0 && share <= 1)) {
            return Double.NaN;
        }
        if (share == 0 || share == 1) {
            return share == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (share > 0.5) {
            return -quantile(1 - share);
        }
        double x = 0;
        for (int step = 0; step < ROOT_STEPS; step++) {
            final double next = x - (below(x) - share) / density(x);
            if (Math.abs(next - x) <= Math.ulp(x)) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /**
     * The bell curve.
     *
     * @param x where, in standard deviations from the mean.
     * @return its height.
     */
    public static double density(final double x) {
        return StrictMath.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
    }

    private static double middle(final double x) {
        double term = x;
        double sum = 0;
        for (int odd = 3; sum + term != sum; odd += 2) {
            sum += term;
            term *= x * x / odd;
        }
        return sum * density(x);
    }

    private static double tail(final double x) {
        double fraction = x;
        for (int term = FRACTION_TERMS; term > 0; term--) {
            fraction = x + term / fraction;
        }
        return density(x) / fraction;
    }
}
