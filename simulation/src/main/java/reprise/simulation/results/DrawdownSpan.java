package reprise.simulation.results;

/**
 * When a drawdown was.
 *
 * @param startNs the last time at the peak, nanoseconds since the epoch.
 * @param troughNs the first time at the lowest point.
 * @param endNs the first time at or above the peak again, or {@link #NOT_RECOVERED}.
 */
public record DrawdownSpan(long startNs, long troughNs, long endNs) {
    /** Stands for the end of a drawdown that has none. */
    public static final long NOT_RECOVERED = Long.MIN_VALUE;

    /** There was no drawdown. */
    public static final DrawdownSpan NONE = new DrawdownSpan(NOT_RECOVERED, NOT_RECOVERED, NOT_RECOVERED);

    /**
     * Whether equity came back to its peak.
     *
     * @return false also for {@link #NONE}.
     */
    public boolean isRecovered() {
        return endNs != NOT_RECOVERED;
    }

    /**
     * How long it lasted.
     *
     * @param lastNs the end of the run, for one that lasts until then.
     * @return nanoseconds from the peak on.
     */
    public long lengthNs(final long lastNs) {
        return (isRecovered() ? endNs : lastNs) - startNs;
    }
}
