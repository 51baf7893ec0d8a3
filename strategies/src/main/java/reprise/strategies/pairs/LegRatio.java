package reprise.strategies.pairs;

/** How large the second leg is beside the first. */
public enum LegRatio {
    /** Worth the same. */
    DOLLAR_NEUTRAL,
    /** Worth the hedge ratio times as much. */
    BETA_NEUTRAL
}
