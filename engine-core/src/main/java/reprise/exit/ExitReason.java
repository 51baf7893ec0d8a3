package reprise.exit;

/** Why a position is left, in the order in which the rules are asked: of those that hold at once, the first one wins. */
public enum ExitReason {
    /** The operator or the risk monitor wants the position closed, come what may. */
    FLATTEN,
    /** The price reached the stop set at entry. */
    HARD_STOP,
    /** The price fell back from its best by the trailing distance. */
    TRAILING_STOP,
    /** The price came back to the entry after a target was reached. */
    BREAKEVEN_STOP,
    /** The price reached a target. */
    TARGET,
    /** Held for the longest time allowed. */
    MAX_HOLD,
    /** Held for a while without ever having gained enough. */
    STAGNATION,
    /** The session is about to end. */
    SESSION_CLOSE,
    /** The strategy that entered wants out. */
    SIGNAL;

    private static final ExitReason[] VALUES = values();

    /**
     * The reason of a wire code.
     *
     * @param code ordinal.
     * @return the reason.
     */
    public static ExitReason of(final int code) {
        return VALUES[code];
    }
}
