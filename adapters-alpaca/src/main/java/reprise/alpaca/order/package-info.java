/**
 * Our orders at Alpaca: what we ask for, what becomes of it, and what the engine is told, in an order that can be. Knows the engine's words
 * and Alpaca's; must not know sockets, nor prices of markets.
 *
 * <p>Start with {@link reprise.alpaca.order.OrderTeller}.
 */
package reprise.alpaca.order;
