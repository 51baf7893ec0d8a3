package reprise.core;

/**
 * How long the core waits for a venue's answer before the outcome counts as unknown, in event time.
 *
 * @param submitNs for the answer to a new order, in nanoseconds.
 * @param cancelNs for the answer to a cancel, in nanoseconds.
 * @param replaceNs for the answer to a replacement, in nanoseconds.
 * @param queryNs after which an order of unknown outcome is asked for again the first time, in nanoseconds; each time after that twice as
 *     long.
 * @param maxQueryNs the longest wait between two queries, in nanoseconds, at least {@code queryNs}.
 * @param maxQueries how many queries may stay without an answer before the instrument may only be reduced.
 */
public record OrderTimeouts(
        long submitNs, long cancelNs, long replaceNs, long queryNs, long maxQueryNs, int maxQueries) {
    /** Five seconds for everything, half a minute at most between queries, five of them. */
    public static final OrderTimeouts DEFAULT =
            new OrderTimeouts(5_000_000_000L, 5_000_000_000L, 5_000_000_000L, 5_000_000_000L, 30_000_000_000L, 5);

    private static final long MAX_NS = 86_400_000_000_000L;
    private static final int MAX_DOUBLINGS = 16;

    /** Checks that every time-out is more than nothing and at most a day, and that at least one query is waited for. */
    public OrderTimeouts {
        require("submitNs", submitNs);
        require("cancelNs", cancelNs);
        require("replaceNs", replaceNs);
        require("queryNs", queryNs);
        require("maxQueryNs", maxQueryNs);
        if (maxQueryNs < queryNs || maxQueries < 1) {
            throw new IllegalArgumentException("maxQueryNs must be at least queryNs, maxQueries at least 1: "
                    + maxQueryNs + ", " + queryNs + ", " + maxQueries);
        }
    }

    private static void require(final String name, final long value) {
        if (value <= 0 || value > MAX_NS) {
            throw new IllegalArgumentException(name + " must be from 1 to " + MAX_NS + ": " + value);
        }
    }

    /** How long to wait after the last of some queries. */
    long afterQueriesNs(final int queries) {
        final int doublings = Math.max(0, Math.min(queries - 1, MAX_DOUBLINGS));
        return Math.min(maxQueryNs, queryNs << doublings);
    }
}
