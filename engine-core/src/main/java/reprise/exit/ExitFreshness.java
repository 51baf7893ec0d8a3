package reprise.exit;

/**
 * How old a price may be.
 *
 * @param maxAgeNs beyond which no rule of the price acts, in nanoseconds.
 * @param warningAgeNs from which on the age of the last price is a warning.
 * @param criticalAgeNs from which on it is critical.
 */
public record ExitFreshness(long maxAgeNs, long warningAgeNs, long criticalAgeNs) {
    private static final long SECOND_NS = 1_000_000_000L;

    /** Refuses ages that do not rise. */
    public ExitFreshness {
        if (maxAgeNs <= 0 || warningAgeNs < maxAgeNs || criticalAgeNs <= warningAgeNs) {
            throw new IllegalArgumentException(
                    "freshness must have 0 < maxAgeNs <= warningAgeNs < criticalAgeNs: maxAgeNs=" + maxAgeNs
                            + ", warningAgeNs=" + warningAgeNs + ", criticalAgeNs=" + criticalAgeNs);
        }
    }

    /**
     * The usual warning after 5 and alarm after 15 seconds.
     *
     * @param maxAgeNs beyond which no rule of the price acts, at most 5 seconds.
     * @return the limits.
     */
    public static ExitFreshness of(final long maxAgeNs) {
        return new ExitFreshness(maxAgeNs, 5 * SECOND_NS, 15 * SECOND_NS);
    }
}
