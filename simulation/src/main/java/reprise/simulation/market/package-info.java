/**
 * Bars as a stream, whatever they come from, and a market that is made up.
 *
 * <p>May know instruments and numbers of the engine; must not know venues, runs or results.
 *
 * <p>Start with {@link reprise.simulation.market.BarSource}.
 */
package reprise.simulation.market;
