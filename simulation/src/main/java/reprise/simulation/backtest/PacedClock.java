package reprise.simulation.backtest;

import reprise.pipeline.TimeSource;

/**
 * A clock for runs that play data at a multiple of real time: the data's first moment is now, and time passes {@code speed} times as fast
 * as on the wall. Not part of the core: it is what stands in a run for the wall clock. Read by the feeding and the sequencing thread.
 */
public final class PacedClock implements Pace, TimeSource {
    private final double speed;
    private final long tickNs;
    private long startDataTimeNs;
    private volatile long startNanoTime;

    /**
     * A clock that stands still until the data begins.
     *
     * @param speed 1 for real time, 60 for a minute a second.
     * @param tickNs wall time between two clock ticks when nothing else happens, nanoseconds.
     */
    public PacedClock(final double speed, final long tickNs) {
        if (!(speed > 0) || Double.isInfinite(speed) || tickNs <= 0) {
            throw new IllegalArgumentException("impossible pace: speed=" + speed + ", tickNs=" + tickNs);
        }
        this.speed = speed;
        this.tickNs = tickNs;
    }

    @Override
    public TimeSource timeSource() {
        return this;
    }

    @Override
    public void begin(final long dataTimeNs) {
        startDataTimeNs = dataTimeNs;
        // The volatile write comes last: whoever sees it sees the data time too.
        startNanoTime = System.nanoTime();
    }

    @Override
    public long timeNs(final long sourceTimeNs) {
        final long start = startNanoTime;
        return startDataTimeNs + (long) ((System.nanoTime() - start) * speed);
    }

    @Override
    public long waitNs(final long dataTimeNs) {
        final long remainingNs = dataTimeNs - timeNs(0);
        // Never 0 before the moment: an event must not be stamped with a time before its own.
        return remainingNs <= 0 ? 0 : 1 + (long) (remainingNs / speed);
    }

    @Override
    public long tickNs() {
        return tickNs;
    }
}
