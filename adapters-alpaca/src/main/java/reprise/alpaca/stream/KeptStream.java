package reprise.alpaca.stream;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import reprise.port.VenueLink;

/**
 * Keeps one WebSocket connection: connects, hands what comes to its handler, connects again after a wait when the connection breaks, is refused,
 * or falls silent while something is expected. The wait is any time up to a bound that doubles each time, and is short again after a
 * connection that lasted. It ends when it is closed, when the handler says so, or when the server refuses the very first connection in a way that
 * no repetition changes.
 *
 * <pre>
 *   connect -> opened -> (the handler speaks) -> established -> frames ...
 *      ^          |               |                  |
 *      +-- wait --+--- retryLater, lost, silent -----+         stop -> fatal
 * </pre>
 *
 * <p>Two threads: one connects, reads and calls the handler; one watches the other. Started and closed by the owner's thread.
 */
public final class KeptStream implements AutoCloseable {
    private static final Duration PING = Duration.ofSeconds(10);
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final StreamSettings settings;
    private final StreamHandler handler;
    private final StreamTime time;
    private final BackOff backOff;
    private final SilenceWatch watch;
    private final Request request;
    private final OkHttpClient client;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Thread reader;
    private VenueLink link;
    private boolean wasEstablished;
    private volatile SocketConnection connection;

    /**
     * A stream that is not started.
     *
     * @param settings how it is kept.
     * @param handler speaks on it.
     */
    public KeptStream(final StreamSettings settings, final StreamHandler handler) {
        this(settings, handler, StreamTime.SYSTEM, new SplittableRandom());
    }

    /**
     * A stream that is not started.
     *
     * @param settings how it is kept.
     * @param handler speaks on it.
     * @param time it lives by.
     * @param random where its waits come from.
     */
    public KeptStream(
            final StreamSettings settings,
            final StreamHandler handler,
            final StreamTime time,
            final RandomGenerator random) {
        this.settings = settings;
        this.handler = handler;
        this.time = time;
        backOff = new BackOff(settings.firstRetry(), settings.lastRetry(), random);
        watch = new SilenceWatch(settings, handler, time);
        request = new Request.Builder().url(settings.uri().toString()).build();
        client = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(new CallerExecutor()))
                .connectTimeout(settings.setup())
                .readTimeout(settings.setup())
                .callTimeout(Duration.ZERO)
                .pingInterval(PING)
                .webSocketCloseTimeout(GOODBYE)
                .followRedirects(false)
                .build();
    }

    /**
     * Begins to connect; returns at once. To be called once.
     *
     * @param venueLink hears notices and what is fatal.
     */
    public void start(final VenueLink venueLink) {
        link = venueLink;
        reader = daemon(settings.name(), this::keep);
        daemon(settings.name() + "-watch", this::watch);
    }

    private static Thread daemon(final String name, final Runnable work) {
        final Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void keep() {
        try {
            boolean more = true;
            while (more && !isClosed()) {
                more = connectOnce() && !time.await(closed, waitNs());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection = null;
        }
    }

    /** Whether there is a point in trying again. */
    private boolean connectOnce() {
        final SocketConnection next = new SocketConnection(settings.name(), handler, this::onEstablished);
        connection = next;
        final long beganNs = time.elapsedNs();
        if (!isClosed()) {
            next.run(client, request);
        }
        if (isClosed()) {
            return false;
        }
        if (next.isHopeless() || !wasEstablished && isFinal(next.refusal())) {
            link.onFatal(settings.name() + ": " + next.why());
            return false;
        }
        if (next.isEstablished()
                && time.elapsedNs() - beganNs >= settings.lastRetry().toNanos()) {
            backOff.reset();
        }
        return true;
    }

    private void onEstablished() {
        wasEstablished = true;
        if (backOff.failures() > 0) {
            link.onNotice(settings.name() + ": connected again");
        }
    }

    private static boolean isFinal(final int httpStatus) {
        return httpStatus == 400 || httpStatus == 401 || httpStatus == 403 || httpStatus == 404;
    }

    /** A wait before the next connection, which the user is told of: the first few times, then ever less often. */
    private long waitNs() {
        final long waitNs = backOff.nextNs();
        final int failures = backOff.failures();
        if (Integer.bitCount(failures) == 1) {
            link.onNotice(String.format(
                    Locale.ROOT,
                    "%s: %s; connecting again in %.1f s%s",
                    settings.name(),
                    connection.why(),
                    waitNs / 1e9,
                    failures == 1 ? "" : ", after " + failures + " connections that did not last"));
        }
        return waitNs;
    }

    private void watch() {
        try {
            while (!time.await(closed, watch.periodNs()) && reader.isAlive()) {
                watch.check(connection);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    /** Says goodbye and ends both threads, within a few seconds. A second call has no effect. */
    @Override
    public void close() {
        closed.countDown();
        final SocketConnection open = connection;
        if (open == null || !open.close()) {
            client.dispatcher().cancelAll();
        }
        if (reader != null && !ended(GOODBYE)) {
            client.dispatcher().cancelAll();
            if (!ended(GOODBYE)) {
                link.onNotice(settings.name() + ": the thread is still busy, and is left behind");
            }
        }
        client.connectionPool().evictAll();
    }

    private boolean ended(final Duration limit) {
        try {
            reader.join(limit.toMillis());
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !reader.isAlive();
    }
}
