package reprise.simulation.alpaca.market;

/** What kind of thing is traded. */
public enum AssetClass {
    /** A stock or fund of the United States. */
    US_EQUITY("us_equity"),
    /** A pair of currencies such as BTC/USD. */
    CRYPTO("crypto");

    private final String wireName;

    AssetClass(final String wireName) {
        this.wireName = wireName;
    }

    /**
     * Its name in messages.
     *
     * @return such as us_equity.
     */
    public String wireName() {
        return wireName;
    }
}
