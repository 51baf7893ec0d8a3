package reprise.exit;

/** What somebody should know of a protected position, beside that it is left. Ordinals are wire codes. */
public enum ExitNote {
    /** The entry has no plan: only its strategy and the operator will close it. No value. */
    UNPROTECTED,
    /** More was closed than had been opened; the value is the excess quantity. */
    OVER_EXIT,
    /** The position is over; the value is the quantity that remains, too little for a lot. */
    ENDED,
    /** The price is usable again; the value is its age in nanoseconds. */
    PRICE_FRESH,
    /** The price is too old to decide by; the value is its age in nanoseconds. */
    PRICE_STALE,
    /** The price is too old for too long; the value is its age in nanoseconds. */
    PRICE_LOST,
    /** A protective stop should rest at the venue at this price; 0 to withdraw it. */
    PROTECTIVE_STOP;

    private static final ExitNote[] VALUES = values();

    /**
     * The note of a wire code.
     *
     * @param code ordinal.
     * @return the note.
     */
    public static ExitNote of(final int code) {
        return VALUES[code];
    }
}
