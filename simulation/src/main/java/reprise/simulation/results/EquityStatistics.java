package reprise.simulation.results;

import reprise.research.performance.AnnualReturn;

/**
 * Statistics of an equity curve, point by point, in constant memory. Returns are simple returns from point to point; drawdowns count from
 * the first point on. Undefined is NaN. Allocates nothing per point.
 */
final class EquityStatistics {
    private static final double DAY_NS = 86_400e9;
    private static final double YEAR_NS = 365.25 * DAY_NS;

    /** Less than this share of the squares is what rounding leaves of returns that are all the same. */
    private static final double NO_DEVIATION = 1e-15;

    private final CompensatedSum returnSum = new CompensatedSum();
    private final CompensatedSum squaredReturns = new CompensatedSum();
    private final CompensatedSum squaredLosses = new CompensatedSum();
    private long returns;
    private boolean returnsDefined = true;
    private long firstTimeNs;
    private long firstEquity;
    private long lastTimeNs;
    private long lastEquity;
    private long peakEquity;
    private long peakTimeNs;
    private long lowestSincePeak;
    private double maxDrawdown;
    private long deepestPeakEquity;
    private long deepestStartNs;
    private long deepestTroughNs;
    private long deepestEndNs;
    private boolean hasDrawdown;

    /** The first point. */
    void begin(final long timeNs, final long equity) {
        firstTimeNs = timeNs;
        firstEquity = equity;
        lastTimeNs = timeNs;
        lastEquity = equity;
        peak(timeNs, equity);
    }

    private void peak(final long timeNs, final long equity) {
        peakEquity = equity;
        peakTimeNs = timeNs;
        lowestSincePeak = equity;
    }

    /** The next point. */
    void add(final long timeNs, final long equity) {
        addReturn(equity);
        lastTimeNs = timeNs;
        lastEquity = equity;
        addDrawdown(timeNs, equity);
    }

    /** The last point so many times again, the last of them at a time. */
    void repeat(final long timeNs, final long times) {
        if (lastEquity > 0) {
            returns += times;
        } else {
            returnsDefined = false;
        }
        lastTimeNs = timeNs;
        if (lastEquity == peakEquity) {
            peak(timeNs, lastEquity);
        }
    }

    private void addReturn(final long equity) {
        if (lastEquity <= 0) {
            // After ruin there is no return; a statistic over the others would hide it.
            returnsDefined = false;
            return;
        }
        returns++;
        if (equity == lastEquity) {
            // As at most points: a return of nothing adds nothing to any sum.
            return;
        }
        // The difference of two integers is exact, the quotient of the prices minus one is not.
        final double value = (double) (equity - lastEquity) / lastEquity;
        final double square = value * value;
        returnSum.add(value);
        squaredReturns.add(square);
        // A gain adds nothing; which of the two it is no processor predicts, so that it is no branch.
        final double loss = Math.min(value, 0);
        squaredLosses.add(loss * loss);
    }

    private void addDrawdown(final long timeNs, final long equity) {
        if (hasDrawdown && deepestEndNs == DrawdownSpan.NOT_RECOVERED && equity >= deepestPeakEquity) {
            deepestEndNs = timeNs;
        }
        if (equity >= peakEquity) {
            peak(timeNs, equity);
        } else if (equity < lowestSincePeak) {
            lowestSincePeak = equity;
            addDepth(timeNs, equity);
        }
    }

    private void addDepth(final long timeNs, final long equity) {
        final double depth = below(equity);
        if (depth < maxDrawdown) {
            maxDrawdown = depth;
            hasDrawdown = true;
            deepestPeakEquity = peakEquity;
            deepestStartNs = peakTimeNs;
            deepestTroughNs = timeNs;
            deepestEndNs = DrawdownSpan.NOT_RECOVERED;
        }
    }

    private double below(final long equity) {
        return peakEquity > 0 ? (double) (equity - peakEquity) / peakEquity : Double.NaN;
    }

    long firstTimeNs() {
        return firstTimeNs;
    }

    long firstEquity() {
        return firstEquity;
    }

    long lastTimeNs() {
        return lastTimeNs;
    }

    long lastEquity() {
        return lastEquity;
    }

    long returns() {
        return returns;
    }

    /** Of the last point: how far below the highest before it, 0 or negative. */
    double drawdown() {
        return lastEquity == peakEquity ? 0 : below(lastEquity);
    }

    double totalReturn() {
        return firstEquity > 0 ? (double) (lastEquity - firstEquity) / firstEquity : Double.NaN;
    }

    /** From the first point to the last, with a fraction. */
    double days() {
        return (lastTimeNs - firstTimeNs) / DAY_NS;
    }

    /** By the calendar, with years of 365.25 days; NaN where {@link AnnualReturn} has none. */
    double cagr() {
        return AnnualReturn.isDefined(days()) ? extrapolatedCagr() : Double.NaN;
    }

    /** The formula alone, of however few days. */
    double extrapolatedCagr() {
        final double years = (lastTimeNs - firstTimeNs) / YEAR_NS;
        if (years <= 0 || firstEquity <= 0 || lastEquity < 0) {
            return Double.NaN;
        }
        return StrictMath.pow((double) lastEquity / firstEquity, 1 / years) - 1;
    }

    double meanReturn() {
        return returnsDefined && returns > 0 ? returnSum.value() / returns : Double.NaN;
    }

    /** With n - 1. */
    double deviation() {
        return returnsDefined && returns > 1 ? Math.sqrt(squaredDeviations() / (returns - 1)) : Double.NaN;
    }

    /** Sums are compensated and a mean return is small beside its deviation, so nothing is lost by taking one square from the other. */
    private double squaredDeviations() {
        final double squares = squaredReturns.value();
        final double sum = returnSum.value();
        final double deviations = squares - sum * sum / returns;
        return deviations > NO_DEVIATION * squares ? deviations : 0;
    }

    double annualVolatility(final double periodsPerYear) {
        return deviation() * Math.sqrt(periodsPerYear);
    }

    double sharpe(final double periodsPerYear) {
        final double deviation = deviation();
        return deviation > 0 ? meanReturn() / deviation * Math.sqrt(periodsPerYear) : Double.NaN;
    }

    /** NaN of a single return: that of one loss would be -1 period, whatever was lost. */
    double sortino(final double periodsPerYear) {
        return returns > 1 ? extrapolatedSortino(periodsPerYear) : Double.NaN;
    }

    /** The formula alone, of one return too. */
    double extrapolatedSortino(final double periodsPerYear) {
        final double losses = squaredLosses.value();
        return returnsDefined && losses > 0
                ? meanReturn() / Math.sqrt(losses / returns) * Math.sqrt(periodsPerYear)
                : Double.NaN;
    }

    /** Negative, or 0. */
    double maxDrawdown() {
        return firstEquity > 0 ? maxDrawdown : Double.NaN;
    }

    double calmar() {
        return overDrawdown(cagr());
    }

    double overDrawdown(final double growth) {
        return hasDrawdown ? growth / -maxDrawdown : Double.NaN;
    }

    DrawdownSpan deepestDrawdown() {
        return hasDrawdown ? new DrawdownSpan(deepestStartNs, deepestTroughNs, deepestEndNs) : DrawdownSpan.NONE;
    }
}
