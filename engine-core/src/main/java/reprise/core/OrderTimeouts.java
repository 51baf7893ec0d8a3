package reprise.core;

/**
 * How long the core waits for a venue's answer before the outcome counts as unknown, in event time.
 *
 * @param submitNs for the answer to a new order, in nanoseconds.
 * @param cancelNs for the answer to a cancel, in nanoseconds.
 * @param replaceNs for the answer to a replacement, in nanoseconds.
 * @param queryNs after which an order of unknown outcome is asked for again, in nanoseconds.
 */
public record OrderTimeouts(long submitNs, long cancelNs, long replaceNs, long queryNs) {
    /** Five seconds for everything. */
    public static final OrderTimeouts DEFAULT =
            new OrderTimeouts(5_000_000_000L, 5_000_000_000L, 5_000_000_000L, 5_000_000_000L);

    private static final long MAX_NS = 86_400_000_000_000L;

    /** Checks that every time-out is more than nothing and at most a day. */
    public OrderTimeouts {
        require("submitNs", submitNs);
        require("cancelNs", cancelNs);
        require("replaceNs", replaceNs);
        require("queryNs", queryNs);
    }

    private static void require(final String name, final long value) {
        if (value <= 0 || value > MAX_NS) {
            throw new IllegalArgumentException(name + " must be from 1 to " + MAX_NS + ": " + value);
        }
    }
}
