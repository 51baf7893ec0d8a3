package reprise.research.performance;

import java.util.Arrays;

/** What an account was worth at some times, in order. The first point is the money it began with. */
public final class EquityCurve {
    private static final double DAY_NS = 86_400e9;
    private static final double YEAR_DAYS = 365.25;

    private final long[] timesNs;
    private final double[] equity;

    private EquityCurve(final long[] timesNs, final double[] equity) {
        this.timesNs = timesNs;
        this.equity = equity;
    }

    /**
     * Copies both arrays.
     *
     * @param timesNs nanoseconds since the epoch, each later than the one before.
     * @param equity money, one a time, finite; what comes after 0 or less has no return.
     * @return the curve.
     */
    public static EquityCurve of(final long[] timesNs, final double[] equity) {
        if (timesNs.length != equity.length || equity.length == 0) {
            throw new IllegalArgumentException(
                    "as many times as points expected, at least one; got " + timesNs.length + " and " + equity.length);
        }
        for (int i = 0; i < equity.length; i++) {
            if (!Double.isFinite(equity[i])) {
                throw new IllegalArgumentException("equity at point " + i + " is " + equity[i]);
            }
            if (i > 0 && timesNs[i] <= timesNs[i - 1]) {
                throw new IllegalArgumentException(
                        "point " + i + " at " + timesNs[i] + " is not later than the one at " + timesNs[i - 1]);
            }
        }
        return new EquityCurve(timesNs.clone(), equity.clone());
    }

    /**
     * Number of points.
     *
     * @return one more than there are returns.
     */
    public int size() {
        return equity.length;
    }

    /**
     * When a point was.
     *
     * @param index 0 for the first.
     * @return nanoseconds since the epoch.
     */
    public long timeNs(final int index) {
        return timesNs[index];
    }

    /**
     * What the account was worth.
     *
     * @param index 0 for the first.
     * @return money.
     */
    public double equity(final int index) {
        return equity[index];
    }

    /**
     * Simple returns from point to point.
     *
     * @return a new array, one shorter than the curve; NaN after a point at or below 0.
     */
    public double[] returns() {
        final double[] returns = new double[equity.length - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = growth(i, i + 1);
        }
        return returns;
    }

    /**
     * The whole of it.
     *
     * @return last over first, less 1.
     */
    public double totalReturn() {
        return growth(0, equity.length - 1);
    }

    /** The difference before the quotient: it keeps the digits that a quotient near 1 has not. */
    double growth(final int from, final int to) {
        return equity[from] > 0 ? (equity[to] - equity[from]) / equity[from] : Double.NaN;
    }

    /**
     * Time from the first to the last point.
     *
     * @return days, with a fraction.
     */
    public double days() {
        return (timesNs[timesNs.length - 1] - timesNs[0]) / DAY_NS;
    }

    /**
     * Compound annual growth by the calendar, with years of 365.25 days.
     *
     * @return -1 after ruin; NaN of less than {@link AnnualReturn#LEAST_DAYS} days.
     */
    public double cagr() {
        return AnnualReturn.isDefined(days()) ? extrapolatedCagr() : Double.NaN;
    }

    /** The formula alone, of however few days. */
    double extrapolatedCagr() {
        return compounded(YEAR_DAYS / days());
    }

    /**
     * Compound annual growth by the number of returns, as libraries have it that do not look at times, nor ask how few returns there are.
     *
     * @param periodsPerYear returns a year.
     * @return -1 after ruin; NaN of a single point.
     */
    public double cagrByPeriods(final double periodsPerYear) {
        return compounded(periodsPerYear / (equity.length - 1));
    }

    private double compounded(final double exponent) {
        final double last = equity[equity.length - 1];
        if (equity.length < 2 || equity[0] <= 0 || last < 0) {
            return Double.NaN;
        }
        return StrictMath.pow(last / equity[0], exponent) - 1;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof EquityCurve curve
                && Arrays.equals(timesNs, curve.timesNs)
                && Arrays.equals(equity, curve.equity);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(timesNs) + Arrays.hashCode(equity);
    }
}
