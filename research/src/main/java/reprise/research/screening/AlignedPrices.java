package reprise.research.screening;

import java.util.Arrays;

/**
 * Two series at the times they have in common. A bar without a partner is left out and counted, never filled in: a price of the past beside
 * one of the present makes a spread that nobody could have traded.
 */
public final class AlignedPrices {
    private static final double NS_PER_HOUR = 3_600e9;

    private final long[] timesNs;
    private final double[] first;
    private final double[] second;
    private final int dropped;

    private AlignedPrices(final long[] timesNs, final double[] first, final double[] second, final int dropped) {
        this.timesNs = timesNs;
        this.first = first;
        this.second = second;
        this.dropped = dropped;
    }

    /**
     * Joins two series.
     *
     * @param a first.
     * @param b second.
     * @return the bars that closed at the same time.
     */
    public static AlignedPrices of(final PriceSeries a, final PriceSeries b) {
        if (a.hasTimesOf(b)) {
            return new AlignedPrices(a.timesNs(), a.logPrices(), b.logPrices(), 0);
        }
        final int most = Math.min(a.length(), b.length());
        final long[] times = new long[most];
        final double[] first = new double[most];
        final double[] second = new double[most];
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            if (a.timeNs(i) < b.timeNs(j)) {
                i++;
            } else if (a.timeNs(i) > b.timeNs(j)) {
                j++;
            } else {
                times[common] = a.timeNs(i);
                first[common] = a.logPrice(i++);
                second[common++] = b.logPrice(j++);
            }
        }
        return new AlignedPrices(
                Arrays.copyOf(times, common),
                Arrays.copyOf(first, common),
                Arrays.copyOf(second, common),
                a.length() + b.length() - 2 * common);
    }

    /**
     * How many bars both have.
     *
     * @return 0 or more.
     */
    public int length() {
        return timesNs.length;
    }

    /**
     * How many bars of either have no partner.
     *
     * @return 0 or more.
     */
    public int dropped() {
        return dropped;
    }

    /**
     * When a common bar closed.
     *
     * @param bar from 0.
     * @return nanoseconds since the epoch.
     */
    public long timeNs(final int bar) {
        return timesNs[bar];
    }

    /**
     * Log prices of the first.
     *
     * @return a copy.
     */
    public double[] first() {
        return first.clone();
    }

    /**
     * Log prices of the second.
     *
     * @return a copy.
     */
    public double[] second() {
        return second.clone();
    }

    /**
     * The usual time from one common bar to the next: the middle one of all steps, so that nights and gaps do not count.
     *
     * @return hours; NaN for fewer than two bars.
     */
    public double barHours() {
        if (timesNs.length < 2) {
            return Double.NaN;
        }
        final long[] steps = new long[timesNs.length - 1];
        Arrays.setAll(steps, i -> timesNs[i + 1] - timesNs[i]);
        Arrays.sort(steps);
        return steps[steps.length / 2] / NS_PER_HOUR;
    }

    /** The arrays themselves, for readers in this package who leave them as they are. */
    double[] firstShared() {
        return first;
    }

    double[] secondShared() {
        return second;
    }
}
