package reprise.research.screening;

import reprise.research.statistics.EngleGranger;
import reprise.research.statistics.EngleGrangerResult;
import reprise.research.statistics.HalfLife;
import reprise.research.statistics.LagRule;
import reprise.research.statistics.LinearFit;
import reprise.research.statistics.MeanCrossings;
import reprise.research.statistics.Trend;

/**
 * One leg explained by the other: {@code spread = ln(price1) - alpha - hedgeRatio ln(price2)}.
 *
 * @param fit of the line.
 * @param cointegration whether the spread comes back.
 * @param halfLife how fast.
 * @param crossings of the spread through its mean.
 * @param z the last spread, in standard deviations (n - 1) of the last ones from their mean; NaN for fewer bars than that.
 */
public record SpreadStatistics(
        LinearFit fit, EngleGrangerResult cointegration, HalfLife halfLife, int crossings, double z) {
    /**
     * Measures.
     *
     * @param y log prices of the explained leg.
     * @param x log prices of the other, as long.
     * @param lags for the test.
     * @param window bars over which z is taken, 2 or more.
     * @return all of it; NaN where undefined.
     */
    public static SpreadStatistics of(final double[] y, final double[] x, final LagRule lags, final int window) {
        final LinearFit fit = LinearFit.of(y, x);
        final double[] spread = fit.residuals(y, x);
        return new SpreadStatistics(
                fit,
                EngleGranger.regress(y, x, Trend.CONSTANT).test(lags),
                HalfLife.of(spread),
                MeanCrossings.count(spread),
                z(spread, window));
    }

    private static double z(final double[] spread, final int window) {
        if (spread.length < window) {
            return Double.NaN;
        }
        double mean = 0;
        for (int i = spread.length - window; i < spread.length; i++) {
            mean += spread[i] / window;
        }
        double squares = 0;
        for (int i = spread.length - window; i < spread.length; i++) {
            squares += (spread[i] - mean) * (spread[i] - mean);
        }
        return squares > 0 ? (spread[spread.length - 1] - mean) / Math.sqrt(squares / (window - 1)) : Double.NaN;
    }
}
