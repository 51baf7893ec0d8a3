package reprise.guard;

import reprise.state.StateExchange;

/** Checks the venue's bars of one instrument. Part of replayed state. */
final class BarGuard {
    private final GuardLimits limits;
    private final OpenTime openTime;
    private final Verdicts verdicts;
    private final Freshness freshness;
    private final LastingCheck jump;
    private final LastingCheck gap;
    private long lastCloseTimeNs;
    private long lastPeriodNs;
    private long lastOpen;
    private long lastHigh;
    private long lastLow;
    private long lastClose;
    private long lastVolume;
    private long stalePeriodNs;
    private long staleNs;

    BarGuard(final GuardLimits limits, final OpenTime openTime, final Verdicts verdicts) {
        this.limits = limits;
        this.openTime = openTime;
        this.verdicts = verdicts;
        freshness = new Freshness(GuardCheck.STALE_BAR, openTime, verdicts);
        final int heal = limits.healBars();
        jump = new LastingCheck(GuardCheck.BAR_JUMP, verdicts, heal, limits.jumpWarnPpm(), limits.jumpFailPpm());
        gap = new LastingCheck(GuardCheck.GAP, verdicts, heal, limits.gapWarnBars(), limits.gapFailBars());
    }

    /** Whether a sound bar goes on: compares it with the one before. */
    boolean accepts(
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        if (closeTimeNs < lastCloseTimeNs) {
            return outOfOrder(lastCloseTimeNs - closeTimeNs);
        }
        outOfOrder(0);
        final boolean again = closeTimeNs == lastCloseTimeNs && periodNs == lastPeriodNs;
        final boolean differs = again && differs(open, high, low, close, volume);
        verdicts.judge(GuardCheck.DUPLICATE_BAR, again, differs ? Verdict.FAIL : Verdict.WARN, differs ? 1 : 0, 0);
        if (again) {
            return verdicts.drop();
        }
        if (lastCloseTimeNs > 0) {
            gap.judge(openTime.barsBetween(lastCloseTimeNs, closeTimeNs - periodNs, periodNs));
            jump.judgeDistance(close, lastClose);
        }
        lastCloseTimeNs = closeTimeNs;
        lastPeriodNs = periodNs;
        lastOpen = open;
        lastHigh = high;
        lastLow = low;
        lastClose = close;
        lastVolume = volume;
        return true;
    }

    /** Whether a bar could be one, whatever came before. */
    boolean isSound(
            final long closeTimeNs,
            final long periodNs,
            final long open,
            final long high,
            final long low,
            final long close,
            final long volume) {
        final long lowest = Math.min(Math.min(open, close), Math.min(high, low));
        final long highest = Math.max(Math.max(open, close), high);
        final boolean inconsistent = lowest < low || highest > high || periodNs <= 0 || closeTimeNs <= 0;
        return !(verdicts.judge(GuardCheck.BAR_PRICE, lowest <= 0, Verdict.FAIL, lowest, 1)
                | verdicts.judge(GuardCheck.BAR_VOLUME, volume < 0, Verdict.FAIL, volume, 0)
                | verdicts.judge(GuardCheck.INCONSISTENT_BAR, inconsistent, Verdict.FAIL, periodNs, 1));
    }

    /** Whether a bar closes at a time that can be. */
    boolean isFinished(final long nowNs, final long closeTimeNs) {
        return QuoteGuard.isUsable(verdicts, limits, nowNs, closeTimeNs);
    }

    /** A bar was taken. */
    void arrived(final long nowNs) {
        if (limits.staleBars() == 0) {
            return;
        }
        if (stalePeriodNs != lastPeriodNs) {
            stalePeriodNs = lastPeriodNs;
            staleNs = Math.addExact(
                    Math.multiplyExact(limits.staleBars(), openTime.within(lastPeriodNs)), limits.barDelayNs());
        }
        freshness.arrived(nowNs, Math.min(nowNs, lastCloseTimeNs), staleNs);
    }

    private boolean outOfOrder(final long byNs) {
        return verdicts.judge(GuardCheck.OUT_OF_ORDER_BAR, byNs > 0, Verdict.WARN, byNs, 0) && verdicts.drop();
    }

    private boolean differs(final long open, final long high, final long low, final long close, final long volume) {
        return open != lastOpen || high != lastHigh || low != lastLow || close != lastClose || volume != lastVolume;
    }

    /** The operator has looked at it. */
    void acknowledge() {
        jump.acknowledge();
        gap.acknowledge();
    }

    Freshness freshness() {
        return freshness;
    }

    void state(final StateExchange state) {
        lastCloseTimeNs = state.field("lastCloseTimeNs", lastCloseTimeNs);
        lastPeriodNs = state.field("lastPeriodNs", lastPeriodNs);
        lastOpen = state.field("lastOpen", lastOpen);
        lastHigh = state.field("lastHigh", lastHigh);
        lastLow = state.field("lastLow", lastLow);
        lastClose = state.field("lastClose", lastClose);
        lastVolume = state.field("lastVolume", lastVolume);
        jump.state(state);
        gap.state(state);
        freshness.state(state);
    }
}
