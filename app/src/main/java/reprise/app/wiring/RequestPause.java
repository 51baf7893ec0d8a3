package reprise.app.wiring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import reprise.alpaca.AlpacaVenue;

/**
 * Pauses a check before its account's limit of requests a minute is reached, and says for how long: a request that is one too many would fail a card
 * that has nothing to do with it. Single-threaded.
 */
final class RequestPause {
    /** Generous: a card makes about ten, its cleaning up included. */
    private static final int REQUESTS_OF_A_CARD = 40;

    private static final long PARK_NS = 100_000_000L;
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long SAID_EVERY_NS = 10 * NS_PER_SECOND;

    private final List<IntFunction<Duration>> venues = new ArrayList<>();
    private final BooleanSupplier isStopped;
    private final Consumer<String> words;
    private long waitedNs;

    /**
     * A pause for an account that nobody uses yet.
     *
     * @param isStopped whether to wait no longer.
     * @param words is told how long it waits.
     */
    RequestPause(final BooleanSupplier isStopped, final Consumer<String> words) {
        this.isStopped = isStopped;
        this.words = words;
    }

    /** Requests of this venue count, too, also when it is closed. */
    AlpacaVenue counting(final AlpacaVenue venue) {
        count(venue::untilRequests);
        return venue;
    }

    /** Of something that knows how long it takes until so many requests are left. */
    void count(final IntFunction<Duration> untilRequests) {
        venues.add(untilRequests);
    }

    /** Waits until there are enough requests for a card. */
    void await() {
        final long startNanoTime = System.nanoTime();
        long saidNanoTime = startNanoTime - SAID_EVERY_NS;
        for (long leftNs = leftNs(); leftNs > 0 && !isStopped.getAsBoolean(); leftNs = leftNs()) {
            if (System.nanoTime() - saidNanoTime >= SAID_EVERY_NS && leftNs > NS_PER_SECOND) {
                saidNanoTime = System.nanoTime();
                words.accept("the requests of this minute are used up: waiting " + seconds(leftNs) + " s for the next");
            }
            LockSupport.parkNanos(Math.min(leftNs, PARK_NS));
        }
        waitedNs += System.nanoTime() - startNanoTime;
    }

    private long leftNs() {
        return venues.stream()
                .map(venue -> venue.apply(REQUESTS_OF_A_CARD))
                .mapToLong(Duration::toNanos)
                .max()
                .orElse(0);
    }

    private static long seconds(final long ns) {
        return (ns + NS_PER_SECOND - 1) / NS_PER_SECOND;
    }

    /** How long it waited in all, in whole seconds. */
    long waitedSeconds() {
        return waitedNs / NS_PER_SECOND;
    }
}
