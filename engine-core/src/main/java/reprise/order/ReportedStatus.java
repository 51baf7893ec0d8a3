package reprise.order;

/** What a venue says of an order when asked. Ordinals are wire codes. */
public enum ReportedStatus {
    /** Open, filled in part or not at all. */
    WORKING,
    /** All of it traded. */
    FILLED,
    /** The rest was withdrawn. */
    CANCELED,
    /** Its time in force ran out. */
    EXPIRED,
    /** It was never worked. */
    REJECTED;

    private static final ReportedStatus[] VALUES = values();

    /**
     * The status of a wire code.
     *
     * @param code ordinal.
     * @return the status.
     */
    public static ReportedStatus of(final int code) {
        return VALUES[code];
    }
}
