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
     * The type of a wire code.
     *
     * @param code ordinal.
     * @return the type.
     */
    public static OrderType of(final int code) {
        return VALUES[code];
    }
}
