package reprise.simulation.results;

import java.util.List;
import reprise.research.performance.BenchmarkComparison;
import reprise.research.performance.MonthReturn;
import reprise.research.performance.Performance;
import reprise.research.performance.RollingSharpe;

/**
 * The full measures of a run, beside the usual ones of {@link Metrics}: from the equity at the end of each UTC day, from each trade, and from
 * each fill.
 *
 * @param daily of the account, by days.
 * @param benchmark what buying and holding would have come to, at the same times.
 * @param comparison of the daily returns of both.
 * @param trades ended trades.
 * @param costs of trading.
 * @param breakdown of ended trades.
 */
public record RunMeasures(
        Performance daily,
        Performance benchmark,
        BenchmarkComparison comparison,
        TradeMeasures trades,
        CostMeasures costs,
        Breakdown breakdown) {
    /** Numbers of independent trials that the Sharpe ratio is deflated for: a single run does not know how many there were. */
    public static final List<Integer> TRIALS = List.of(10, 100, 1_000);

    /** What the least number of days is asked for. */
    public static final double CONFIDENCE = 0.95;

    /** A quarter of a year of trading days. */
    private static final int ROLLING_DAYS_STOCKS = 63;

    private static final int ROLLING_DAYS_ALWAYS = 90;
    private static final int DAYS_ALWAYS = 365;

    /**
     * What the months earned.
     *
     * @return in order, by UTC.
     */
    public List<MonthReturn> months() {
        return MonthReturn.of(daily.curve());
    }

    /**
     * How many days the rolling Sharpe ratio looks back: a quarter of a year.
     *
     * @return 90 around the clock, 63 for stocks.
     */
    public int rollingDays() {
        return daily.returns().periodsPerYear() < DAYS_ALWAYS ? ROLLING_DAYS_STOCKS : ROLLING_DAYS_ALWAYS;
    }

    /**
     * The Sharpe ratio of the last quarter, as it moved.
     *
     * @return one a day after the first point; NaN before the first full quarter.
     */
    public double[] rollingSharpe() {
        return RollingSharpe.of(
                daily.curve().returns(), rollingDays(), daily.returns().periodsPerYear());
    }
}
