package reprise.simulation.results;

import reprise.research.performance.AnnualReturn;

/**
 * How many bars came of those that a calendar's year has. Measures per bar are scaled by the calendar's number; where far fewer bars came,
 * as of a stock that hardly trades, each return spans several periods and the scale is too large.
 *
 * @param perYear bar times that came, scaled to a year of 365.25 days; NaN without bars.
 * @param periodsPerYear of the calendar.
 * @param days from the first bar to the last.
 */
public record BarDensity(double perYear, double periodsPerYear, double days) {
    /** As few as holidays and half days do not explain. */
    private static final double SPARSE = 0.9;

    private static final double DAY_NS = 86_400e9;
    private static final double DAYS_PER_YEAR = 365.25;

    /**
     * Of a run.
     *
     * @param statistics of it.
     * @return its density.
     */
    public static BarDensity of(final RunStatistics statistics) {
        final double days = (statistics.lastTimeNs() - statistics.firstTimeNs()) / DAY_NS;
        return new BarDensity(
                days > 0 ? statistics.barTimes() / days * DAYS_PER_YEAR : Double.NaN,
                statistics.metrics().periodsPerYear(),
                days);
    }

    /**
     * Whether measures per bar mislead; of less than a month nobody can say, for a weekend more or less weighs too much.
     *
     * @return whether clearly fewer bars came than the calendar has.
     */
    public boolean isSparse() {
        return AnnualReturn.isDefined(days) && perYear < SPARSE * periodsPerYear;
    }

    /**
     * How far the scale is too large.
     *
     * @return what volatility, Sharpe and Sortino per bar are too high by, as a factor.
     */
    public double inflation() {
        return Math.sqrt(periodsPerYear / perYear);
    }
}
