package reprise.simulation.report;

import reprise.research.performance.EquityCurve;
import reprise.research.performance.RollingSharpe;
import reprise.simulation.results.RunMeasures;
import reprise.simulation.venue.TradingCalendar;

/**
 * The returns that the page draws: those of days, or of hours in a run that has few days.
 *
 * @param periodName day or hour.
 * @param curve of the account, a point a period.
 * @param window periods that the rolling Sharpe ratio looks back.
 * @param rollingSharpe one a return; NaN until the first window is full.
 */
record ReturnSeries(String periodName, EquityCurve curve, int window, double[] rollingSharpe) {
    private static final int DAYS_LEAST = 60;
    private static final int WINDOW_SHARE = 4;
    private static final long HOUR_NS = 3_600_000_000_000L;

    static ReturnSeries of(final RunMeasures measures, final HourCloses hours, final TradingCalendar calendar) {
        final int days = measures.daily().curve().size() - 1;
        if (days >= DAYS_LEAST || hours.overflowed() || hours.count() <= 2 * days) {
            return new ReturnSeries("day", measures.daily().curve(), measures.rollingDays(), measures.rollingSharpe());
        }
        final EquityCurve curve = hours.equity();
        final int window = Math.max(2, hours.count() / WINDOW_SHARE);
        return new ReturnSeries(
                "hour", curve, window, RollingSharpe.of(curve.returns(), window, calendar.barsPerYear(HOUR_NS)));
    }
}
