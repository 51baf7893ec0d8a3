/**
 * The REST interface of the local Alpaca venue: trading, account, data, and the faults that tests ask for.
 *
 * <p>May know the venue, its messages and faults; must not know the streams.
 *
 * <p>Start with {@link reprise.simulation.alpaca.http.HttpApi}.
 */
package reprise.simulation.alpaca.http;
