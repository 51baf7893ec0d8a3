package reprise.risk;

/** Who decided what may be traded. Ordinals are wire codes. */
public enum StateCause {
    /** The operator asked for it. */
    OPERATOR,
    /** A limit that the monitor watches was passed. */
    RISK_MONITOR,
    /** A venue reported what must not be. */
    VENUE_REPORT,
    /** Our books and a venue's differ without explanation. */
    RECONCILIATION,
    /** A venue did not say what became of an order, however often it was asked. */
    NO_ANSWER;

    private static final StateCause[] VALUES = values();

    /**
     * The cause of a wire code.
     *
     * @param code ordinal.
     * @return the cause.
     */
    public static StateCause of(final int code) {
        return VALUES[code];
    }
}
