package reprise.order;

/** Which way an order trades. Ordinals are wire codes. */
public enum Side {
    /** Adds to the position. */
    BUY,
    /** Takes from the position. */
    SELL;

    private static final Side[] VALUES = values();

    /**
     * The side of a wire code.
     *
     * @param code ordinal.
     * @return the side.
     */
    public static Side of(final int code) {
        return VALUES[code];
    }

    /**
     * The sign of a position change.
     *
     * @return +1 for a buy, -1 for a sell.
     */
    public int sign() {
        return this == BUY ? 1 : -1;
    }

    /**
     * The other side.
     *
     * @return sell for buy, buy for sell.
     */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
