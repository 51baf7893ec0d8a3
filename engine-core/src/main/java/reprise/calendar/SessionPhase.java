package reprise.calendar;

/** What a moment is to a market. */
public enum SessionPhase {
    /** Nobody trades. */
    CLOSED,
    /** Before the regular session of the day. */
    PRE_MARKET,
    /** The regular session. */
    REGULAR,
    /** After the regular session of the day. */
    POST_MARKET
}
