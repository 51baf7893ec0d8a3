package reprise.simulation.alpaca;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.websockets.WebSocketProtocolHandshakeHandler;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.Faults;
import reprise.simulation.alpaca.http.HttpApi;
import reprise.simulation.alpaca.market.Asset;
import reprise.simulation.alpaca.market.Market;
import reprise.simulation.alpaca.stream.Streams;

/**
 * A local venue that speaks Alpaca's protocol, at its paths, on one port of the loopback interface. Its market stands still until somebody
 * drives it: a test through {@link #market}, or {@link MarketPlayback}. Thread-safe.
 */
public final class AlpacaServer implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long MAX_BODY_BYTES = 256 * 1024;
    private static final int MAX_HEADER_BYTES = 32 * 1024;
    private static final int UNSUPPORTED = 415;
    private static final int IO_THREADS = 2;

    /** A thread may hand a connection to another, and that one to itself once more. */
    private static final int ROUNDS = 3;

    private final Venue venue;
    private final Faults faults = new Faults();
    private final Streams streams;
    private final HttpApi api;
    private final AlpacaMarket market;
    private final Undertow server;
    private final Undertow.ListenerInfo listener;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts to listen.
     *
     * @param config what the venue is like.
     * @throws IllegalStateException if the port is taken.
     */
    public AlpacaServer(final AlpacaConfig config) {
        venue = new Venue(
                new Market(
                        config.assets(),
                        config.hours(),
                        Duration.between(Instant.EPOCH, config.start()).toNanos()),
                config.terms());
        streams = new Streams(venue, config.credentials(), config.limits(), faults);
        api = new HttpApi(
                venue,
                config.credentials(),
                faults,
                config.requestsPerMinute(),
                config.limits().sip(),
                streams::flush,
                config.events() ? streams::pastUpdates : null);
        market = new AlpacaMarket(venue, streams, faults, api::isSettled);
        faults.atOnce(this::disturb);
        server = Undertow.builder()
                .addHttpListener(config.port(), HOST)
                .setIoThreads(IO_THREADS)
                .setWorkerThreads(IO_THREADS)
                .setServerOption(UndertowOptions.MAX_ENTITY_SIZE, MAX_BODY_BYTES)
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, MAX_HEADER_BYTES)
                .setHandler(this::handle)
                .build();
        try {
            server.start();
            listener = server.getListenerInfo().get(0);
        } catch (final RuntimeException e) {
            streams.close();
            api.close();
            final String why =
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new IllegalStateException("cannot listen at " + HOST + ":" + config.port() + ": " + why, e);
        }
    }

    private void handle(final HttpServerExchange exchange) throws Exception {
        final String upgrade = exchange.getRequestHeaders().getFirst(Headers.UPGRADE);
        if (!"websocket".equalsIgnoreCase(upgrade) || !streams.isStream(exchange.getRequestPath())) {
            api.handle(exchange);
        } else if ("application/msgpack".equals(exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE))) {
            exchange.setStatusCode(UNSUPPORTED);
            exchange.getResponseSender().send("this venue speaks JSON only");
        } else if (!api.refusesUpgrade(exchange)) {
            new WebSocketProtocolHandshakeHandler(streams.callback(exchange.getRequestPath())).handleRequest(exchange);
        }
    }

    private void disturb(final Fault fault) {
        switch (fault.kind()) {
            case DROP, HOLD_SLOT, SILENT -> streams.disturb(fault);
            case BUST -> market.step(() -> venue.desk().clearing().bustLastFill());
            case CORRECT -> market.step(() -> venue.desk().clearing().correctLastFillBy(new BigDecimal("0.01")));
            case TRADE_CORRECTION -> market.disturb(fault.target(), AlpacaMarket.Disturbance.CORRECTION);
            case TRADE_CANCEL -> market.disturb(fault.target(), AlpacaMarket.Disturbance.CANCEL);
            case LATE_TRADE -> market.disturb(fault.target(), AlpacaMarket.Disturbance.LATE_TRADE);
            case BAND -> market.disturb(fault.target(), AlpacaMarket.Disturbance.BAND);
            case HALT -> market.disturb(fault.target(), AlpacaMarket.Disturbance.HALT);
            case RESUME -> market.disturb(fault.target(), AlpacaMarket.Disturbance.RESUME);
            default -> throw new IllegalArgumentException("waits for an occasion: " + fault);
        }
    }

    /**
     * Where it listens.
     *
     * @return base address of REST, such as http://127.0.0.1:41234.
     */
    public URI httpUri() {
        return URI.create("http://" + HOST + ":" + port());
    }

    /**
     * The same for streams.
     *
     * @return such as ws://127.0.0.1:41234.
     */
    public URI wsUri() {
        return URI.create("ws://" + HOST + ":" + port());
    }

    /**
     * The port.
     *
     * @return the one that was asked for, or the free one that was found.
     */
    public int port() {
        return ((InetSocketAddress) listener.getAddress()).getPort();
    }

    /**
     * Moves the market.
     *
     * @return the same object always.
     */
    public AlpacaMarket market() {
        return market;
    }

    /**
     * Lets things go wrong.
     *
     * @return the same object always.
     */
    public Faults faults() {
        return faults;
    }

    /**
     * The streams, for whoever must not run ahead of them.
     *
     * @return the same object always.
     */
    Streams streams() {
        return streams;
    }

    Venue venue() {
        return venue;
    }

    /**
     * Whether a client listens to market data.
     *
     * @return false if nobody would hear of the market.
     */
    public boolean hasSubscriber() {
        return venue.locked(streams::hasSubscriber);
    }

    /**
     * Whether a client is connected to any stream.
     *
     * @return false if all are gone.
     */
    public boolean hasClient() {
        return streams.hasClient();
    }

    /**
     * Whether nothing more comes of the requests that have arrived.
     *
     * @return false while one of them, answered or not, has not had all its effects.
     */
    public boolean isQuiet() {
        return api.isQuiet();
    }

    /**
     * What the venue has seen of us.
     *
     * @return so far.
     */
    public AlpacaTally tally() {
        return venue.locked(() -> {
            final Map<String, BigDecimal> positions = new LinkedHashMap<>();
            for (final Asset asset : venue.market().assets()) {
                final BigDecimal quantity = venue.books().position(asset).quantity();
                if (quantity.signum() != 0) {
                    positions.put(asset.symbol(), quantity.stripTrailingZeros());
                }
            }
            return new AlpacaTally(
                    venue.orders().all().size(),
                    venue.desk().repeated(),
                    venue.reports().fills(),
                    venue.books().cash(),
                    venue.books().fees(),
                    positions);
        });
    }

    /** Takes no more connections, ends what is under way, then cuts those that are there. A second call has no effect. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        listener.suspend();
        api.close();
        streams.close();
        awaitConnections();
        server.stop();
    }

    /**
     * Lets each thread take the connections that it was handed before nobody else was to come: one that is told to end with such a connection
     * before it complains in the log.
     */
    private void awaitConnections() {
        for (int round = 0; round < ROUNDS; round++) {
            final CountDownLatch taken = new CountDownLatch(IO_THREADS);
            for (int i = 0; i < IO_THREADS; i++) {
                server.getWorker().getIoThread(i).execute(taken::countDown);
            }
            try {
                taken.await(1, TimeUnit.SECONDS);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
