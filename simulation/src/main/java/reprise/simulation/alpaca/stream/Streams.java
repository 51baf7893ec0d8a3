package reprise.simulation.alpaca.stream;

import io.undertow.websockets.WebSocketConnectionCallback;
import io.undertow.websockets.core.AbstractReceiveListener;
import io.undertow.websockets.core.BufferedBinaryMessage;
import io.undertow.websockets.core.BufferedTextMessage;
import io.undertow.websockets.core.WebSocketChannel;
import io.undertow.websockets.core.WebSockets;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.fault.Faults;
import reprise.simulation.alpaca.wire.Credentials;

/** All streams of the venue. Connections may come on any thread; the venue's lock orders what they say. */
public final class Streams implements AutoCloseable {
    private static final int MAX_MESSAGE_BYTES = 64 * 1024;

    private final Venue venue;
    private final Faults faults;
    private final Credentials credentials;
    private final StreamLimits limits;
    private final TradeUpdatesStream updates;
    private final Map<String, Stream> streams = new LinkedHashMap<>();
    private final List<MarketBroadcast> broadcasts = new ArrayList<>();
    private final List<MarketDataStream> dataStreams = new ArrayList<>();

    /** Who connects while it closes needs no limit any more. */
    private final ScheduledExecutorService timeouts = new ScheduledThreadPoolExecutor(
            1,
            task -> {
                final Thread thread = new Thread(task, "alpaca-auth-timeouts");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    /**
     * Streams without a client.
     *
     * @param venue whose market and orders they tell of.
     * @param credentials that clients must show.
     * @param limits of the plan.
     * @param faults what goes wrong.
     */
    public Streams(final Venue venue, final Credentials credentials, final StreamLimits limits, final Faults faults) {
        this.venue = venue;
        this.faults = faults;
        this.credentials = credentials;
        this.limits = limits;
        for (final Feed feed : Feed.values()) {
            final MarketDataStream stream = new MarketDataStream(feed, venue.market(), credentials, limits);
            final MarketBroadcast broadcast = new MarketBroadcast(feed, venue.market(), stream);
            streams.put(feed.path(), stream);
            dataStreams.add(stream);
            broadcasts.add(broadcast);
            venue.market().tell(broadcast);
        }
        updates = new TradeUpdatesStream(venue.market(), credentials, faults);
        streams.put(TradeUpdatesStream.PATH, updates);
        venue.reports().tell(updates);
    }

    /**
     * Whether there is a stream.
     *
     * @param path such as /v2/iex.
     * @return false for an unknown path.
     */
    public boolean isStream(final String path) {
        return streams.containsKey(path);
    }

    /**
     * What is done with a new connection.
     *
     * @param path of a stream.
     * @return to be called when the handshake is over.
     */
    public WebSocketConnectionCallback callback(final String path) {
        final Stream stream = streams.get(path);
        return (exchange, channel) -> {
            final Session session = new Session(channel, path, stream.isBinary(), faults);
            final boolean shown = credentials.match(
                    exchange.getRequestHeader("APCA-API-KEY-ID"), exchange.getRequestHeader("APCA-API-SECRET-KEY"));
            channel.addCloseTask(closed -> {
                session.closed();
                venue.locked(() -> stream.onClosed(session));
            });
            venue.locked(() -> stream.onConnected(session, shown));
            channel.getReceiveSetter().set(new Receiver(stream, session));
            channel.resumeReceives();
            timeouts.schedule(
                    () -> venue.locked(() -> stream.onAuthenticationTimeout(session)),
                    limits.authTimeoutMs(),
                    TimeUnit.MILLISECONDS);
        };
    }

    /** Reads text, and JSON in binary frames, of a limited size. */
    private final class Receiver extends AbstractReceiveListener {
        private final Stream stream;
        private final Session session;

        Receiver(final Stream stream, final Session session) {
            this.stream = stream;
            this.session = session;
        }

        @Override
        protected void onFullTextMessage(final WebSocketChannel channel, final BufferedTextMessage message) {
            final String text = message.getData();
            venue.locked(() -> stream.onMessage(session, text));
        }

        @Override
        protected void onFullBinaryMessage(final WebSocketChannel channel, final BufferedBinaryMessage message) {
            final var data = message.getData();
            try {
                final String text = StandardCharsets.UTF_8
                        .decode(WebSockets.mergeBuffers(data.getResource()))
                        .toString();
                venue.locked(() -> stream.onMessage(session, text));
            } finally {
                data.free();
            }
        }

        @Override
        protected long getMaxTextBufferSize() {
            return MAX_MESSAGE_BYTES;
        }

        @Override
        protected long getMaxBinaryBufferSize() {
            return MAX_MESSAGE_BYTES;
        }
    }

    /** Sends what the market did since the last time; to be called under the venue's lock. */
    public void flush() {
        broadcasts.forEach(MarketBroadcast::flush);
    }

    /**
     * What the stream of order updates has told lately, whether or not anybody heard it; under the venue's lock.
     *
     * @param sinceNs the earliest, nanoseconds since the epoch.
     * @param untilNs the latest.
     * @param sinceId the least id; empty for any.
     * @param untilId the greatest id; empty for any.
     * @return each event as JSON, without its envelope.
     */
    public List<String> pastUpdates(
            final long sinceNs, final long untilNs, final String sinceId, final String untilId) {
        return updates.past(sinceNs, untilNs, sinceId, untilId);
    }

    /**
     * How many messages the slowest client has not taken yet; from any thread.
     *
     * @return 0 if all are up to date.
     */
    public int backlog() {
        return streams.values().stream()
                .flatMap(stream -> stream.sessions().stream())
                .mapToInt(Session::backlog)
                .max()
                .orElse(0);
    }

    /**
     * Whether somebody is authenticated at a market data stream; under the venue's lock.
     *
     * @return false if nobody would hear of the market.
     */
    public boolean hasSubscriber() {
        return dataStreams.stream().anyMatch(MarketDataStream::hasSubscriber);
    }

    /**
     * Whether anybody is connected; from any thread.
     *
     * @return false if all are gone.
     */
    public boolean hasClient() {
        return streams.values().stream().anyMatch(stream -> !stream.sessions().isEmpty());
    }

    /**
     * Lets connections end, or fall silent.
     *
     * @param fault drop, hold-slot or silent.
     */
    public void disturb(final Fault fault) {
        venue.locked(() -> streams.forEach((path, stream) -> {
            if (path.startsWith(fault.target())) {
                disturb(stream, fault);
            }
        }));
    }

    private static void disturb(final Stream stream, final Fault fault) {
        final List<Session> present = List.copyOf(stream.sessions());
        if (fault.kind() == FaultKind.SILENT) {
            present.forEach(session -> session.fallSilent(fault.ms()));
            return;
        }
        if (fault.kind() == FaultKind.HOLD_SLOT && !present.isEmpty()) {
            stream.holdSlot(fault.ms());
        }
        present.forEach(Session::cut);
    }

    @Override
    public void close() {
        timeouts.shutdownNow();
        streams.values().forEach(stream -> stream.sessions().forEach(Session::cut));
    }
}
