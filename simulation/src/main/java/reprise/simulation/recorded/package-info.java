/**
 * Recorded markets: what an engine once heard of the market, as a market for other runs.
 *
 * <p>May know records, bars, ticks and feeds; must not know journals on disk, configuration files or results.
 *
 * <p>Start with {@link reprise.simulation.recorded.RecordedMarket}.
 */
package reprise.simulation.recorded;
