/**
 * The trading strategies that ship with the engine.
 *
 * <p>May know the engine's numbers, time, market, indicators, orders, portfolio, signals, what execution and
 * exits are told, parameters and the contract of a strategy; must not know messages,
 * the core, threads or files. What a strategy wants ({@code TrendSignal}) is kept apart from how it gets there
 * ({@code PositionTaker}).
 *
 * <p>Start with {@link reprise.strategies.StrategyCatalog}, then {@link reprise.strategies.TrendStrategy}.
 */
package reprise.strategies;
