package reprise.risk;

/** What a trading state holds for. Ordinals are wire codes. */
public enum TradingScope {
    /** Everything. */
    ENGINE,
    /** One strategy. */
    STRATEGY,
    /** One instrument. */
    INSTRUMENT;

    private static final TradingScope[] VALUES = values();

    /**
     * The scope of a wire code.
     *
     * @param code ordinal.
     * @return the scope.
     */
    public static TradingScope of(final int code) {
        return VALUES[code];
    }
}
