/**
 * Alpaca's messages about the market into the engine's events: what a frame says, which bars are still missing, what is agreed on a stream.
 *
 * <p>May know the engine's market vocabulary and the streams; must not know orders, sockets or configuration files.
 *
 * <p>Start with {@link reprise.alpaca.market.MarketCodec}.
 */
package reprise.alpaca.market;
