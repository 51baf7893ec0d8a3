package reprise.simulation.alpaca.http;

/** How many requests a minute of wall time may have. Thread-safe. */
final class RateLimit {
    private static final long MS_PER_MINUTE = 60_000;
    private static final long MS_PER_SECOND = 1_000;

    private final int perMinute;
    private long minute;
    private int used;

    RateLimit(final int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * What is left after a request.
     *
     * @param limit of a minute.
     * @param remaining 0 or more; -1 for one too many.
     * @param resetSeconds when the next minute begins, seconds since the epoch.
     */
    record Standing(int limit, int remaining, long resetSeconds) {
        boolean isExceeded() {
            return remaining < 0;
        }

        Standing exceeded() {
            return new Standing(limit, -1, resetSeconds);
        }
    }

    synchronized Standing request() {
        final long now = System.currentTimeMillis() / MS_PER_MINUTE;
        if (now != minute) {
            minute = now;
            used = 0;
        }
        used = Math.min(used + 1, perMinute + 1);
        return new Standing(perMinute, perMinute - used, (now + 1) * MS_PER_MINUTE / MS_PER_SECOND);
    }
}
