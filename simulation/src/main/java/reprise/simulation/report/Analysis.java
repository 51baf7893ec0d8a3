package reprise.simulation.report;

import reprise.research.performance.BenchmarkComparison;
import reprise.research.performance.EquityCurve;
import reprise.research.performance.Performance;
import reprise.research.performance.RollingSharpe;
import reprise.simulation.venue.TradingCalendar;

/**
 * The statistics of a run that need a point for each period: of its days, or of its hours where it has few days.
 *
 * @param periodName of one: day, hour.
 * @param periodsPerYear by the venue's calendar.
 * @param performance of the account.
 * @param returns of the account, one a period.
 * @param benchmark what buying and holding would have been worth.
 * @param comparison with that.
 * @param window periods that a rolling ratio is of.
 */
record Analysis(
        String periodName,
        double periodsPerYear,
        Performance performance,
        double[] returns,
        EquityCurve benchmark,
        BenchmarkComparison comparison,
        int window) {
    private static final int DAYS_LEAST = 60;
    /** A year of trading days, a quarter, a month. */
    private static final int[] WINDOWS = {252, 63, 21};

    private static final int WINDOW_SHARE = 4;

    /** Null of a run without returns. */
    static Analysis of(final ReportCollector collected, final TradingCalendar calendar) {
        final PeriodCloses days = collected.days();
        final PeriodCloses hours = collected.hours();
        final boolean isShort = days.count() < DAYS_LEAST && !hours.overflowed() && hours.count() > 2 * days.count();
        final PeriodCloses closes = isShort ? hours : days;
        if (closes.count() == 0) {
            return null;
        }
        final double periodsPerYear = calendar.barsPerYear(closes.periodNs());
        final EquityCurve curve = closes.equity();
        final double[] returns = curve.returns();
        final EquityCurve benchmark = closes.benchmark();
        return new Analysis(
                isShort ? "hour" : "day",
                periodsPerYear,
                Performance.of(curve, periodsPerYear),
                returns,
                benchmark,
                BenchmarkComparison.of(returns, benchmark.returns(), periodsPerYear),
                window(isShort, returns.length));
    }

    /** The longest that fits often enough into the run to move; in a run of hours, or of few days, a part of it. */
    private static int window(final boolean isShort, final int count) {
        for (final int days : WINDOWS) {
            if (!isShort && count >= WINDOW_SHARE * days) {
                return days;
            }
        }
        return Math.max(2, count / WINDOW_SHARE);
    }

    /** The rolling Sharpe ratio, one a return; NaN until the first window is full. */
    double[] rollingSharpe() {
        return RollingSharpe.of(returns, window, periodsPerYear);
    }
}
