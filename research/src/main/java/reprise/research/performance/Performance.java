package reprise.research.performance;

import reprise.research.statistics.LinearFit;

/**
 * All that an equity curve says.
 *
 * @param curve what the account was worth.
 * @param returns statistics of its returns.
 * @param drawdowns its stretches below a peak.
 */
public record Performance(EquityCurve curve, ReturnStatistics returns, Drawdowns drawdowns) {
    /**
     * Of a curve.
     *
     * @param curve points of equal distance.
     * @param periodsPerYear points a year.
     * @return what it was worth.
     */
    public static Performance of(final EquityCurve curve, final double periodsPerYear) {
        return new Performance(curve, ReturnStatistics.of(curve.returns(), periodsPerYear), Drawdowns.of(curve));
    }

    /**
     * Growth a year by the calendar over the greatest loss from a peak.
     *
     * @return NaN without a drawdown, and of less than {@link AnnualReturn#LEAST_DAYS} days.
     */
    public double calmar() {
        return Ratio.of(curve.cagr(), -drawdowns.maxDepth());
    }

    /**
     * Growth a year by the calendar over the ulcer index: Martin's ratio.
     *
     * @return NaN without a drawdown, and of less than {@link AnnualReturn#LEAST_DAYS} days.
     */
    public double martin() {
        return Ratio.of(curve.cagr(), drawdowns.ulcer());
    }

    /**
     * Total return over the greatest loss from a peak.
     *
     * @return NaN without a drawdown.
     */
    public double recoveryFactor() {
        return Ratio.of(curve.totalReturn(), -drawdowns.maxDepth());
    }

    /**
     * What can be lost in one period.
     *
     * @param level confidence, such as 0.95.
     * @return by three methods.
     */
    public ValueAtRisk valueAtRisk(final double level) {
        return ValueAtRisk.of(curve.returns(), level);
    }

    /**
     * How far the Sharpe ratio can be believed.
     *
     * @return inference about the ratio of one period.
     */
    public SharpeInference inference() {
        return SharpeInference.of(returns);
    }

    /**
     * How straight the logarithm of the curve is, from its second point on.
     *
     * @return r2 of a line through it; NaN of a curve of fewer than four points or that falls to 0.
     */
    public double stability() {
        final double[] logs = new double[curve.size() - 1];
        final double[] index = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = StrictMath.log(curve.equity(i + 1) / curve.equity(0));
            index[i] = i;
        }
        return LinearFit.of(logs, index).r2();
    }
}
