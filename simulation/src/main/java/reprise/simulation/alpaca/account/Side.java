package reprise.simulation.alpaca.account;

/** Which way an order trades. */
public enum Side implements WireNamed {
    /** Adds to the position. */
    BUY(1),
    /** Takes from the position, below nothing too. */
    SELL(-1);

    private final int sign;

    Side(final int sign) {
        this.sign = sign;
    }

    /**
     * What a trade does to a position.
     *
     * @return 1 or -1.
     */
    public int sign() {
        return sign;
    }

    /**
     * The other side.
     *
     * @return sell for buy.
     */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
