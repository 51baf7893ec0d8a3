package reprise.strategies.momentum;

import reprise.calendar.SessionCalendar;

/**
 * Where in a market's clock a moment lies: its session, the slot of five minutes in it, and the bucket of moments that are alike. Holds no
 * state but a memory of the last answer.
 */
final class TimeGrid {
    /** The length of a slot. */
    static final int SLOT_MINUTES = 5;

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int HOURS = 24;
    private static final int DAYS = 7;

    /** The epoch began on a Thursday. */
    private static final int EPOCH_WEEKDAY = 3;

    private final SessionCalendar calendar;
    private final DetectionSettings.Market market;
    private int lastSession = SessionCalendar.NO_SESSION;
    private long lastOpenNs;
    private long lastCloseNs;

    TimeGrid(final DetectionSettings.Market market) {
        this.market = market;
        calendar = market.calendar();
    }

    /** The session in which the last moment before a time lies; {@link SessionCalendar#NO_SESSION} outside of sessions. */
    int sessionBefore(final long timeNs) {
        final long momentNs = timeNs - 1;
        if (momentNs >= lastOpenNs && momentNs < lastCloseNs) {
            return lastSession;
        }
        final int session = calendar.sessionAt(momentNs);
        if (session != SessionCalendar.NO_SESSION) {
            lastSession = session;
            lastOpenNs = calendar.openNs(session);
            lastCloseNs = calendar.closeNs(session);
        }
        return session;
    }

    /** Minutes from the session's open to a time. */
    double minuteOf(final int session, final long timeNs) {
        final long openNs = session == lastSession ? lastOpenNs : calendar.openNs(session);
        return (double) (timeNs - openNs) / MINUTE_NS;
    }

    /** The slot in which the last moment before a minute lies. */
    static int slotBefore(final double minute) {
        return Math.max(0, (int) Math.ceil(minute / SLOT_MINUTES) - 1);
    }

    /** Slots of a session that may be shorter than usual. */
    int slots(final int session) {
        return (int) ((calendar.closeNs(session) - calendar.openNs(session)) / (SLOT_MINUTES * MINUTE_NS));
    }

    int maxSlots() {
        return market.minutes() / SLOT_MINUTES;
    }

    int buckets() {
        return market.isWeekly() ? DAYS * HOURS : maxSlots();
    }

    /** The first bucket of a session's day; 0 where all days are alike. */
    int firstBucket(final int session) {
        return market.isWeekly()
                ? (int) Math.floorMod(calendar.epochDay(session) + EPOCH_WEEKDAY, (long) DAYS) * HOURS
                : 0;
    }

    /** The bucket of a slot of a session. */
    int bucket(final int firstBucket, final int slot) {
        return market.isWeekly() ? firstBucket + slot * SLOT_MINUTES / 60 : slot;
    }
}
