package reprise.execution;

/** What can be asked of a pair from outside. Names and ordinals are stable. */
public enum PairAction {
    /** It may open. */
    START,
    /** It may not open any more; what is open stays. */
    STOP,
    /** It leaves what it holds, and may open again. */
    CLOSE,
    /** It leaves what it holds at once, and may not open any more. */
    EMERGENCY_STOP;

    private static final PairAction[] VALUES = values();

    /**
     * The value of a code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static PairAction of(final int code) {
        return VALUES[code];
    }
}
