package reprise.simulation.report;

import java.util.Arrays;
import reprise.research.performance.EquityCurve;

/**
 * What the account was worth at the end of each UTC day, or hour, in which bars closed, and beside it a benchmark. A bar that closes at
 * midnight ends the day before. Grows by two numbers a period, up to a limit; what comes after that many periods is not kept.
 */
final class PeriodCloses {
    /** Days of eleven years, or more hours than are kept: most runs never need more room. */
    private static final int FIRST_SIZE = 4_096;

    private static final long NEVER = Long.MIN_VALUE;

    private final long periodNs;
    private final int limit;
    private long[] timesNs;
    private double[] equity;
    private double[] benchmark;
    private int size;
    private long lastBarNs = NEVER;
    private boolean overflowed;

    PeriodCloses(final long periodNs, final int limit) {
        this.periodNs = periodNs;
        this.limit = limit;
        timesNs = new long[Math.min(limit, FIRST_SIZE)];
        equity = new double[timesNs.length];
        benchmark = new double[timesNs.length];
    }

    /** The money that the run begins with. */
    void begin(final long timeNs, final double equityNow, final double benchmarkNow) {
        append(timeNs, equityNow, benchmarkNow);
    }

    /** A bar closes; both values are those from before it. */
    void onBar(final long closeTimeNs, final double equityBefore, final double benchmarkBefore) {
        if (lastBarNs != NEVER && period(closeTimeNs) != period(lastBarNs)) {
            append(lastBarNs, equityBefore, benchmarkBefore);
        }
        lastBarNs = closeTimeNs;
    }

    private long period(final long closeTimeNs) {
        return Math.floorDiv(closeTimeNs - 1, periodNs);
    }

    /** No bar will come any more. */
    void finish(final double equityNow, final double benchmarkNow) {
        if (lastBarNs != NEVER) {
            append(lastBarNs, equityNow, benchmarkNow);
        }
    }

    private void append(final long timeNs, final double equityNow, final double benchmarkNow) {
        if (size == limit) {
            overflowed = true;
            return;
        }
        if (size == timesNs.length) {
            timesNs = Arrays.copyOf(timesNs, 2 * size);
            equity = Arrays.copyOf(equity, 2 * size);
            benchmark = Arrays.copyOf(benchmark, 2 * size);
        }
        timesNs[size] = timeNs;
        equity[size] = equityNow;
        benchmark[size] = benchmarkNow;
        size++;
    }

    /** Whether the run had more periods than are kept. */
    boolean overflowed() {
        return overflowed;
    }

    /** How long a period is, nanoseconds. */
    long periodNs() {
        return periodNs;
    }

    /** Periods that are over; the beginning is not counted. */
    int count() {
        return Math.max(0, size - 1);
    }

    EquityCurve equity() {
        return EquityCurve.of(Arrays.copyOf(timesNs, size), Arrays.copyOf(equity, size));
    }

    EquityCurve benchmark() {
        return EquityCurve.of(Arrays.copyOf(timesNs, size), Arrays.copyOf(benchmark, size));
    }
}
