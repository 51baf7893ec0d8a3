package reprise.market;

/** Who took the liquidity in a trade between others. Ordinals are wire codes. */
public enum Aggressor {
    /** The buyer. */
    BUYER,
    /** The seller. */
    SELLER,
    /** Not reported. */
    UNKNOWN;

    private static final Aggressor[] VALUES = values();

    /**
     * The aggressor of a wire code.
     *
     * @param code ordinal.
     * @return the aggressor.
     */
    public static Aggressor of(final int code) {
        return VALUES[code];
    }
}
