package reprise.simulation.backtest;

import reprise.simulation.market.BarSource;

/**
 * A source and the instrument whose bars it holds.
 *
 * @param instrumentId dense id.
 * @param source before its first bar; closed by the feed.
 */
public record InstrumentBars(int instrumentId, BarSource source) {}
