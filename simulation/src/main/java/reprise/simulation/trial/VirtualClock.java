package reprise.simulation.trial;

import reprise.pipeline.TimeSource;

/** The time of a trial, and what the engine's clock makes of it: it may be off, and jump. */
final class VirtualClock implements TimeSource {
    private long nowNs;
    private long errorNs;

    VirtualClock(final long startNs) {
        nowNs = startNs;
    }

    /** What time it is. */
    long nowNs() {
        return nowNs;
    }

    /** Time passes; never backwards. */
    void advanceTo(final long timeNs) {
        nowNs = Math.max(nowNs, timeNs);
    }

    /** The engine's clock jumps. */
    void jump(final long byNs) {
        errorNs += byNs;
    }

    /** The engine's clock is right again. */
    void repair() {
        errorNs = 0;
    }

    @Override
    public long timeNs(final long sourceTimeNs) {
        return nowNs + errorNs;
    }
}
