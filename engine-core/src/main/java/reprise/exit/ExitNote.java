package reprise.exit;

import reprise.number.Unit;

/** What somebody should know of a protected position, beside that it is left. Ordinals are wire codes. */
public enum ExitNote {
    /** The entry has no plan: only its strategy and the operator will close it. No value. */
    UNPROTECTED(Unit.NONE),
    /** More was closed than had been opened; the value is the excess quantity. */
    OVER_EXIT(Unit.QUANTITY),
    /** The position is over; the value is the quantity that remains, too little for a lot. */
    ENDED(Unit.QUANTITY),
    /** The price is usable again; the value is its age in nanoseconds. */
    PRICE_FRESH(Unit.DURATION),
    /** The price is too old to decide by; the value is its age in nanoseconds. */
    PRICE_STALE(Unit.DURATION),
    /** The price is too old for too long; the value is its age in nanoseconds. */
    PRICE_LOST(Unit.DURATION),
    /** A protective stop should rest at the venue at this price; 0 to withdraw it. */
    PROTECTIVE_STOP(Unit.PRICE);

    private static final ExitNote[] VALUES = values();

    private final Unit unit;

    ExitNote(final Unit unit) {
        this.unit = unit;
    }

    /**
     * The note of a wire code.
     *
     * @param code ordinal.
     * @return the note.
     */
    public static ExitNote of(final int code) {
        return VALUES[code];
    }

    /**
     * In what the value of a note is counted.
     *
     * @return the unit; NONE where there is no value.
     */
    public Unit unit() {
        return unit;
    }
}
