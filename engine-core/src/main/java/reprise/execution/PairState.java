package reprise.execution;

/**
 * Where a pair is. Names and ordinals are stable.
 *
 * <pre>
 *   FLAT --> OPENING --> OPEN --> CLOSING --> FLAT
 *     ^         \         |  ^        ^
 *     |          v        v  |        |
 *     +-------- ONE_LEGGED --+--------+
 * </pre>
 */
public enum PairState {
    /** Nothing is held and nothing is wanted. */
    FLAT,
    /** Orders for both legs are at the market. */
    OPENING,
    /** Both legs are held in their ratio. */
    OPEN,
    /** An opening failed or a leg changed behind our back: what has no counterpart is taken back at market. */
    ONE_LEGGED,
    /** Both legs are being left at market. */
    CLOSING;

    private static final PairState[] VALUES = values();

    /**
     * The value of a code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static PairState of(final int code) {
        return VALUES[code];
    }
}
