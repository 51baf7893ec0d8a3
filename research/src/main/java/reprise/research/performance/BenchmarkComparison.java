package reprise.research.performance;

import reprise.research.statistics.Correlation;
import reprise.research.statistics.LinearFit;
import reprise.research.statistics.Moments;

/**
 * Returns beside those of something else, such as buying and holding what was traded: {@code r = alpha + beta b + e} by least squares.
 *
 * @param alpha intercept a year, not compounded: what was earned that the benchmark does not explain.
 * @param beta slope: how far the returns go with the benchmark.
 * @param correlation of the two.
 * @param trackingError standard deviation a year (n - 1) of the difference of returns.
 * @param informationRatio mean difference a year over the tracking error.
 */
public record BenchmarkComparison(
        double alpha, double beta, double correlation, double trackingError, double informationRatio) {
    /**
     * Compares an account with a benchmark at the same times.
     *
     * @param account what was earned.
     * @param benchmark what is held against it, with as many points.
     * @return the comparison; alpha is NaN of less than {@link AnnualReturn#LEAST_DAYS} days, and the others as of two series.
     */
    public static BenchmarkComparison of(final Performance account, final Performance benchmark) {
        final BenchmarkComparison whole = of(
                account.curve().returns(),
                benchmark.curve().returns(),
                account.returns().periodsPerYear());
        return new BenchmarkComparison(
                AnnualReturn.isDefined(account.curve().days()) ? whole.alpha : Double.NaN,
                whole.beta,
                whole.correlation,
                whole.trackingError,
                whole.informationRatio);
    }

    /**
     * Compares two series over the same periods, however few.
     *
     * @param returns simple returns.
     * @param benchmark those of the benchmark, as many.
     * @param periodsPerYear returns a year.
     * @return the comparison; NaN where a series does not vary or has fewer than three returns.
     */
    public static BenchmarkComparison of(
            final double[] returns, final double[] benchmark, final double periodsPerYear) {
        final LinearFit fit = LinearFit.of(returns, benchmark);
        final double[] active = new double[returns.length];
        for (int i = 0; i < active.length; i++) {
            active[i] = returns[i] - benchmark[i];
        }
        final Moments moments = Moments.of(active);
        final double root = Math.sqrt(periodsPerYear);
        return new BenchmarkComparison(
                fit.alpha() * periodsPerYear,
                fit.beta(),
                Correlation.of(returns, benchmark),
                moments.deviation() * root,
                Ratio.of(moments.mean(), moments.deviation()) * root);
    }
}
