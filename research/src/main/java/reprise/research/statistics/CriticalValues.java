package reprise.research.statistics;

/**
 * Below which a test statistic must lie to be significant.
 *
 * @param percent1 at 1 %.
 * @param percent5 at 5 %.
 * @param percent10 at 10 %.
 */
public record CriticalValues(double percent1, double percent5, double percent10) {
    /** Where none are known. */
    static final CriticalValues UNKNOWN = new CriticalValues(Double.NaN, Double.NaN, Double.NaN);
}
