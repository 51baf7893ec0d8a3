/**
 * What a trading result was worth: growth, risk, drawdowns, the tail of the returns, how sure the Sharpe ratio is, and the trades.
 *
 * <p>Pure functions of arrays, safe for any thread; they change no argument and know nothing of the engine. Times are nanoseconds since the
 * epoch, UTC. Returns are simple, {@code E[i] / E[i-1] - 1}, and fractions, not percent; drawdowns are negative, values at risk positive.
 * What is undefined is {@code NaN}, never 0 and never infinite. The risk-free rate is 0 unless returns in excess of one are passed.
 *
 * <p>Start with {@link reprise.research.performance.Performance}.
 */
package reprise.research.performance;
