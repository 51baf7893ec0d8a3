package reprise.alpaca.stream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: any time up to a bound that doubles with each failure, so that those who failed together do not come
 * back together. Single-threaded.
 */
public final class BackOff {
    private final long firstNs;
    private final long lastNs;
    private final RandomGenerator random;
    private long boundNs;
    private int failures;

    /**
     * Nothing failed yet.
     *
     * @param first the bound of the first wait.
     * @param last the bound that none exceeds.
     * @param random where the waits come from.
     */
    public BackOff(final Duration first, final Duration last, final RandomGenerator random) {
        firstNs = first.toNanos();
        lastNs = Math.max(firstNs, last.toNanos());
        this.random = random;
        reset();
    }

    /**
     * Something failed.
     *
     * @return how long to wait, in nanoseconds.
     */
    public long nextNs() {
        final long waitNs = random.nextLong(boundNs + 1);
        boundNs = boundNs > lastNs / 2 ? lastNs : boundNs * 2;
        failures++;
        return waitNs;
    }

    /** It works again. */
    public void reset() {
        boundNs = firstNs;
        failures = 0;
    }

    /**
     * How often it failed in a row.
     *
     * @return 0 after success.
     */
    public int failures() {
        return failures;
    }
}
