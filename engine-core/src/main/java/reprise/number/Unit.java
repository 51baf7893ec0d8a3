package reprise.number;

/** In what a number of a record is counted. The reason of a record names it, so that a reader need not know every reason. */
public enum Unit {
    /** There is no number. */
    NONE,
    /** How many. */
    COUNT,
    /** Money units of the account's currency. */
    MONEY,
    /** A share, in units of 1e-8. */
    SHARE,
    /** A share, in millionths. */
    MILLIONTHS,
    /** The instrument's price units. */
    PRICE,
    /** The instrument's quantity units. */
    QUANTITY,
    /** Nanoseconds. */
    DURATION,
    /** A code of another list, which the reason names. */
    CODE
}
