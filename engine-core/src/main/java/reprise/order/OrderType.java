package reprise.order;

/** How an order finds its price. Ordinals are wire codes. */
public enum OrderType {
    /** Trades at the market's price. */
    MARKET,
    /** Trades at its limit price or better. */
    LIMIT,
    /** Becomes a market order when the market reaches its stop price. */
    STOP,
    /** Becomes a limit order when the market reaches its stop price. */
    STOP_LIMIT,
    /** A stop order whose stop price follows the market at a distance while it moves in our favour. */
    TRAILING_STOP,
    /** A limit order that is refused rather than take liquidity. */
    LIMIT_MAKER;

    private static final OrderType[] VALUES = values();

    /**
     * Whether it waits for the market to reach a stop price.
     *
     * @return true for STOP, STOP_LIMIT and TRAILING_STOP.
     */
    public boolean isStop() {
        return this == STOP || this == STOP_LIMIT || this == TRAILING_STOP;
    }

    /**
     * Whether it has a limit price.
     *
     * @return true for LIMIT, STOP_LIMIT and LIMIT_MAKER.
     */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT || this == LIMIT_MAKER;
    }

    /**
     * What it becomes when its stop is reached.
     *
     * @return MARKET or LIMIT; itself for a type without a stop.
     */
    public OrderType triggered() {
        if (this == STOP_LIMIT) {
            return LIMIT;
        }
        return isStop() ? MARKET : this;
    }

    /**
     * The type of a wire code.
     *
     * @param code ordinal.
     * @return the type.
     */
    public static OrderType of(final int code) {
        return VALUES[code];
    }
}
