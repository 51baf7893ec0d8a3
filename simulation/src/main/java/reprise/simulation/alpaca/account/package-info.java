/**
 * Orders, fills and the account of the local Alpaca venue, by the rules of its paper trading.
 *
 * <p>May know the market; must not know messages or sockets.
 *
 * <p>Start with {@link reprise.simulation.alpaca.account.Venue}.
 */
package reprise.simulation.alpaca.account;
