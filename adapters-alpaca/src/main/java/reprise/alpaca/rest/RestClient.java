package reprise.alpaca.rest;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/** All REST services of one account: one budget of calls, one pool of connections. Any thread. */
public final class RestClient implements AutoCloseable {
    private final OkHttpClient http;
    private final RequestBudget budget;
    private final RestClock clock;
    private final RandomGenerator random;
    private final Secrets secrets;
    private final Duration timeout;
    private final ClockWatch clockWatch;
    private volatile boolean closed;

    /**
     * How calls are made.
     *
     * @param keyId the key's name.
     * @param secret the key.
     * @param timeout how long an answer may take.
     * @param requestsPerMinute of all services together.
     */
    public record Settings(String keyId, String secret, Duration timeout, int requestsPerMinute) {
        @Override
        public String toString() {
            return "Settings[key " + keyId + ", timeout " + timeout + ", " + requestsPerMinute + " per minute]";
        }
    }

    /**
     * Connects to nothing yet.
     *
     * @param settings how calls are made.
     * @param clock for waits and limits.
     * @param random spreads waits; safe for all threads that call.
     */
    public RestClient(final Settings settings, final RestClock clock, final RandomGenerator random) {
        this.clock = clock;
        this.random = random;
        secrets = new Secrets(settings.keyId(), settings.secret());
        timeout = settings.timeout();
        budget = new RequestBudget(settings.requestsPerMinute());
        clockWatch = new ClockWatch(clock);
        http = new OkHttpClient.Builder()
                .addInterceptor(clockWatch)
                .callTimeout(timeout)
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .eventListener(SentMark.LISTENER)
                .build();
    }

    /**
     * Whom to tell that the services' clock is not ours.
     *
     * @param ear hears it once each time that they begin to differ, on the thread of a call.
     */
    public void tellOfClock(final Consumer<String> ear) {
        clockWatch.tell(ear);
    }

    /**
     * A service.
     *
     * @param base its address.
     * @return calls it within the common budget.
     */
    public RestService service(final URI base) {
        return new RestService(http, base, budget, clock, random, secrets, timeout, this::isClosed);
    }

    private boolean isClosed() {
        return closed;
    }

    /** Breaks off what is under way; what comes after it fails. */
    @Override
    public void close() {
        closed = true;
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        try {
            http.dispatcher().executorService().awaitTermination(1, TimeUnit.SECONDS);
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
