package reprise.simulation.results;

import java.util.Arrays;
import reprise.research.performance.EquityCurve;

/**
 * What the account and its benchmark were worth at the end of each UTC day with bars, after what they began with. Grows with the days, not
 * with the bars.
 */
final class DailySeries {
    private static final int FIRST_CAPACITY = 512;

    private long[] timesNs = new long[FIRST_CAPACITY];
    private double[] equity = new double[FIRST_CAPACITY];
    private double[] benchmark = new double[FIRST_CAPACITY];
    private int size;

    /**
     * A day ended. Where bars come out of order around midnight, a day can end again: the later word counts, and nothing comes before the
     * beginning.
     */
    void add(final long timeNs, final double equityThen, final double benchmarkThen) {
        while (size > 1 && timeNs <= timesNs[size - 1]) {
            size--;
        }
        if (size == 1 && timeNs <= timesNs[0]) {
            return;
        }
        if (size == timesNs.length) {
            timesNs = Arrays.copyOf(timesNs, 2 * size);
            equity = Arrays.copyOf(equity, 2 * size);
            benchmark = Arrays.copyOf(benchmark, 2 * size);
        }
        timesNs[size] = timeNs;
        equity[size] = equityThen;
        benchmark[size] = benchmarkThen;
        size++;
    }

    EquityCurve equity() {
        return curve(equity);
    }

    EquityCurve benchmark() {
        return curve(benchmark);
    }

    private EquityCurve curve(final double[] values) {
        return EquityCurve.of(Arrays.copyOf(timesNs, size), Arrays.copyOf(values, size));
    }
}
