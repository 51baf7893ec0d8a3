/**
 * Alpaca: market data streams, orders, history, as the engine's {@link reprise.port.Venue}. The only place that knows Alpaca's protocol; must
 * know nothing of other venues, of journals or of configuration files.
 *
 * <p>Start with {@link reprise.alpaca.AlpacaVenue}.
 */
package reprise.alpaca;
