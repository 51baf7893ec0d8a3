package reprise.order;

/** How long an order stays open. Ordinals are wire codes. */
public enum TimeInForce {
    /** Until the end of the venue's trading day. */
    DAY,
    /** Good till cancelled. */
    GTC,
    /** Immediate or cancel: what does not trade at once is withdrawn. */
    IOC,
    /** Fill or kill: all of it at once, or nothing. */
    FOK,
    /** Only in the opening auction. */
    OPG,
    /** Only in the closing auction. */
    CLS;

    private static final TimeInForce[] VALUES = values();

    /**
     * The time in force of a wire code.
     *
     * @param code ordinal.
     * @return the time in force.
     */
    public static TimeInForce of(final int code) {
        return VALUES[code];
    }
}
