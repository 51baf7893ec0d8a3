/**
 * Calls of a venue's REST services: how often, how long, and what is known after each. Knows HTTP and nothing of orders or prices; must not
 * know the engine.
 *
 * <p>Start with {@link reprise.alpaca.rest.RestService}.
 */
package reprise.alpaca.rest;
