package reprise.alpaca;

/** Where prices of stocks come from. */
public enum AlpacaFeed {
    /** One exchange, a few percent of the volume; free. */
    IEX("iex"),

    /** All exchanges; needs a subscription. */
    SIP("sip"),

    /** All exchanges, a quarter of an hour late. */
    DELAYED_SIP("delayed_sip"),

    /** The night session. */
    OVERNIGHT("overnight"),

    /** Made-up prices, always on. */
    TEST("test");

    private final String path;

    AlpacaFeed(final String path) {
        this.path = path;
    }

    /**
     * As Alpaca writes it.
     *
     * @return the last part of a stream's path, and the value of a request's parameter.
     */
    public String path() {
        return path;
    }
}
