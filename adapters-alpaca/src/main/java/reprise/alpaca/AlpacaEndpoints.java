package reprise.alpaca;

import java.net.URI;
import java.util.Set;

/**
 * Where Alpaca is.
 *
 * @param trading base of the REST calls about orders and the account.
 * @param tradingStream the stream of trade updates.
 * @param data base of the REST calls about prices.
 * @param dataStream base of the streams of prices.
 */
public record AlpacaEndpoints(URI trading, URI tradingStream, URI data, URI dataStream) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** The account that trades with nobody's money. */
    public static final AlpacaEndpoints PAPER = new AlpacaEndpoints(
            URI.create("https://paper-api.alpaca.markets"),
            URI.create("wss://paper-api.alpaca.markets/stream"),
            URI.create("https://data.alpaca.markets"),
            URI.create("wss://stream.data.alpaca.markets"));

    /** The account with real money. */
    public static final AlpacaEndpoints LIVE = new AlpacaEndpoints(
            URI.create("https://api.alpaca.markets"),
            URI.create("wss://api.alpaca.markets/stream"),
            PAPER.data(),
            PAPER.dataStream());

    /**
     * A server on this machine that speaks Alpaca's protocol, all of it at one port.
     *
     * @param port at which it listens.
     * @return where everything is.
     */
    public static AlpacaEndpoints local(final int port) {
        final URI http = URI.create("http://127.0.0.1:" + port);
        return new AlpacaEndpoints(
                http, URI.create("ws://127.0.0.1:" + port + "/stream"), http, URI.create("ws://127.0.0.1:" + port));
    }

    /** Secrets go over encrypted connections, or do not leave the machine. */
    public AlpacaEndpoints {
        requireSafe(trading, "https");
        requireSafe(tradingStream, "wss");
        requireSafe(data, "https");
        requireSafe(dataStream, "wss");
    }

    private static void requireSafe(final URI uri, final String scheme) {
        if (!scheme.equals(uri.getScheme()) && !LOOPBACK.contains(String.valueOf(uri.getHost()))) {
            throw new IllegalArgumentException(uri + ": must be " + scheme + ", or on this machine");
        }
    }
}
