/**
 * Prices, time and hours of the local Alpaca venue, whoever drives them: a test by hand, or a playback of data.
 *
 * <p>May know calendars; must not know orders, messages or sockets.
 *
 * <p>Start with {@link reprise.simulation.alpaca.market.Market}.
 */
package reprise.simulation.alpaca.market;
