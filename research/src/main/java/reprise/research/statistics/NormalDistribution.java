package reprise.research.statistics;

/** The standard normal distribution. */
final class NormalDistribution {
    private static final double SERIES_LIMIT = 3;
    private static final int FRACTION_TERMS = 60;

    private NormalDistribution() {}

    /**
     * The chance of a value at or below x: near the middle by the series {@code phi(x) (x + x^3/3 + x^5/(3 5) + ...)}, further out by the
     * continued fraction of Laplace, {@code phi(x) / (x + 1/(x + 2/(x + 3/...)))}. Exact to the last digits of a double.
     */
    static double below(final double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (Math.abs(x) < SERIES_LIMIT) {
            return 0.5 + middle(x);
        }
        return x < 0 ? tail(-x) : 1 - tail(x);
    }

    private static double density(final double x) {
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
