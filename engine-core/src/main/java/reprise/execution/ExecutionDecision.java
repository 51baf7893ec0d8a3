package reprise.execution;

/** What an algorithm decided. Names and ordinals are stable. */
public enum ExecutionDecision {
    /** An order was sent. */
    SUBMITTED,
    /** An order would have been sent, but for a dry run. */
    WOULD_SUBMIT,
    /** New terms were asked for. */
    REPRICED,
    /** A cancel was asked for. */
    CANCEL_REQUESTED,
    /** Our own side refused, for the reason that is told with it. */
    REFUSED,
    /** The same is already under way: nothing was done. */
    DUPLICATE_INTENT,
    /** An order on the other side still works: nothing was done. */
    OPPOSITE_WORKING,
    /** Too small to be worth an order: nothing was done. */
    SKIPPED_DUST,
    /** No order could be sent for so long that the wish is out of date. */
    INTENT_EXPIRED,
    /** The algorithm is done. */
    COMPLETED,
    /** The algorithm ended with a rest that was not traded. */
    ENDED_UNFILLED;

    private static final ExecutionDecision[] VALUES = values();

    /**
     * The value of a code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static ExecutionDecision of(final int code) {
        return VALUES[code];
    }
}
