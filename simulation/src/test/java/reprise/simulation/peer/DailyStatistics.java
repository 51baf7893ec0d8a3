package reprise.simulation.peer;

/** Statistics of an equity by days, as PyAlgoTrade and others define them. */
final class DailyStatistics {
    private static final double DAYS_A_YEAR = 252;

    private final double[] equity;

    /** The first value is what there was before the first day. */
    DailyStatistics(final double start, final double[] days) {
        equity = new double[days.length + 1];
        equity[0] = start;
        System.arraycopy(days, 0, equity, 1, days.length);
    }

    /** Mean excess over a yearly rate, per deviation with ddof 1, by the root of the days of a year. */
    double sharpe(final double yearlyRate) {
        final int n = equity.length - 1;
        double mean = 0;
        for (int i = 1; i <= n; i++) {
            mean += excess(i, yearlyRate) / n;
        }
        double squares = 0;
        for (int i = 1; i <= n; i++) {
            final double deviation = excess(i, yearlyRate) - mean;
            squares += deviation * deviation;
        }
        return mean / Math.sqrt(squares / (n - 1)) * Math.sqrt(DAYS_A_YEAR);
    }

    private double excess(final int day, final double yearlyRate) {
        return equity[day] / equity[day - 1] - 1 - yearlyRate / DAYS_A_YEAR;
    }

    double returned() {
        return equity[equity.length - 1] / equity[0] - 1;
    }

    /** Positive. */
    double maxDrawdown() {
        double peak = 0;
        double worst = 0;
        for (final double value : equity) {
            peak = Math.max(peak, value);
            worst = Math.max(worst, 1 - value / peak);
        }
        return worst;
    }

    /**
     * By how much a Sharpe ratio may differ if each value of the equity is right to a share of itself: each return is right to twice as
     * much, and so are their mean and their deviation.
     */
    double sharpeBound(final double relative) {
        final int n = equity.length - 1;
        final double plain = sharpe(0) / Math.sqrt(DAYS_A_YEAR);
        double mean = 0;
        for (int i = 1; i <= n; i++) {
            mean += excess(i, 0) / n;
        }
        return Math.sqrt(DAYS_A_YEAR) * 2 * relative * (1 + Math.abs(plain)) * Math.abs(plain / mean);
    }

    /** Days from a peak to the last value below it, the longest. */
    long longestDrawdownDays(final long[] days) {
        double peak = equity[0];
        long peakDay = days[0];
        long longest = 0;
        for (int i = 0; i < days.length; i++) {
            if (equity[i + 1] >= peak) {
                peak = equity[i + 1];
                peakDay = days[i];
            }
            longest = Math.max(longest, days[i] - peakDay);
        }
        return longest;
    }
}
