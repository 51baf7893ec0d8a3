package reprise.alpaca.rest;

import okhttp3.Response;

/** What a service says of its own limit: how many calls are left, and when there are new ones. Any thread. */
final class ServerLimit {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    /** However odd its clock or ours, no service makes us wait longer. */
    private static final long LONGEST_WAIT_MS = 65_000;

    private static final int TOO_MANY_REQUESTS = 429;

    private final RestClock clock;
    private int remaining = UNLIMITED;
    private int perMinute = UNLIMITED;
    private int reserve;
    private long resetMs;

    ServerLimit(final RestClock clock) {
        this.clock = clock;
    }

    /** Takes a call and returns 0, or takes none and returns after how many milliseconds there are new ones. */
    synchronized long take(final Priority priority) {
        final long waitMs = resetMs - clock.epochMs();
        if (remaining > (priority == Priority.HISTORY ? reserve : 0) || waitMs <= 0) {
            remaining -= remaining == UNLIMITED || remaining == 0 ? 0 : 1;
            return 0;
        }
        return Math.min(waitMs, LONGEST_WAIT_MS);
    }

    /** After how many milliseconds so many calls, or all of a minute if that is less, are left; 0 for now. Takes none. */
    synchronized long untilLeft(final int calls) {
        final long waitMs = resetMs - clock.epochMs();
        return waitMs <= 0 || remaining >= Math.min(calls, perMinute) ? 0 : Math.min(waitMs, LONGEST_WAIT_MS);
    }

    /**
     * An answer came.
     *
     * @param response its headers.
     * @param restMs how long to leave the service alone if it refuses for the rate and does not say until when.
     */
    synchronized void heard(final Response response, final long restMs) {
        final long nowMs = clock.epochMs();
        final long limit = number(response, "X-RateLimit-Limit");
        final long left = number(response, "X-RateLimit-Remaining");
        final long reset = number(response, "X-RateLimit-Reset");
        final boolean saysWhen = reset > 0 && reset < Long.MAX_VALUE / 1000;
        if (saysWhen && left >= 0) {
            remaining = (int) Math.min(left, UNLIMITED - 1);
            perMinute = limit > 0 ? (int) Math.min(limit, UNLIMITED) : UNLIMITED;
            reserve = limit > 0 ? (int) Math.min(limit / 4, UNLIMITED) : 0;
            resetMs = Math.min(reset * 1000, nowMs + LONGEST_WAIT_MS);
        }
        if (response.code() == TOO_MANY_REQUESTS) {
            remaining = 0;
            final boolean isAhead = saysWhen && reset * 1000 > nowMs;
            resetMs = isAhead ? Math.min(reset * 1000, nowMs + LONGEST_WAIT_MS) : nowMs + restMs;
        }
    }

    private static long number(final Response response, final String header) {
        final String value = response.header(header);
        try {
            return value == null ? -1 : Long.parseLong(value.strip());
        } catch (final NumberFormatException notANumber) {
            return -1;
        }
    }
}
