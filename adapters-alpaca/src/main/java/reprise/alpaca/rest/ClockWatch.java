package reprise.alpaca.rest;

import java.io.IOException;
import java.util.Date;
import java.util.function.Consumer;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Compares the server's clock with ours by the date that each answer has, and tells when they differ: what is recent, and when the market is open, is
 * judged by ours. Tells once, and again only after they agreed. Any thread.
 */
final class ClockWatch implements Interceptor {
    private static final long TOLERATED_MS = 2_000;
    private static final long MS_PER_SECOND = 1_000;

    private final RestClock clock;
    private volatile Consumer<String> ear = text -> {};
    private boolean isTold;

    ClockWatch(final RestClock clock) {
        this.clock = clock;
    }

    void tell(final Consumer<String> newEar) {
        ear = newEar;
    }

    @Override
    public Response intercept(final Chain chain) throws IOException {
        final long sentMs = clock.epochMs();
        final Response response = chain.proceed(chain.request());
        final Date date = response.headers().getDate("Date");
        if (date != null) {
            heard(date.getTime(), sentMs, clock.epochMs());
        }
        return response;
    }

    /** The answer was dated while we waited for it, in whole seconds: more than that is not known of their difference. */
    private void heard(final long dateMs, final long sentMs, final long receivedMs) {
        final long leastAheadMs = dateMs - receivedMs;
        final long leastBehindMs = sentMs - dateMs - MS_PER_SECOND;
        final long leastMs = Math.max(leastAheadMs, leastBehindMs);
        if (differs(leastMs > TOLERATED_MS)) {
            ear.accept("this machine's clock is " + (leastAheadMs > 0 ? "behind" : "ahead of") + " Alpaca's by "
                    + leastMs / MS_PER_SECOND + " s or more: synchronize it, or orders are judged by wrong times");
        }
    }

    private synchronized boolean differs(final boolean now) {
        final boolean isNews = now && !isTold;
        isTold = now;
        return isNews;
    }
}
