/**
 * Statistics that say whether two price series belong together: regression, correlation, unit roots, cointegration, the speed of mean
 * reversion, and what is left of significance when many pairs are tried.
 *
 * <p>Pure functions of arrays, safe for any thread; they change no argument. Arrays are in order of time, one value a bar, all finite. What
 * is undefined is {@code NaN}, never 0. {@link StrictMath} throughout, and sums in a fixed order, so that the same data gives the same bits
 * everywhere. Conventions and results are those of Python's statsmodels ({@code adfuller}, {@code coint}).
 *
 * <p>Start with {@link reprise.research.statistics.EngleGranger}.
 */
package reprise.research.statistics;
