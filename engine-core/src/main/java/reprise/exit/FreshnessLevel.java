package reprise.exit;

/** How old the last usable price of a protected position is. */
public enum FreshnessLevel {
    /** Not old enough to worry. */
    FRESH,
    /** Old enough to warn. */
    WARNING,
    /** So old that somebody must look. */
    CRITICAL;

    private static final FreshnessLevel[] VALUES = values();

    static FreshnessLevel of(final int ordinal) {
        return VALUES[ordinal];
    }
}
