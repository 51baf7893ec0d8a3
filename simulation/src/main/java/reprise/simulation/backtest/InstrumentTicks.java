package reprise.simulation.backtest;

import reprise.simulation.market.TickSource;

/**
 * Ticks and whose they are.
 *
 * @param instrumentId dense id.
 * @param source of its ticks.
 */
public record InstrumentTicks(int instrumentId, TickSource source) {}
