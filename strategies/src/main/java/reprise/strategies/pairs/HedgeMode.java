package reprise.strategies.pairs;

/** Where the hedge ratio of a pair comes from. */
public enum HedgeMode {
    /** From the registry: {@code ln p1 - ratio ln p2}. */
    FIXED,
    /** From a rolling regression of ln p1 on ln p2, with its intercept. */
    ROLLING
}
