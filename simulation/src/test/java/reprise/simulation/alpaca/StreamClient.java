package reprise.simulation.alpaca;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reprise.simulation.alpaca.wire.Json;

/** Listens to a stream of a venue as any client would. */
final class StreamClient implements WebSocket.Listener, AutoCloseable {
    private static final String END = "<end>";
    private static final int POLLS = 20;
    private static final int POLL_MS = 250;

    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final WebSocket socket;
    private volatile boolean sawBinary;

    private StreamClient(final URI base, final String path, final boolean withKeys) {
        final WebSocket.Builder builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (withKeys) {
            builder.header("APCA-API-KEY-ID", "KEY").header("APCA-API-SECRET-KEY", "SECRET");
        }
        socket = builder.buildAsync(URI.create(base + path), this).join();
    }

    static StreamClient connected(final AlpacaServer server, final String path) {
        return new StreamClient(server.wsUri(), path, false);
    }

    static StreamClient withKeysInHeaders(final AlpacaServer server, final String path) {
        return new StreamClient(server.wsUri(), path, true);
    }

    /** Authenticated at a market data stream, the answers taken. */
    static StreamClient marketData(final AlpacaServer server, final String path) {
        final StreamClient client = connected(server, path);
        client.next();
        client.say("{'action':'auth','key':'KEY','secret':'SECRET'}");
        client.next();
        return client;
    }

    /** Listening to order updates, the answers taken. */
    static StreamClient updates(final AlpacaServer server) {
        final StreamClient client = connected(server, "/stream");
        client.say("{'action':'authenticate','data':{'key_id':'KEY','secret_key':'SECRET'}}");
        client.next();
        client.say("{'action':'listen','data':{'streams':['trade_updates']}}");
        client.next();
        return client;
    }

    void say(final String message) {
        socket.sendText(message.replace('\'', '"'), true).join();
    }

    /** The next message, whole. */
    String next() {
        try {
            String message = null;
            for (int i = 0; i < POLLS && message == null; i++) {
                message = messages.poll(POLL_MS, TimeUnit.MILLISECONDS);
                if (message == null && !reachesTheServer()) {
                    return END;
                }
            }
            if (message == null) {
                throw new AssertionError(new TimeoutException("no message"));
            }
            return message;
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** On a busy machine the JDK's client now and then reads nothing more and so misses the end of a connection; writing shows it. */
    private boolean reachesTheServer() {
        try {
            socket.sendPing(ByteBuffer.allocate(0)).join();
            return true;
        } catch (final CompletionException closed) {
            return false;
        }
    }

    /** What is there now; null for nothing. */
    String poll() {
        return messages.poll();
    }

    boolean isEnd(final String message) {
        return END.equals(message);
    }

    /** The items of the next message of a market data stream. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> nextItems() {
        return (List<Map<String, Object>>)
                Json.readObject("{\"value\":" + next() + "}").get("value");
    }

    /** The data of the next order update. */
    @SuppressWarnings("unchecked")
    Map<String, Object> nextUpdate() {
        final Map<String, Object> message = Json.readObject(next());
        if (!"trade_updates".equals(message.get("stream"))) {
            throw new AssertionError(message);
        }
        return (Map<String, Object>) message.get("data");
    }

    /** The first update of a kind from now on. */
    Map<String, Object> nextUpdate(final String event) {
        Map<String, Object> update = nextUpdate();
        while (!update.get("event").equals(event)) {
            update = nextUpdate();
        }
        return update;
    }

    boolean sawBinary() {
        return sawBinary;
    }

    @Override
    public CompletionStage<?> onText(final WebSocket webSocket, final CharSequence data, final boolean last) {
        text.append(data);
        if (last) {
            messages.add(text.toString());
            text.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onBinary(final WebSocket webSocket, final ByteBuffer data, final boolean last) {
        sawBinary = true;
        final byte[] part = new byte[data.remaining()];
        data.get(part);
        bytes.writeBytes(part);
        if (last) {
            messages.add(bytes.toString(StandardCharsets.UTF_8));
            bytes.reset();
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(final WebSocket webSocket, final int statusCode, final String reason) {
        messages.add(END);
        return null;
    }

    @Override
    public void onError(final WebSocket webSocket, final Throwable error) {
        messages.add(END);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
