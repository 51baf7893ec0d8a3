package reprise.risk;

/** What trading is allowed. Ordinals are wire codes. */
public enum TradingState {
    /** All that the limits allow. */
    ACTIVE,
    /** Only what reduces positions. */
    REDUCING,
    /** Nothing but cancels and the operator's own orders. */
    HALTED;

    private static final TradingState[] VALUES = values();

    /**
     * The state of a wire code.
     *
     * @param code ordinal.
     * @return the state.
     */
    public static TradingState of(final int code) {
        return VALUES[code];
    }
}
