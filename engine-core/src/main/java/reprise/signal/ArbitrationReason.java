package reprise.signal;

/** How the arbitration of a signal ended. Names and ordinals are stable; of several reasons, the first of this order holds. */
public enum ArbitrationReason {
    /** Accepted, with a quantity. */
    ACCEPTED,
    /** More signals were pending than the arbiter has room for. */
    CAPACITY,
    /** Impossible numbers: no price, a confidence outside 0 to 1, a priority outside 0 to 100, an unknown strategy or instrument. */
    INVALID_SIGNAL,
    /** Older than its time to live. */
    EXPIRED,
    /** The data guard forbids entries into the instrument, or its data are stale. */
    STALE_DATA,
    /** The instrument's session is closed. */
    SESSION_CLOSED,
    /** The strategy is switched off. */
    STRATEGY_DISABLED,
    /** The strategy does not take signals of this detection. */
    DETECTION_TYPE,
    /** Too soon after the strategy's last accepted signal in this instrument. */
    COOLDOWN,
    /** Trading is reducing or halted for the engine, the strategy or the instrument. */
    TRADING_STATE,
    /** The day-trade rules of the account forbid another opening. */
    DAY_TRADE,
    /** The expected value after costs is not positive. */
    NO_EXPECTED_VALUE,
    /** Too like a position or a better signal in the same symbol and direction. */
    REDUNDANT,
    /** The exposure to the instrument's cluster is used up. */
    CLUSTER_EXPOSURE,
    /** Both sides of a symbol are wanted about equally: none is traded. */
    CONFLICT_TIE,
    /** The other side of the symbol is wanted more. */
    CONFLICT_LOST,
    /** Against an open position: a suggestion to leave it, not a reversal. */
    EXIT_SUGGESTED,
    /** As many positions as may be open. */
    MAX_POSITIONS,
    /** As many positions as the strategy may have. */
    MAX_STRATEGY_POSITIONS,
    /** As many positions in this symbol and direction as there may be. */
    MAX_SYMBOL_POSITIONS,
    /** Gross exposure is used up. */
    GROSS_EXPOSURE,
    /** The strategy's exposure is used up. */
    STRATEGY_EXPOSURE,
    /** The instrument's recent volume leaves no room. */
    PARTICIPATION,
    /** The size came out as nothing; what bound it says why. */
    NO_SIZE;

    private static final ArbitrationReason[] VALUES = values();

    /**
     * The reason of a code.
     *
     * @param code ordinal.
     * @return the reason.
     */
    public static ArbitrationReason of(final int code) {
        return VALUES[code];
    }
}
