package reprise.order;

/** In what a fee was paid. A fee in a third asset is reported at its value in the quote currency. Ordinals are wire codes. */
public enum FeeAsset {
    /** In the quote currency. */
    QUOTE,
    /** In the base asset: of what was bought, so much less is received. */
    BASE;

    private static final FeeAsset[] VALUES = values();

    /**
     * The asset of a wire code.
     *
     * @param code ordinal.
     * @return the asset.
     */
    public static FeeAsset of(final int code) {
        return VALUES[code];
    }
}
