/**
 * The contract between the engine and a strategy.
 *
 * <p>May know everything a strategy sees: numbers, time, market, bars, indicators, orders, portfolio; must not know messages, the core or
 * threads.
 *
 * <p>Start with {@link reprise.strategy.Strategy}.
 */
package reprise.strategy;
