package reprise.simulation.venue;

/** Which price reaches a stop, for feeds of trades and quotes. Bars are trades. */
public enum StopTrigger {
    /** The last trade; until an instrument has traded, its quotes stand in. */
    LAST_TRADE,
    /** The quote that the order would trade against: the bid for sales, the ask for purchases. */
    QUOTE
}
