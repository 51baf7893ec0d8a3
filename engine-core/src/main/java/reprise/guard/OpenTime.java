package reprise.guard;

import reprise.calendar.SessionCalendar;

/**
 * Counts the time in which a market is open. Keeps the session it found last, so that most questions are answered by comparing. Owned by
 * the guard of one instrument; allocates nothing. Not part of replayed state: all of it follows from the question.
 */
final class OpenTime {
    /** Spans are counted over at most so many sessions: what is longer is known to be long. */
    static final int MAX_SESSIONS = 64;

    private static final long DAY_NS = 86_400_000_000_000L;

    private final SessionCalendar calendar;
    private final boolean extended;
    private int session;
    private long startNs = Long.MAX_VALUE;
    private long endNs = Long.MIN_VALUE;

    OpenTime(final TradingHours hours) {
        calendar = hours.calendar();
        extended = hours.extended();
    }

    /** How much open time lies in a span. */
    long between(final long fromNs, final long toNs) {
        if (calendar == null || fromNs >= toNs) {
            return Math.max(0, toNs - fromNs);
        }
        long openNs = 0;
        find(fromNs);
        for (int i = 0; i < MAX_SESSIONS && startNs < toNs; i++) {
            openNs += Math.min(endNs, toNs) - Math.max(startNs, fromNs);
            load(session + 1);
        }
        return openNs;
    }

    /** When so much open time will have passed. */
    long after(final long fromNs, final long openNs) {
        if (calendar == null) {
            return saturatedSum(fromNs, openNs);
        }
        if (fromNs < startNs || fromNs >= endNs) {
            find(fromNs);
        }
        long left = openNs;
        long beginNs = Math.max(fromNs, startNs);
        while (left > endNs - beginNs) {
            left -= endNs - beginNs;
            load(session + 1);
            if (startNs == Long.MAX_VALUE) {
                return Long.MAX_VALUE;
            }
            beginNs = startNs;
        }
        return beginNs + left;
    }

    /**
     * How many bars would fit into a span. Of a session that lies in it as a whole, a short last bar counts; of a part of one, halves are
     * rounded down, so that stamps that are a little off make no gap. Bars of a day or more count whole sessions.
     */
    long barsBetween(final long fromNs, final long toNs, final long periodNs) {
        if (fromNs >= toNs) {
            return 0;
        }
        if (calendar == null) {
            return rounded(toNs - fromNs, periodNs);
        }
        if (periodNs >= DAY_NS) {
            return rounded(wholeSessions(fromNs, toNs) * DAY_NS, periodNs);
        }
        long bars = 0;
        find(fromNs);
        for (int i = 0; i < MAX_SESSIONS && startNs < toNs; i++) {
            final boolean whole = fromNs <= startNs && toNs >= endNs;
            final long openNs = Math.min(endNs, toNs) - Math.max(startNs, fromNs);
            bars += whole ? -Math.floorDiv(-openNs, periodNs) : rounded(openNs, periodNs);
            load(session + 1);
        }
        return bars;
    }

    /** How much open time a bar covers: no more than its session has, or its sessions, of which a week has five. */
    long within(final long periodNs) {
        if (calendar == null) {
            return periodNs;
        }
        find(0);
        final long sessionNs = endNs - startNs;
        return periodNs < DAY_NS ? Math.min(periodNs, sessionNs) : sessionNs * Math.max(1, periodNs / DAY_NS * 5 / 7);
    }

    private long wholeSessions(final long fromNs, final long toNs) {
        find(fromNs);
        final int first = fromNs <= startNs ? session : session + 1;
        find(toNs);
        // The session found ends after the span, so it is the first that is not whole.
        return Math.max(0, session - first);
    }

    private static long rounded(final long spanNs, final long periodNs) {
        return spanNs / periodNs + (spanNs % periodNs > periodNs / 2 ? 1 : 0);
    }

    private static long saturatedSum(final long a, final long b) {
        final long sum = a + b;
        return sum < a ? Long.MAX_VALUE : sum;
    }

    /** The session that a time lies in, or the next. */
    private void find(final long timeNs) {
        if (timeNs >= startNs && timeNs < endNs) {
            return;
        }
        final int within = extended ? calendar.extendedSessionAt(timeNs) : SessionCalendar.NO_SESSION;
        load(within == SessionCalendar.NO_SESSION ? calendar.sessionAtOrAfter(timeNs) : within);
    }

    private void load(final int newSession) {
        if (newSession >= calendar.sessionCount()) {
            session = newSession;
            startNs = Long.MAX_VALUE;
            endNs = Long.MAX_VALUE;
            return;
        }
        session = newSession;
        startNs = extended ? calendar.preMarketNs(newSession) : calendar.openNs(newSession);
        endNs = extended ? calendar.postMarketNs(newSession) : calendar.closeNs(newSession);
    }
}
