package reprise.simulation.alpaca.http;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.SameThreadExecutor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import reprise.simulation.alpaca.account.Refusal;
import reprise.simulation.alpaca.account.Venue;
import reprise.simulation.alpaca.fault.Fault;
import reprise.simulation.alpaca.fault.FaultKind;
import reprise.simulation.alpaca.fault.Faults;
import reprise.simulation.alpaca.wire.Credentials;
import reprise.simulation.alpaca.wire.Json;

/** Answers requests, well or badly. Thread-safe; what a request does happens under the venue's lock. */
public final class HttpApi implements AutoCloseable {
    static final int SERVER_ERROR = 500;

    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final String PAGE =
            "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private static final int BAD_GATEWAY = 502;
    private static final int THREADS = 16;
    private static final long PATIENCE_SECONDS = 5;

    private final Venue venue;
    private final Credentials credentials;
    private final Faults faults;
    private final FaultRoutes faultRoutes;
    private final Runnable flush;
    private final List<Route> routes = new ArrayList<>();
    private final RateLimit tradingLimit;
    private final RateLimit dataLimit;
    private final AtomicInteger unsettled = new AtomicInteger();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ExecutorService workers;

    /**
     * An interface to a venue.
     *
     * @param venue that it changes and reads.
     * @param credentials that requests must show.
     * @param faults what goes wrong.
     * @param requestsPerMinute of trading and of data, each.
     * @param recentSip whether recent prices of all exchanges may be asked for.
     * @param flush sends what streams have to tell.
     * @param events that may be read again; null if none may.
     */
    public HttpApi(
            final Venue venue,
            final Credentials credentials,
            final Faults faults,
            final int requestsPerMinute,
            final boolean recentSip,
            final Runnable flush,
            final PastEvents events) {
        this.venue = venue;
        this.credentials = credentials;
        this.faults = faults;
        this.flush = flush;
        faultRoutes = new FaultRoutes(faults);
        tradingLimit = new RateLimit(requestsPerMinute);
        dataLimit = new RateLimit(requestsPerMinute);
        routes.addAll(new OrderRoutes(venue, faults).routes());
        routes.addAll(new AccountRoutes(venue).routes());
        routes.addAll(new DataRoutes(venue, recentSip).routes());
        if (events != null) {
            routes.add(Route.of("GET", "/v2/events/trades", request -> Reply.ok(past(request, events))));
        }
        workers = newWorkers();
    }

    private static EventText past(final Request request, final PastEvents events) {
        return new EventText(events.between(
                request.time("since", Long.MIN_VALUE),
                request.time("until", Long.MAX_VALUE),
                request.query("since_id", ""),
                request.query("until_id", "")));
    }

    /** Server-sent events, up to the present: the answer ends with them. */
    private record EventText(List<String> events) {
        @Override
        public String toString() {
            return events.stream().map(event -> "data: " + event + "\n\n").collect(Collectors.joining());
        }
    }

    /** What comes when they are closed is dropped: its client loses the connection as well. */
    private static ExecutorService newWorkers() {
        final AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(
                THREADS,
                THREADS,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    final Thread thread = new Thread(task, "alpaca-http-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Whether every request that was answered has had all its effects.
     *
     * @return false while one has not; true when closed, for then nothing has any.
     */
    public boolean isSettled() {
        return unsettled.get() == 0 || workers.isShutdown();
    }

    /**
     * Whether every request that came, answered or not, has had all its effects.
     *
     * @return false while one has not.
     */
    public boolean isQuiet() {
        return underWay.get() == 0 && isSettled();
    }

    /**
     * Takes a request; answers on another thread.
     *
     * @param exchange on its I/O thread.
     */
    public void handle(final HttpServerExchange exchange) {
        exchange.getRequestReceiver().receiveFullString((received, body) -> {
            underWay.incrementAndGet();
            received.dispatch(SameThreadExecutor.INSTANCE, () -> workers.execute(() -> take(received, body)));
        });
    }

    private void take(final HttpServerExchange exchange, final String body) {
        try {
            serve(exchange, body);
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void serve(final HttpServerExchange exchange, final String body) {
        final Request request = request(exchange, body);
        if (request.path().startsWith(FaultRoutes.BASE)) {
            send(exchange, faultRoutes.handle(request), null);
            return;
        }
        final String place = request.method() + " " + request.path();
        if (faults.take(FaultKind.RESET, place).isPresent()) {
            cut(exchange);
            return;
        }
        faults.take(FaultKind.SLOW, place).map(Fault::ms).ifPresent(HttpApi::sleep);
        if (faults.take(FaultKind.HTML, place).isPresent()) {
            exchange.setStatusCode(BAD_GATEWAY);
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/html");
            exchange.getResponseSender().send(PAGE);
            return;
        }
        final RateLimit limit = isData(request.path()) ? dataLimit : tradingLimit;
        RateLimit.Standing standing = limit.request();
        if (faults.take(FaultKind.TOO_MANY_BARE, place).isPresent()) {
            send(exchange, tooMany(), null);
            return;
        }
        if (faults.take(FaultKind.TOO_MANY, place).isPresent()) {
            standing = standing.exceeded();
        }
        serve(exchange, request, standing);
    }

    private void serve(final HttpServerExchange exchange, final Request request, final RateLimit.Standing standing) {
        if (standing.isExceeded()) {
            send(exchange, tooMany(), standing);
            return;
        }
        if (!isAuthorized(exchange)) {
            send(exchange, error(UNAUTHORIZED, 40_110_000, "unauthorized."), standing);
            return;
        }
        unsettled.incrementAndGet();
        final Reply reply = reply(request);
        final boolean changes = !request.method().equals("GET") && reply.status() < UNAUTHORIZED;
        final String place = request.method() + " " + request.path();
        final Optional<Fault> lost = changes ? faults.take(FaultKind.LOST_ANSWER, place) : Optional.empty();
        if (lost.isPresent()) {
            settle(reply);
            if (lost.get().ms() > 0) {
                sleep(lost.get().ms());
                cut(exchange);
            }
        } else if (changes && faults.take(FaultKind.ERROR_AFTER_ACCEPT, place).isPresent()) {
            send(exchange, reply.answering(SERVER_ERROR, serverError()), standing, () -> settle(reply));
        } else {
            send(exchange, reply, standing, () -> settle(reply));
        }
    }

    private void settle(final Reply reply) {
        workers.execute(() -> {
            try {
                venue.locked(() -> {
                    reply.afterwards().run();
                    flush.run();
                });
            } finally {
                unsettled.decrementAndGet();
            }
        });
    }

    private Reply reply(final Request request) {
        for (final Route route : routes) {
            final List<String> parts = route.method().equals(request.method()) ? route.partsOf(request.path()) : null;
            if (parts != null) {
                return reply(route, request.with(parts));
            }
        }
        return error(NOT_FOUND, 40_410_000, "endpoint not found.");
    }

    private Reply reply(final Route route, final Request request) {
        try {
            return venue.locked(() -> route.handler().apply(request));
        } catch (final Refusal e) {
            // Data answers have no code.
            return isData(request.path())
                    ? Reply.message(e.status(), e.getMessage())
                    : new Reply(e.status(), e.body(), () -> {});
        } catch (final RuntimeException e) {
            System.err.println("reprise: venue alpaca: " + request.method() + " " + request.path() + ": " + e);
            return new Reply(SERVER_ERROR, serverError(), () -> {});
        }
    }

    private static boolean isData(final String path) {
        return path.startsWith("/v2/stocks") || path.startsWith("/v1beta3/");
    }

    private static Reply tooMany() {
        return error(TOO_MANY, 42_910_000, "rate limit exceeded");
    }

    static Map<String, Object> serverError() {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", 50_010_000);
        body.put("message", "internal server error occurred");
        return body;
    }

    private static Reply error(final int status, final int code, final String message) {
        final Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("message", message);
        return new Reply(status, body, () -> {});
    }

    private boolean isAuthorized(final HttpServerExchange exchange) {
        return credentials.match(
                exchange.getRequestHeaders().getFirst("APCA-API-KEY-ID"),
                exchange.getRequestHeaders().getFirst("APCA-API-SECRET-KEY"));
    }

    private static Request request(final HttpServerExchange exchange, final String body) {
        final Map<String, String> query = new LinkedHashMap<>();
        exchange.getQueryParameters().forEach((name, values) -> query.put(name, values.getFirst()));
        return new Request(exchange.getRequestMethod().toString(), exchange.getRequestPath(), List.of(), query, body);
    }

    private void send(final HttpServerExchange exchange, final Reply reply, final RateLimit.Standing standing) {
        send(exchange, reply, standing, () -> {});
    }

    private void send(
            final HttpServerExchange exchange,
            final Reply reply,
            final RateLimit.Standing standing,
            final Runnable afterwards) {
        exchange.setStatusCode(reply.status());
        if (standing != null) {
            putLimits(exchange, standing);
        }
        final boolean isEvents = reply.body() instanceof EventText;
        if (reply.body() != null) {
            final String type = isEvents ? "text/event-stream" : "application/json";
            exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
        }
        final String text = reply.body() == null ? "" : isEvents ? reply.body().toString() : Json.write(reply.body());
        final Sent sent = new Sent(afterwards);
        try {
            exchange.getResponseSender().send(text, sent);
        } catch (final RuntimeException hungUp) {
            // The client hung up in this very moment and took the exchange along, which the sender is not prepared for.
            sent.happens();
        }
    }

    /** What follows an answer follows it once, whether or not the client heard of it: the request was taken. */
    private static final class Sent implements IoCallback {
        private final AtomicReference<Runnable> afterwards;

        Sent(final Runnable afterwards) {
            this.afterwards = new AtomicReference<>(afterwards);
        }

        void happens() {
            final Runnable once = afterwards.getAndSet(null);
            if (once != null) {
                once.run();
            }
        }

        @Override
        public void onComplete(final HttpServerExchange done, final Sender sender) {
            IoCallback.END_EXCHANGE.onComplete(done, sender);
            happens();
        }

        @Override
        public void onException(final HttpServerExchange done, final Sender sender, final IOException failure) {
            IoCallback.END_EXCHANGE.onException(done, sender, failure);
            happens();
        }
    }

    private static void putLimits(final HttpServerExchange exchange, final RateLimit.Standing standing) {
        put(exchange, "X-RateLimit-Limit", standing.limit());
        put(exchange, "X-RateLimit-Remaining", Math.max(0, standing.remaining()));
        put(exchange, "X-RateLimit-Reset", standing.resetSeconds());
    }

    private static void put(final HttpServerExchange exchange, final String name, final long value) {
        exchange.getResponseHeaders().put(HttpString.tryFromString(name), Long.toString(value));
    }

    private static void cut(final HttpServerExchange exchange) {
        try {
            exchange.getConnection().close();
        } catch (final IOException e) {
            exchange.endExchange();
        }
    }

    private static void sleep(final long ms) {
        try {
            Thread.sleep(ms);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * A fault of a stream's handshake.
     *
     * @param exchange of the handshake.
     * @return whether it was refused as one too many.
     */
    public boolean refusesUpgrade(final HttpServerExchange exchange) {
        final Optional<Fault> fault = faults.take(FaultKind.TOO_MANY, "UPGRADE " + exchange.getRequestPath());
        fault.ifPresent(present -> exchange.setStatusCode(TOO_MANY));
        return fault.isPresent();
    }

    /** Ends what is under way; to be called while connections are still there, because it may want to answer. */
    @Override
    public void close() {
        workers.shutdownNow();
        try {
            workers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
