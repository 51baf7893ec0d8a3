package reprise.signal;

/** What a size was bound by: the smallest of all that bounded it. Names and ordinals are stable. */
public enum SizeCap {
    /** Nothing but the sizer's own rule. */
    SIZER,
    /** The hard cap of Kelly's rule, as a part of equity. */
    HARD_CAP,
    /** The most leverage that a volatility target may use. */
    MAX_LEVERAGE,
    /** The most that a position of the strategy may be worth. */
    STRATEGY_NOTIONAL,
    /** A quarter of Kelly's fraction from calibrated confidence and payoff. */
    QUARTER_KELLY,
    /** What the account can pay for. */
    BUYING_POWER,
    /** What is left of gross exposure. */
    GROSS_EXPOSURE,
    /** What is left of the strategy's exposure. */
    STRATEGY_EXPOSURE,
    /** What is left of the exposure to a cluster of correlated instruments. */
    CLUSTER_EXPOSURE,
    /** The part of recent volume that one order may be. */
    PARTICIPATION,
    /** Likeness to what is held already. */
    REDUNDANCY,
    /** Nothing: the rule needs a stop distance and there is none. */
    NO_STOP,
    /** Nothing: the rule needs a volatility and there is none. */
    NO_VOLATILITY,
    /** Nothing: Kelly's fraction is zero, negative or undefined. */
    NO_EDGE,
    /** Nothing: less than one lot. */
    LOT,
    /** Nothing: worth less than the venue's smallest order. */
    MIN_NOTIONAL;

    private static final SizeCap[] VALUES = values();

    /**
     * The value of a code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static SizeCap of(final int code) {
        return VALUES[code];
    }
}
