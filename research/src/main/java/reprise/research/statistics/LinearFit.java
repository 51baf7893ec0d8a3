package reprise.research.statistics;

/**
 * A line through points by ordinary least squares: {@code y = alpha + beta x + e}. Means first, products of what they leave then, so that
 * the level of prices costs no digits.
 *
 * @param observations number of points.
 * @param alpha intercept.
 * @param beta slope; of log prices, the hedge ratio.
 * @param alphaError standard error of alpha.
 * @param betaError standard error of beta.
 * @param r2 share of the variance of y that the line explains.
 */
public record LinearFit(int observations, double alpha, double beta, double alphaError, double betaError, double r2) {
    /**
     * Fits y on x.
     *
     * @param y explained.
     * @param x explaining, as long.
     * @return the line; all NaN if x does not vary or there are fewer than three points.
     */
    public static LinearFit of(final double[] y, final double[] x) {
        Sums.requireEqualLength(y, x);
        final int n = y.length;
        if (n < 3 || Sums.isConstant(x)) {
            return new LinearFit(n, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        final double xMean = Sums.mean(x);
        final double[] xs = Sums.centered(x);
        final double[] ys = Sums.centered(y);
        final double sxx = Sums.product(xs, xs);
        final double beta = Sums.product(xs, ys) / sxx;
        double ssr = 0;
        for (int i = 0; i < n; i++) {
            final double residual = ys[i] - beta * xs[i];
            ssr += residual * residual;
        }
        final double variance = ssr / (n - 2);
        return new LinearFit(
                n,
                Sums.mean(y) - beta * xMean,
                beta,
                Math.sqrt(variance * (1.0 / n + xMean * xMean / sxx)),
                Math.sqrt(variance / sxx),
                1 - ssr / Sums.product(ys, ys));
    }

    /**
     * What the line leaves.
     *
     * @param y explained.
     * @param x explaining, as long.
     * @return {@code y - alpha - beta x}, a new array.
     */
    public double[] residuals(final double[] y, final double[] x) {
        Sums.requireEqualLength(y, x);
        final double[] residuals = new double[y.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = y[i] - alpha - beta * x[i];
        }
        return residuals;
    }

    /**
     * Slope over its error.
     *
     * @return the t-statistic of beta.
     */
    public double betaT() {
        return beta / betaError;
    }
}
