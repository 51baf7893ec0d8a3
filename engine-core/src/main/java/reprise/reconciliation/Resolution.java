package reprise.reconciliation;

/** What is done about a difference. */
public enum Resolution {
    /** The venue is asked what became of the order. */
    ASK,
    /** The venue is right: our view becomes theirs. */
    TAKE_THEIRS,
    /** It is a matter of convention: our view stays. */
    KEEP_OURS,
    /** It is not ours: nothing is done. */
    LEAVE_ALONE,
    /** Something may be under way: the views are compared again a little later. */
    COMPARE_AGAIN,
    /** No rule explains it: trading halts. */
    HALT;

    private static final Resolution[] VALUES = values();

    /**
     * The value of a wire code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static Resolution of(final int code) {
        return VALUES[code];
    }
}
