package reprise.research.statistics;

/**
 * Outcome of an Engle-Granger test.
 *
 * @param hedgeRatio slope of y on x.
 * @param r2 share of the variance of y that x and the trend explain.
 * @param statistic t-value of the level of the residuals; the lower, the more of cointegration.
 * @param pValue chance of such a statistic if there is no cointegration.
 * @param lags of differences in the regression of the residuals.
 * @param critical values at 1, 5 and 10 %.
 */
public record EngleGrangerResult(
        double hedgeRatio, double r2, double statistic, double pValue, int lags, CriticalValues critical) {}
