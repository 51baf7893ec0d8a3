package reprise.risk;

import reprise.order.RejectReason;

/**
 * What the gate answered last: the reason, and the two numbers that decided. One object, overwritten by each answer, so that an answer
 * allocates nothing; no state.
 */
public final class RiskVerdict {
    private RejectReason reason = RejectReason.NONE;
    private long value;
    private long limit;

    RejectReason pass() {
        return refuse(RejectReason.NONE, 0, 0);
    }

    /**
     * Refuses because of a condition.
     *
     * @param newReason why not.
     * @return the reason.
     */
    public RejectReason refuse(final RejectReason newReason) {
        return refuse(newReason, 0, 0);
    }

    /**
     * Refuses because a value is beyond its limit.
     *
     * @param newReason why not.
     * @param newValue what was compared.
     * @param newLimit with what, in the same unit.
     * @return the reason.
     */
    public RejectReason refuse(final RejectReason newReason, final long newValue, final long newLimit) {
        reason = newReason;
        value = newValue;
        limit = newLimit;
        return newReason;
    }

    /**
     * The answer.
     *
     * @return NONE for a pass.
     */
    public RejectReason reason() {
        return reason;
    }

    /**
     * What was compared.
     *
     * @return in the unit of the limit; 0 where nothing was.
     */
    public long value() {
        return value;
    }

    /**
     * With what.
     *
     * @return 0 where there is no limit.
     */
    public long limit() {
        return limit;
    }
}
