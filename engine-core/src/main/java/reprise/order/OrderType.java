package reprise.order;

/** How an order finds its price. Ordinals are wire codes. */
public enum OrderType {
    /** Trades at the market's price. */
    MARKET,
    /** Trades at its limit price or better. */
    LIMIT;

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
