package reprise.order;

/** On which side of a match our order stood. Ordinals are wire codes. */
public enum Liquidity {
    /** Not reported. */
    UNKNOWN,
    /** It waited in the book. */
    MAKER,
    /** It took what waited. */
    TAKER;

    private static final Liquidity[] VALUES = values();

    /**
     * The liquidity of a wire code.
     *
     * @param code ordinal.
     * @return the liquidity.
     */
    public static Liquidity of(final int code) {
        return VALUES[code];
    }
}
