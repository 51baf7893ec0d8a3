/**
 * A WebSocket connection that is kept: opened anew when it breaks or falls silent, with waits that grow, until it is closed or told that there
 * is no point. Knows nothing of what is said on it.
 *
 * <p>May know the port to the engine and the WebSocket library, which nobody outside this package meets; must not know the venue's messages.
 *
 * <p>Start with {@link reprise.alpaca.stream.KeptStream}.
 */
package reprise.alpaca.stream;
