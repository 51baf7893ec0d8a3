package reprise.guard;

import reprise.state.StateExchange;

/**
 * How old the last input of a stream is, in open time. Begins with the first input: what never came cannot be late. Part of replayed
 * state.
 */
final class Freshness {
    private final GuardCheck check;
    private final OpenTime openTime;
    private final Verdicts verdicts;
    private long dataTimeNs;
    private long limitNs;
    private long deadlineNs = Long.MAX_VALUE;

    Freshness(final GuardCheck check, final OpenTime openTime, final Verdicts verdicts) {
        this.check = check;
        this.openTime = openTime;
        this.verdicts = verdicts;
    }

    /** An input came that is of a time; one that is older than the last takes nothing back. */
    void arrived(final long nowNs, final long timeNs, final long newLimitNs) {
        if (newLimitNs <= 0) {
            return;
        }
        dataTimeNs = isStale() ? timeNs : Math.max(dataTimeNs, timeNs);
        limitNs = newLimitNs;
        deadlineNs = openTime.after(dataTimeNs, limitNs);
        evaluate(nowNs);
    }

    /** Time passed: the data may have become stale. Called when the deadline is due, and with every input. */
    void evaluate(final long nowNs) {
        final boolean stale = deadlineNs != Long.MAX_VALUE && nowNs >= deadlineNs;
        if (stale != isStale()) {
            if (stale) {
                verdicts.count(check);
            }
            verdicts.set(check, stale ? Verdict.FAIL : Verdict.OK, openTime.between(dataTimeNs, nowNs), limitNs);
        }
    }

    boolean isStale() {
        return verdicts.isFailed(check);
    }

    /** When it will be stale, or never if it is or nothing came. */
    long nextDeadlineNs() {
        return isStale() ? Long.MAX_VALUE : deadlineNs;
    }

    void state(final StateExchange state) {
        dataTimeNs = state.field("dataTimeNs", dataTimeNs);
        limitNs = state.field("limitNs", limitNs);
        deadlineNs = state.field("deadlineNs", deadlineNs);
    }
}
