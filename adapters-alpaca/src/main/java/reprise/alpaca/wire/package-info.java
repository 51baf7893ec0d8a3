/**
 * What Alpaca's messages about orders say, read from their bytes into fields that are reused. Must not know the engine's orders, nor
 * connections.
 *
 * <p>Start with {@link reprise.alpaca.wire.TradingReader}.
 */
package reprise.alpaca.wire;
