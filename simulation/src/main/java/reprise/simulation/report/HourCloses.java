package reprise.simulation.report;

import java.util.Arrays;
import reprise.research.performance.EquityCurve;

/**
 * What the account was worth at the end of each UTC hour in which bars closed, for runs too short to say much by days; of longer ones no more
 * than the first hours are kept. A bar that closes on the hour ends the one before. Allocates nothing but at its making.
 */
final class HourCloses {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] timesNs;
    private final double[] equity;
    private int size;
    private long lastBarNs = NEVER;
    private boolean overflowed;

    HourCloses(final int limit) {
        timesNs = new long[limit];
        equity = new double[limit];
    }

    /** The money that the run begins with. */
    void begin(final long timeNs, final double equityNow) {
        append(timeNs, equityNow);
    }

    /** A bar closes; the account's worth is that from before it. A bar that was overtaken by a later one ends no hour again. */
    void onBar(final long closeTimeNs, final double equityBefore) {
        if (lastBarNs != NEVER && hourOf(closeTimeNs) > hourOf(lastBarNs)) {
            append(lastBarNs, equityBefore);
        }
        lastBarNs = Math.max(lastBarNs, closeTimeNs);
    }

    private static long hourOf(final long closeTimeNs) {
        return Math.floorDiv(closeTimeNs - 1, HOUR_NS);
    }

    /** No bar will come any more. */
    void finish(final double equityNow) {
        if (lastBarNs != NEVER) {
            append(lastBarNs, equityNow);
        }
    }

    private void append(final long timeNs, final double equityNow) {
        if (size == timesNs.length) {
            overflowed = true;
            return;
        }
        timesNs[size] = timeNs;
        equity[size] = equityNow;
        size++;
    }

    /** Whether the run had more hours than are kept. */
    boolean overflowed() {
        return overflowed;
    }

    /** Hours that are over; the beginning is not counted. */
    int count() {
        return Math.max(0, size - 1);
    }

    EquityCurve equity() {
        return EquityCurve.of(Arrays.copyOf(timesNs, size), Arrays.copyOf(equity, size));
    }
}
