package reprise.simulation.results;

/**
 * The usual measures of a run. Fractions, not percent; undefined is NaN, never 0 or infinity.
 *
 * <p>Returns are simple returns of equity from bar time to bar time, the risk-free rate is 0, deviations are taken with n - 1.
 *
 * @param totalReturn last equity over first, less 1.
 * @param cagr growth a year by the calendar, years of 365.25 days; undefined of less than 30 days.
 * @param annualVolatility deviation of returns times the root of the periods in a year.
 * @param sharpe mean over deviation of returns, times the same root.
 * @param sharpeDaily the same from the equity at the end of each UTC day: comparable between runs on different bars.
 * @param sortino mean over root mean square of the losses (over all returns), times the same root.
 * @param calmar cagr over the size of the deepest drawdown; undefined where cagr is.
 * @param maxDrawdown deepest drawdown, negative or 0.
 * @param maxDrawdownSpan when that was.
 * @param winRate share of ended trades that earned more than their fees.
 * @param profitFactor money won over money lost in ended trades.
 * @param exposure share of bar times at which a position was held.
 * @param averageHoldNs mean length of ended trades, nanoseconds.
 * @param averageBarsHeld mean number of bars that closed within an ended trade.
 * @param periodsPerYear what the annual measures were scaled by.
 */
public record Metrics(
        double totalReturn,
        double cagr,
        double annualVolatility,
        double sharpe,
        double sharpeDaily,
        double sortino,
        double calmar,
        double maxDrawdown,
        DrawdownSpan maxDrawdownSpan,
        double winRate,
        double profitFactor,
        double exposure,
        double averageHoldNs,
        double averageBarsHeld,
        double periodsPerYear) {}
