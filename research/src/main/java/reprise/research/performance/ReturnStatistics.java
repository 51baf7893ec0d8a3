package reprise.research.performance;

import reprise.research.statistics.Moments;
import reprise.research.statistics.Quantiles;

/**
 * Statistics of a series of returns.
 *
 * @param periodsPerYear returns a year, by which means and deviations are annualised.
 * @param moments mean, deviation, skewness and kurtosis.
 * @param median middle return.
 * @param best greatest.
 * @param worst least.
 * @param gains sum of the positive returns.
 * @param losses sum of the negative returns, negative or 0.
 * @param positive number of positive returns.
 * @param negative number of negative returns.
 * @param downsideDeviation root of the mean, over all returns, of the squares of the negative ones.
 * @param tailRatio 95 % quantile over 5 % quantile, both without sign.
 */
public record ReturnStatistics(
        double periodsPerYear,
        Moments moments,
        double median,
        double best,
        double worst,
        double gains,
        double losses,
        int positive,
        int negative,
        double downsideDeviation,
        double tailRatio) {
    private static final double TAIL = 0.05;
    private static final int LEAST_RETURNS = 2;

    /**
     * Of returns.
     *
     * @param returns simple returns, or what they were in excess of a risk-free rate; one that is NaN makes most of the result NaN.
     * @param periodsPerYear returns a year.
     * @return their statistics.
     */
    public static ReturnStatistics of(final double[] returns, final double periodsPerYear) {
        double gains = 0;
        double losses = 0;
        double squaredLosses = 0;
        int positive = 0;
        int negative = 0;
        for (final double value : returns) {
            if (value > 0) {
                gains += value;
                positive++;
            } else if (value < 0) {
                losses += value;
                squaredLosses += value * value;
                negative++;
            }
        }
        final Quantiles quantiles = Quantiles.of(returns);
        final Moments moments = Moments.of(returns);
        final double undefined = Double.isNaN(moments.mean()) ? Double.NaN : 0;
        return new ReturnStatistics(
                periodsPerYear,
                moments,
                quantiles.at(0.5),
                quantiles.at(1),
                quantiles.at(0),
                gains + undefined,
                losses + undefined,
                positive,
                negative,
                Math.sqrt(squaredLosses / returns.length) + undefined,
                Ratio.of(Math.abs(quantiles.at(1 - TAIL)), Math.abs(quantiles.at(TAIL))));
    }

    /**
     * Returns less what riskless money earns in a period, {@code (1 + rate)^(1/P) - 1}.
     *
     * @param returns simple returns.
     * @param annualRate of riskless money, as a fraction.
     * @param periodsPerYear returns a year.
     * @return a new array.
     */
    public static double[] inExcessOf(final double[] returns, final double annualRate, final double periodsPerYear) {
        final double rate = StrictMath.pow(1 + annualRate, 1 / periodsPerYear) - 1;
        final double[] excess = new double[returns.length];
        for (int i = 0; i < excess.length; i++) {
            excess[i] = returns[i] - rate;
        }
        return excess;
    }

    /**
     * How many returns there are.
     *
     * @return their number.
     */
    public int count() {
        return moments.count();
    }

    /**
     * Arithmetic mean a year, not compounded.
     *
     * @return mean times periods per year.
     */
    public double annualMean() {
        return moments.mean() * periodsPerYear;
    }

    /**
     * Standard deviation a year, with n - 1.
     *
     * @return NaN of fewer than two returns.
     */
    public double annualVolatility() {
        return moments.deviation() * Math.sqrt(periodsPerYear);
    }

    /**
     * Mean over standard deviation, of one period.
     *
     * @return NaN if returns do not vary.
     */
    public double sharpePerPeriod() {
        return Ratio.of(moments.mean(), moments.deviation());
    }

    /**
     * Sharpe ratio a year: the one of a period times the root of the periods, which supposes returns without autocorrelation.
     *
     * @return NaN if returns do not vary.
     */
    public double sharpe() {
        return sharpePerPeriod() * Math.sqrt(periodsPerYear);
    }

    /**
     * Sortino ratio a year: mean over downside deviation.
     *
     * @return NaN if there is no loss, and of fewer than two returns: that of one loss would be -1 period, whatever was lost.
     */
    public double sortino() {
        return count() < LEAST_RETURNS ? Double.NaN : extrapolatedSortino();
    }

    /** The formula alone, of one return too. */
    double extrapolatedSortino() {
        return Ratio.of(moments.mean(), downsideDeviation) * Math.sqrt(periodsPerYear);
    }

    /**
     * Downside deviation a year.
     *
     * @return 0 if there is no loss.
     */
    public double annualDownsideDeviation() {
        return downsideDeviation * Math.sqrt(periodsPerYear);
    }

    /**
     * Keating and Shadwick's Omega with threshold 0: what was gained over what was lost.
     *
     * @return NaN if there is no loss.
     */
    public double omega() {
        return Ratio.of(gains, -losses);
    }

    /**
     * Sum of all returns over what was lost.
     *
     * @return Omega less 1.
     */
    public double gainToPain() {
        return omega() - 1;
    }

    /**
     * Share of positive returns among all.
     *
     * @return 0 to 1.
     */
    public double positiveShare() {
        return Ratio.of(positive, count());
    }

    /**
     * Share of positive returns among those that are not 0.
     *
     * @return 0 to 1.
     */
    public double positiveShareOfMoves() {
        return Ratio.of(positive, positive + negative);
    }

    /**
     * Kelly's share of a bet that wins and loses as these returns did on average; those that are 0 do not count.
     *
     * @return may be negative: do not play.
     */
    public double kelly() {
        return Ratio.kelly(positiveShareOfMoves(), Ratio.of(Ratio.of(gains, positive), Ratio.of(-losses, negative)));
    }

    /**
     * Kelly's share where returns are small and many: mean over variance.
     *
     * @return NaN if returns do not vary.
     */
    public double kellyOfMoments() {
        return Ratio.of(moments.mean(), moments.deviation() * moments.deviation());
    }
}
