package reprise.bar;

/** What makes a bar complete. */
public enum BarKind {
    /** A span of time is over. */
    TIME,
    /** A number of trades or quotes has come. */
    TICK,
    /** A quantity has traded. */
    VOLUME,
    /** A worth, price times quantity, has traded. */
    DOLLAR
}
