package reprise.execution;

/** Why a pair changed its state, or did not do what was wanted. Names and ordinals are stable. */
public enum PairReason {
    /** Opening was asked for. */
    OPEN_REQUESTED,
    /** A part was opened, and the next one is sent. */
    NEXT_PART,
    /** Everything wanted is held. */
    OPENED,
    /** Refused: the pair is stopped. */
    NOT_STARTED,
    /** Refused: the pair is not flat. */
    NOT_FLAT,
    /** Refused: a leg would be less than one lot. */
    TOO_SMALL,
    /** Our own side would not have both legs, so neither was sent. */
    CHECK_REFUSED,
    /** A leg was refused when it was sent. */
    LEG_REFUSED,
    /** A leg was rejected, cancelled or expired. */
    LEG_ENDED,
    /** A leg was not filled in time. */
    LEG_TIMEOUT,
    /** A leg changed after it was done. */
    LATE_FILL,
    /** What had no counterpart is gone. */
    UNWOUND,
    /** Closing was asked for. */
    CLOSE_REQUESTED,
    /** The pair was stopped. */
    STOPPED,
    /** Everything must go. */
    EMERGENCY,
    /** Nothing is held any more. */
    CLOSED,
    /** Somebody else closes a leg, such as the operator or the risk monitor. */
    LEG_TAKEN;

    private static final PairReason[] VALUES = values();

    /**
     * The value of a code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static PairReason of(final int code) {
        return VALUES[code];
    }
}
