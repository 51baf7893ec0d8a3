/**
 * A local server that speaks Alpaca's protocol over a simulated market.
 *
 * <p>Start with {@link reprise.simulation.alpaca.AlpacaServer}.
 */
package reprise.simulation.alpaca;
