package reprise.simulation.results;

/**
 * Statistics of an equity curve, point by point, in constant memory. Returns are simple returns from point to point; drawdowns count from
 * the first point on. Undefined is NaN. Allocates nothing per point.
 */
final class EquityStatistics {
    private static final double YEAR_NS = 365.25 * 86_400e9;

    private final CompensatedSum returnSum = new CompensatedSum();
    private final CompensatedSum squaredDeviations = new CompensatedSum();
    private final CompensatedSum squaredLosses = new CompensatedSum();
    private long returns;
    private boolean returnsDefined = true;
    private long firstTimeNs;
    private long firstEquity;
    private long lastTimeNs;
    private long lastEquity;
    private long peakEquity;
    private long peakTimeNs;
    private double drawdown;
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
        peakEquity = equity;
        peakTimeNs = timeNs;
    }

    /** The next point. */
    void add(final long timeNs, final long equity) {
        addReturn(equity);
        lastTimeNs = timeNs;
        lastEquity = equity;
        addDrawdown(timeNs, equity);
    }

    private void addReturn(final long equity) {
        if (lastEquity <= 0) {
            // After ruin there is no return; a statistic over the others would hide it.
            returnsDefined = false;
            return;
        }
        // The difference of two integers is exact, the quotient of the prices minus one is not.
        final double value = (double) (equity - lastEquity) / lastEquity;
        final double meanBefore = returns == 0 ? 0 : returnSum.value() / returns;
        returns++;
        returnSum.add(value);
        squaredDeviations.add((value - meanBefore) * (value - returnSum.value() / returns));
        if (value < 0) {
            squaredLosses.add(value * value);
        }
    }

    private void addDrawdown(final long timeNs, final long equity) {
        if (hasDrawdown && deepestEndNs == DrawdownSpan.NOT_RECOVERED && equity >= deepestPeakEquity) {
            deepestEndNs = timeNs;
        }
        if (equity >= peakEquity) {
            peakEquity = equity;
            peakTimeNs = timeNs;
            drawdown = 0;
            return;
        }
        drawdown = peakEquity > 0 ? (double) (equity - peakEquity) / peakEquity : Double.NaN;
        if (drawdown < maxDrawdown) {
            maxDrawdown = drawdown;
            hasDrawdown = true;
            deepestPeakEquity = peakEquity;
            deepestStartNs = peakTimeNs;
            deepestTroughNs = timeNs;
            deepestEndNs = DrawdownSpan.NOT_RECOVERED;
        }
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
        return drawdown;
    }

    double totalReturn() {
        return firstEquity > 0 ? (double) (lastEquity - firstEquity) / firstEquity : Double.NaN;
    }

    /** By the calendar, with years of 365.25 days. */
    double cagr() {
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
        return returnsDefined && returns > 1
                ? Math.sqrt(Math.max(squaredDeviations.value(), 0) / (returns - 1))
                : Double.NaN;
    }

    double annualVolatility(final double periodsPerYear) {
        return deviation() * Math.sqrt(periodsPerYear);
    }

    double sharpe(final double periodsPerYear) {
        final double deviation = deviation();
        return deviation > 0 ? meanReturn() / deviation * Math.sqrt(periodsPerYear) : Double.NaN;
    }

    double sortino(final double periodsPerYear) {
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
        return hasDrawdown ? cagr() / -maxDrawdown : Double.NaN;
    }

    DrawdownSpan deepestDrawdown() {
        return hasDrawdown ? new DrawdownSpan(deepestStartNs, deepestTroughNs, deepestEndNs) : DrawdownSpan.NONE;
    }
}
