package reprise.alpaca.stream;

import java.net.URI;
import java.time.Duration;

/**
 * How a connection is kept.
 *
 * @param name of the stream, in notices; its threads are called after it.
 * @param uri to connect to; ws or wss.
 * @param setup how long it may take to connect, and then to be established.
 * @param stale how long it may be silent while something is expected; twice as long after a connection on which nothing came, up to 16 times.
 * @param firstRetry the longest wait before the first reconnection; it doubles with each one that fails.
 * @param lastRetry the longest wait before any.
 */
public record StreamSettings(
        String name, URI uri, Duration setup, Duration stale, Duration firstRetry, Duration lastRetry) {
    /** The most bytes that a frame may have; one that has more breaks the connection. */
    public static final int MAX_FRAME_BYTES = 8 * 1024 * 1024;
}
