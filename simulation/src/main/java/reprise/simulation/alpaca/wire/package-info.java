/**
 * How the venue's things look in JSON, and how requests are read. Shares nothing with any client's reading of the same protocol.
 *
 * <p>May know market and account; must not know sockets.
 *
 * <p>Start with {@link reprise.simulation.alpaca.wire.OrderWire}.
 */
package reprise.simulation.alpaca.wire;
