package reprise.signal;

import reprise.number.Unit;

/** How the arbitration of a signal ended. Names and ordinals are stable; of several reasons, the first of this order holds. */
public enum ArbitrationReason {
    /** Accepted, with a quantity. */
    ACCEPTED(Unit.NONE),
    /** More signals were pending than the arbiter has room for. */
    CAPACITY(Unit.COUNT),
    /** Impossible numbers: no price, a confidence outside 0 to 1, a priority outside 0 to 100, an unknown strategy or instrument. */
    INVALID_SIGNAL(Unit.NONE),
    /** Older than its time to live. */
    EXPIRED(Unit.DURATION),
    /** The data guard forbids entries into the instrument, or its data are stale. */
    STALE_DATA(Unit.NONE),
    /** The instrument's session is closed. */
    SESSION_CLOSED(Unit.NONE),
    /** The strategy is switched off. */
    STRATEGY_DISABLED(Unit.NONE),
    /** The strategy does not take signals of this detection. */
    DETECTION_TYPE(Unit.NONE),
    /** Too soon after the strategy's last accepted signal in this instrument. */
    COOLDOWN(Unit.DURATION),
    /** Trading is reducing or halted for the engine, the strategy or the instrument. */
    TRADING_STATE(Unit.CODE),
    /** The day-trade rules of the account forbid another opening. */
    DAY_TRADE(Unit.NONE),
    /** The expected value after costs is not positive. */
    NO_EXPECTED_VALUE(Unit.NONE),
    /** Too like a position or a better signal in the same symbol and direction. */
    REDUNDANT(Unit.NONE),
    /** The exposure to the instrument's cluster is used up. */
    CLUSTER_EXPOSURE(Unit.MONEY),
    /** Both sides of a symbol are wanted about equally: none is traded. */
    CONFLICT_TIE(Unit.NONE),
    /** The other side of the symbol is wanted more. */
    CONFLICT_LOST(Unit.NONE),
    /** Against an open position: a suggestion to leave it, not a reversal. */
    EXIT_SUGGESTED(Unit.NONE),
    /** As many positions as may be open. */
    MAX_POSITIONS(Unit.COUNT),
    /** As many positions as the strategy may have. */
    MAX_STRATEGY_POSITIONS(Unit.COUNT),
    /** As many positions in this symbol and direction as there may be. */
    MAX_SYMBOL_POSITIONS(Unit.COUNT),
    /** Gross exposure is used up. */
    GROSS_EXPOSURE(Unit.MONEY),
    /** The strategy's exposure is used up. */
    STRATEGY_EXPOSURE(Unit.MONEY),
    /** The instrument's recent volume leaves no room. */
    PARTICIPATION(Unit.MONEY),
    /** The size came out as nothing; what bound it says why. */
    NO_SIZE(Unit.NONE);

    private static final ArbitrationReason[] VALUES = values();

    private final Unit unit;

    ArbitrationReason(final Unit unit) {
        this.unit = unit;
    }

    /**
     * The reason of a code.
     *
     * @param code ordinal.
     * @return the reason.
     */
    public static ArbitrationReason of(final int code) {
        return VALUES[code];
    }

    /**
     * In what the value and the limit of a record are counted.
     *
     * @return the unit; NONE where there are no numbers to it.
     */
    public Unit unit() {
        return unit;
    }
}
