package reprise.research.performance;

/**
 * A stretch below an earlier peak.
 *
 * @param peakIndex the last point at the peak.
 * @param valleyIndex the first of the lowest points.
 * @param recoveryIndex the first point at or above the peak again, or {@link #NOT_RECOVERED}.
 * @param endIndex the same, or the last point of the curve.
 * @param peakNs time of the peak, nanoseconds since the epoch.
 * @param valleyNs time of the valley.
 * @param endNs time of the end.
 * @param depth valley over peak, less 1: negative.
 */
public record Drawdown(
        int peakIndex,
        int valleyIndex,
        int recoveryIndex,
        int endIndex,
        long peakNs,
        long valleyNs,
        long endNs,
        double depth) {
    /** Stands for the index of a recovery that did not come. */
    public static final int NOT_RECOVERED = -1;

    private static final double DAY_NS = 86_400e9;

    /**
     * Whether the curve came back.
     *
     * @return false if it ended below the peak.
     */
    public boolean isRecovered() {
        return recoveryIndex != NOT_RECOVERED;
    }

    /**
     * How long it was below the peak.
     *
     * @return points from peak to end.
     */
    public int periods() {
        return endIndex - peakIndex;
    }

    /**
     * How long it was below the peak, by the calendar.
     *
     * @return days from peak to end, with a fraction.
     */
    public double days() {
        return (endNs - peakNs) / DAY_NS;
    }
}
