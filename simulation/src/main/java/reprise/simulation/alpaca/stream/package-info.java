/**
 * The WebSockets of the local Alpaca venue: market data, and order updates.
 *
 * <p>May know the venue, its messages and faults; must not know REST.
 *
 * <p>Start with {@link reprise.simulation.alpaca.stream.Streams}.
 */
package reprise.simulation.alpaca.stream;
