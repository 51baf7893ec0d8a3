package reprise.alpaca.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * A REST service: calls it, waits for the answer on the caller's thread, and gives errors as values. Whatever is refused for its rate is
 * asked again when there are new calls, because nothing was taken; a GET is also asked again after failures of the way or of the server;
 * nothing else is ever sent twice. Any number of threads.
 */
public final class RestService {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final byte[] NOTHING = {};

    /** More than any page of history has. */
    private static final long MAX_BODY_BYTES = 32L << 20;

    private static final long MAX_LINE_BYTES = 1L << 20;
    private static final int MAX_ATTEMPTS = 3;
    private static final long FIRST_PAUSE_NS = 200_000_000;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CLIENT_CLOSED = 499;
    private static final long MS = 1_000_000;

    private final OkHttpClient http;
    private final String base;
    private final RequestBudget budget;
    private final ServerLimit serverLimit;
    private final RestClock clock;
    private final RandomGenerator random;
    private final Secrets secrets;
    private final BooleanSupplier isClosed;
    private final long patienceNs;

    RestService(
            final OkHttpClient http,
            final URI base,
            final RequestBudget budget,
            final RestClock clock,
            final RandomGenerator random,
            final Secrets secrets,
            final Duration patience,
            final BooleanSupplier isClosed) {
        this.http = http;
        this.base = base.toString().replaceAll("/+$", "");
        this.budget = budget;
        this.clock = clock;
        this.random = random;
        this.secrets = secrets;
        this.isClosed = isClosed;
        patienceNs = patience.toNanos();
        serverLimit = new ServerLimit(clock);
    }

    /**
     * Reads.
     *
     * @param path from the service's base on, with the query, encoded.
     * @param priority who goes first.
     * @return what came of it.
     */
    public RestAnswer get(final String path, final Priority priority) {
        return call(new Request.Builder().url(base + path).get(), true, priority);
    }

    /**
     * Reads a text line by line, until it ends, or nothing comes for a while, or the time of an answer is over.
     *
     * @param path from the service's base on, with the query, encoded.
     * @param quiet after which silence it has ended.
     * @param lines takes each.
     * @return what came of it, without the text; done if it began.
     */
    public RestAnswer lines(final String path, final Duration quiet, final Consumer<String> lines) {
        try {
            if (!awaitTurn(Priority.ORDERS, clock.nanoTime())) {
                return RestAnswer.notSent("no call is left in time");
            }
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
            return RestAnswer.notSent("closing");
        }
        final Request request =
                secrets.sign(new Request.Builder().url(base + path).get()).build();
        final OkHttpClient patient = http.newBuilder().readTimeout(quiet).build();
        try (Response response = patient.newCall(request).execute()) {
            serverLimit.heard(response, jittered(FIRST_PAUSE_NS) / MS);
            if (!response.isSuccessful()) {
                return read(response);
            }
            read(response.body().source(), lines);
            return RestAnswer.done(response.code(), NOTHING);
        } catch (final IOException lost) {
            return RestAnswer.failed(Outcome.UNKNOWN, 0, 0, secrets.hide(ErrorText.bounded(String.valueOf(lost))));
        }
    }

    private static void read(final BufferedSource source, final Consumer<String> lines) throws IOException {
        try {
            while (!source.exhausted()) {
                lines.accept(source.readUtf8LineStrict(MAX_LINE_BYTES));
            }
        } catch (final InterruptedIOException quiet) {
            // What has not come by now is not waited for.
            return;
        }
    }

    /**
     * Asks for something new, once.
     *
     * @param path from the service's base on.
     * @param json body.
     * @param length of the body in bytes, from its beginning.
     * @return what came of it.
     */
    public RestAnswer post(final String path, final byte[] json, final int length) {
        return call(new Request.Builder().url(base + path).post(body(json, length)), false, Priority.ORDERS);
    }

    /**
     * Asks for a change, once.
     *
     * @param path from the service's base on.
     * @param json body.
     * @param length of the body in bytes, from its beginning.
     * @return what came of it.
     */
    public RestAnswer patch(final String path, final byte[] json, final int length) {
        return call(new Request.Builder().url(base + path).patch(body(json, length)), false, Priority.ORDERS);
    }

    /**
     * Asks for something to end, once.
     *
     * @param path from the service's base on.
     * @return what came of it.
     */
    public RestAnswer delete(final String path) {
        return call(new Request.Builder().url(base + path).delete(), false, Priority.ORDERS);
    }

    /**
     * How long to do without calls, so that there are several at once then: by our own budget, and by what the server said last.
     *
     * @param calls how many; all of a minute if those are fewer.
     * @return nothing if they are there now.
     */
    public Duration untilLeft(final int calls) {
        final long ours = budget.untilLeft(calls, clock.nanoTime());
        return Duration.ofNanos(Math.max(ours, serverLimit.untilLeft(calls) * MS));
    }

    private static RequestBody body(final byte[] json, final int length) {
        return RequestBody.create(json, JSON, 0, length);
    }

    private RestAnswer call(final Request.Builder builder, final boolean isRepeatable, final Priority priority) {
        final long startNs = clock.nanoTime();
        RestAnswer last = RestAnswer.notSent("no call is left in time");
        try {
            for (int attempt = 1; awaitTurn(priority, startNs); attempt++) {
                last = callOnce(builder, attempt);
                final boolean again = last.isTooMany() || isRepeatable && isPassing(last) && attempt < MAX_ATTEMPTS;
                if (!again) {
                    return last;
                }
                if (!last.isTooMany()) {
                    clock.sleep(jittered(FIRST_PAUSE_NS << attempt));
                }
            }
            return last;
        } catch (final InterruptedException closing) {
            Thread.currentThread().interrupt();
            return RestAnswer.notSent("closing");
        }
    }

    private static boolean isPassing(final RestAnswer answer) {
        return answer.outcome() == Outcome.UNKNOWN || answer.outcome() == Outcome.NOT_SENT;
    }

    /** Waits until a call may be made. Returns false if that would be too late. */
    private boolean awaitTurn(final Priority priority, final long startNs) throws InterruptedException {
        while (!isClosed.getAsBoolean()) {
            long waitNs = serverLimit.take(priority) * MS;
            if (waitNs > 0) {
                waitNs += jittered(waitNs / 8 + 50 * MS);
            } else {
                waitNs = budget.take(priority, clock.nanoTime());
                if (waitNs == 0) {
                    return true;
                }
            }
            if (priority == Priority.ORDERS && clock.nanoTime() - startNs + waitNs > patienceNs) {
                return false;
            }
            clock.sleep(waitNs);
        }
        return false;
    }

    /** Between half of a span and all of it, so that many clients do not come at the same time. */
    private long jittered(final long spanNs) {
        return spanNs / 2 + random.nextLong(spanNs / 2 + 1);
    }

    private RestAnswer callOnce(final Request.Builder builder, final int attempt) {
        final SentMark mark = new SentMark();
        final Request request = secrets.sign(builder).tag(SentMark.class, mark).build();
        try (Response response = http.newCall(request).execute()) {
            serverLimit.heard(response, jittered(FIRST_PAUSE_NS << Math.min(attempt, 8)) / MS);
            return read(response);
        } catch (final IOException lost) {
            final Outcome outcome = mark.isSet() ? Outcome.UNKNOWN : Outcome.NOT_SENT;
            return RestAnswer.failed(outcome, 0, 0, secrets.hide(ErrorText.bounded(NetworkTrouble.words(lost))));
        }
    }

    private RestAnswer read(final Response response) throws IOException {
        final BufferedSource source = response.body().source();
        if (source.request(MAX_BODY_BYTES + 1)) {
            return RestAnswer.failed(Outcome.UNKNOWN, response.code(), 0, "the answer is too long");
        }
        final byte[] body = response.code() == 204 ? NOTHING : source.readByteArray();
        if (response.isSuccessful()) {
            return RestAnswer.done(response.code(), body);
        }
        final ErrorText error = ErrorText.of(body);
        final String message = error.message().isEmpty() ? response.message() : error.message();
        return RestAnswer.failed(outcome(response.code()), response.code(), error.code(), secrets.hide(message));
    }

    private static Outcome outcome(final int status) {
        final boolean isRefusal = status >= 400 && status < 500 && status != REQUEST_TIMEOUT && status != CLIENT_CLOSED;
        return isRefusal ? Outcome.REFUSED : Outcome.UNKNOWN;
    }
}
