package reprise.bar;

import reprise.calendar.SessionCalendar;

/**
 * Where time bars begin and end. Keeps the interval and the session that it found last, so that most questions are answered by comparing;
 * a table is searched once a session. Single-threaded, owned by its builder; allocates nothing. Not part of replayed state: all of it
 * follows from the question.
 */
final class BarIntervals {
    /** Monday 1970-01-05, midnight UTC: lengths of whole weeks begin on Mondays. */
    private static final long UTC_ANCHOR_NS = 4 * 86_400_000_000_000L;

    private final long lengthNs;
    private final SessionCalendar calendar;
    private final boolean extendedHours;
    private long startNs = Long.MAX_VALUE;
    private long endNs = Long.MIN_VALUE;
    private long sessionStartNs = Long.MAX_VALUE;
    private long sessionEndNs = Long.MIN_VALUE;

    BarIntervals(final BarSpec spec) {
        lengthNs = spec.size();
        calendar = spec.calendar();
        extendedHours = spec.extendedHours();
    }

    /** Finds the interval of a time. Returns false, and keeps what was found before, if the time lies in no session. */
    boolean find(final long timeNs) {
        if (timeNs >= startNs && timeNs < endNs) {
            return true;
        }
        if (calendar == null) {
            startNs = timeNs - Math.floorMod(timeNs - UTC_ANCHOR_NS, lengthNs);
            endNs = startNs + lengthNs;
            return true;
        }
        if (!isInSession(timeNs)) {
            return false;
        }
        startNs = timeNs - (timeNs - sessionStartNs) % lengthNs;
        endNs = Math.min(startNs + lengthNs, sessionEndNs);
        return true;
    }

    /** Whether bars are made of such a time at all. */
    boolean isInSession(final long timeNs) {
        if (calendar == null || timeNs >= sessionStartNs && timeNs < sessionEndNs) {
            return true;
        }
        final int session = extendedHours ? calendar.extendedSessionAt(timeNs) : calendar.sessionAt(timeNs);
        if (session == SessionCalendar.NO_SESSION) {
            return false;
        }
        sessionStartNs = extendedHours ? calendar.preMarketNs(session) : calendar.openNs(session);
        sessionEndNs = extendedHours ? calendar.postMarketNs(session) : calendar.closeNs(session);
        return true;
    }

    /** Begin of the interval found last. */
    long startNs() {
        return startNs;
    }

    /** End of the interval found last. */
    long endNs() {
        return endNs;
    }
}
