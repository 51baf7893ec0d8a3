package reprise.research.screening;

import reprise.research.statistics.LagRule;
import reprise.research.statistics.MultipleTesting;

/**
 * What a pair must be to be accepted.
 *
 * @param minBars common bars, at least 30 for each period too.
 * @param minCorrelation of returns, -1 to 1: what is tested at all.
 * @param lags by what the number of lags of each test is chosen.
 * @param maxP of the Engle-Granger test, after the correction.
 * @param correction for the number of tests.
 * @param minHalfLife bars.
 * @param maxHalfLife bars.
 * @param minCrossings of the spread through its mean.
 * @param periods equal parts of the time in which the hedge ratio is estimated again; 1 for no such check.
 * @param maxDrift by how much the hedge ratio of a part may differ from that of the whole, as a fraction of it.
 */
public record ScreenCriteria(
        int minBars,
        double minCorrelation,
        LagRule.Choice lags,
        double maxP,
        MultipleTesting correction,
        double minHalfLife,
        double maxHalfLife,
        int minCrossings,
        int periods,
        double maxDrift) {
    /** What is used where nothing else is said. */
    public static final ScreenCriteria DEFAULT = new ScreenCriteria(
            100, 0.4, LagRule.Choice.AIC, 0.05, MultipleTesting.BENJAMINI_HOCHBERG, 2, 240, 10, 4, 0.5);

    private static final int MIN_PERIOD_BARS = 30;

    /** Checks the ranges. */
    public ScreenCriteria {
        require(minBars >= MIN_PERIOD_BARS, "minBars", minBars, MIN_PERIOD_BARS + " or more");
        require(minCorrelation >= -1 && minCorrelation <= 1, "minCorrelation", minCorrelation, "-1 to 1");
        require(lags != LagRule.Choice.FIXED, "lags", "FIXED", "chosen by AIC, BIC or T_STATISTIC");
        require(maxP > 0 && maxP <= 1, "maxP", maxP, "above 0, at most 1");
        require(minHalfLife > 0, "minHalfLife", minHalfLife, "above 0");
        require(maxHalfLife > minHalfLife, "maxHalfLife", maxHalfLife, "above the least, " + minHalfLife);
        require(minCrossings >= 0, "minCrossings", minCrossings, "0 or more");
        require(periods >= 1, "periods", periods, "1 or more");
        require(maxDrift > 0, "maxDrift", maxDrift, "above 0");
    }

    private static void require(final boolean condition, final String name, final Object value, final String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(name + " " + value + ": must be " + allowed);
        }
    }

    /**
     * The fewest common bars that all checks can work with.
     *
     * @return bars.
     */
    public int fewestBars() {
        return Math.max(minBars, MIN_PERIOD_BARS * periods);
    }
}
