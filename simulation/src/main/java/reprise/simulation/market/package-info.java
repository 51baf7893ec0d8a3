/**
 * Bars and ticks as streams, whatever they come from, and markets that are made up.
 *
 * <p>May know instruments and numbers of the engine; must not know venues, runs or results.
 *
 * <p>Start with {@link reprise.simulation.market.BarSource}.
 */
package reprise.simulation.market;
