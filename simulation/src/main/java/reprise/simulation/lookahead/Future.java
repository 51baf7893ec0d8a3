package reprise.simulation.lookahead;

/** What becomes of the data after a cut. */
public enum Future {
    /** There is none. */
    REMOVED,
    /** Other bars come at the same times, wildly up and down. */
    GARBAGE
}
