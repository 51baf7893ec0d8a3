package reprise.simulation.alpaca.account;

/** How long an order works. */
public enum TimeInForce implements WireNamed {
    /** To the end of the session. */
    DAY,
    /** Until cancelled, or for 90 days. */
    GTC,
    /** In the opening auction only. */
    OPG,
    /** In the closing auction only. */
    CLS,
    /** What can be had at once. */
    IOC,
    /** All at once or nothing. */
    FOK;

    /**
     * Whether what is not filled at once is cancelled.
     *
     * @return true for ioc and fok.
     */
    public boolean isImmediate() {
        return this == IOC || this == FOK;
    }
}
