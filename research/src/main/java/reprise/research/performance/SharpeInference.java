package reprise.research.performance;

import reprise.research.statistics.Moments;
import reprise.research.statistics.NormalDistribution;

/**
 * How much a Sharpe ratio can be believed. All ratios here are of one period, not annualised [Bailey and Lopez de Prado 2012, 2014].
 *
 * @param sharpe of one period, with n - 1.
 * @param count number of returns.
 * @param skew of the returns, as in the sample.
 * @param excessKurtosis of the returns, as in the sample.
 */
public record SharpeInference(double sharpe, int count, double skew, double excessKurtosis) {
    private static final double EULER = 0.577_215_664_901_532_9;

    /**
     * Of returns.
     *
     * @param returns statistics of them.
     * @return what they say about their Sharpe ratio.
     */
    public static SharpeInference of(final ReturnStatistics returns) {
        final Moments moments = returns.moments();
        return new SharpeInference(
                returns.sharpePerPeriod(), moments.count(), moments.skew(), moments.excessKurtosis());
    }

    private double unitVariance() {
        return 1 - skew * sharpe + (excessKurtosis + 2) / 4 * sharpe * sharpe;
    }

    /**
     * Standard error of the ratio.
     *
     * @return of one period; NaN of fewer than two returns.
     */
    public double standardError() {
        return count < 2 ? Double.NaN : Math.sqrt(unitVariance() / (count - 1));
    }

    /**
     * Probabilistic Sharpe ratio: how probable it is that the true ratio is above another one.
     *
     * @param other of one period; 0 for "better than nothing".
     * @return 0 to 1.
     */
    public double probabilityAbove(final double other) {
        return NormalDistribution.below((sharpe - other) / standardError());
    }

    /**
     * Minimum track record length: how many returns it takes until the ratio is above another one with some confidence.
     *
     * @param other of one period.
     * @param confidence such as 0.95.
     * @return a number of returns, with a fraction; NaN if the ratio is not above the other.
     */
    public double minimumReturns(final double other, final double confidence) {
        if (!(sharpe > other)) {
            return Double.NaN;
        }
        final double distance = NormalDistribution.quantile(confidence) / (sharpe - other);
        return 1 + unitVariance() * distance * distance;
    }

    /**
     * Deflated Sharpe ratio: how probable it is that the true ratio is above the best that so many trials without any skill would have shown.
     *
     * @param trials number of independent trials that this one was chosen from, itself included.
     * @param trialVariance variance (n - 1) of the ratios of the trials, of one period.
     * @return 0 to 1; that against 0 for a single trial.
     */
    public double deflated(final int trials, final double trialVariance) {
        return probabilityAbove(expectedBest(trials, trialVariance));
    }

    /**
     * The deflated ratio where the ratios of the other trials are not at hand: their variance is then that of trials without any skill,
     * {@code 1 / (n - 1)}.
     *
     * @param trials number of independent trials that this one was chosen from, itself included.
     * @return 0 to 1.
     */
    public double deflated(final int trials) {
        return deflated(trials, 1.0 / (count - 1));
    }

    /**
     * The best ratio to be expected of trials without any skill.
     *
     * @param trials how many independent ones.
     * @param trialVariance variance of their ratios.
     * @return of one period; 0 for a single trial.
     */
    public static double expectedBest(final int trials, final double trialVariance) {
        if (trials < 1) {
            throw new IllegalArgumentException("at least one trial expected, got " + trials);
        }
        if (trials == 1) {
            return 0;
        }
        final double once = NormalDistribution.quantile(1 - 1.0 / trials);
        final double later = NormalDistribution.quantile(1 - 1.0 / (trials * Math.E));
        return Math.sqrt(trialVariance) * ((1 - EULER) * once + EULER * later);
    }
}
