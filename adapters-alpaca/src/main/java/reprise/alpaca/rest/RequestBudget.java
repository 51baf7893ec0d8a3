package reprise.alpaca.rest;

/**
 * How many calls may be made in a minute, whatever the minute: never more than the budget in any 60 s. Shared by all services and threads.
 */
final class RequestBudget {
    static final long MINUTE_NS = 60_000_000_000L;

    private final long[] takenNs;
    private int oldest;
    private int taken;

    RequestBudget(final int requestsPerMinute) {
        if (requestsPerMinute < 4) {
            throw new IllegalArgumentException("requestsPerMinute must be at least 4: " + requestsPerMinute);
        }
        takenNs = new long[requestsPerMinute];
    }

    /** Takes a call now and returns 0, or takes none and returns after how many nanoseconds to ask again. */
    synchronized long take(final Priority priority, final long nowNs) {
        forget(nowNs);
        final int allowed = allowed(takenNs.length, priority);
        if (taken >= allowed) {
            final int lastInTheWay = (oldest + taken - allowed) % takenNs.length;
            return Math.max(1, takenNs[lastInTheWay] + MINUTE_NS - nowNs);
        }
        takenNs[(oldest + taken) % takenNs.length] = nowNs;
        taken++;
        return 0;
    }

    /** After how many nanoseconds so many calls, or all of a minute if that is less, are left; 0 for now. Takes none. */
    synchronized long untilLeft(final int calls, final long nowNs) {
        forget(nowNs);
        final int inTheWay = taken + Math.min(calls, takenNs.length) - takenNs.length;
        return inTheWay <= 0 ? 0 : takenNs[(oldest + inTheWay - 1) % takenNs.length] + MINUTE_NS - nowNs;
    }

    private void forget(final long nowNs) {
        while (taken > 0 && nowNs - takenNs[oldest] >= MINUTE_NS) {
            oldest = (oldest + 1) % takenNs.length;
            taken--;
        }
    }

    /** How many of the calls of a minute a priority may use. */
    static int allowed(final int limit, final Priority priority) {
        return priority == Priority.ORDERS ? limit : limit - Math.max(1, limit / 4);
    }
}
