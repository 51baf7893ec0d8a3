/**
 * What outsiders implement for the engine: a log to append to, a venue to trade on.
 *
 * <p>Ports speak in buffers and in the message vocabulary; they know nothing of the core or of threads.
 *
 * <p>Start with {@link reprise.port.EventLog}.
 */
package reprise.port;
