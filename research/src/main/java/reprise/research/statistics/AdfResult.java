package reprise.research.statistics;

/**
 * Outcome of an augmented Dickey-Fuller test.
 *
 * @param statistic t-value of the level; the lower, the less of a unit root. NaN if the series does not vary.
 * @param pValue chance of such a statistic if there is a unit root.
 * @param lags of differences in the regression.
 * @param observations of the regression.
 * @param critical values at 1, 5 and 10 %.
 * @param criterion that chose the lags: the best AIC or BIC, the absolute t-value of the last lag; NaN if they were fixed.
 */
public record AdfResult(
        double statistic, double pValue, int lags, int observations, CriticalValues critical, double criterion) {}
