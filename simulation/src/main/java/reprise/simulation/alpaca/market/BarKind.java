package reprise.simulation.alpaca.market;

/** Which bar a message carries. */
public enum BarKind {
    /** A minute that is over. */
    MINUTE,
    /** A minute that late trades changed. */
    UPDATED,
    /** The day so far. */
    DAILY
}
