package reprise.simulation.venue;

/**
 * How long messages of one kind are on their way, in the time of the data. Nearly normal around the mean, never below 0; messages do not
 * overtake each other.
 *
 * @param meanNs nanoseconds.
 * @param deviationNs standard deviation in nanoseconds; 0 for a fixed delay.
 */
public record Delay(long meanNs, long deviationNs) {
    /** At once. */
    public static final Delay NONE = new Delay(0, 0);

    /** The longest mean: an hour. */
    public static final long MAX_MEAN_NS = 3_600_000_000_000L;

    /** Checks the values. */
    public Delay {
        if (meanNs < 0 || meanNs > MAX_MEAN_NS || deviationNs < 0 || deviationNs > meanNs) {
            throw new IllegalArgumentException("impossible delay: meanNs=" + meanNs + " (0 to " + MAX_MEAN_NS
                    + "), deviationNs=" + deviationNs + " (0 to the mean)");
        }
    }

    /** Whether messages arrive when they are sent. */
    boolean isNone() {
        return meanNs == 0;
    }
}
