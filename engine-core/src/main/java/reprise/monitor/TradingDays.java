package reprise.monitor;

import reprise.calendar.SessionCalendar;
import reprise.state.StateExchange;

/**
 * When one day ends and the next begins: with the post-market of a session, or at midnight UTC where markets never close. Nights and
 * weekends belong to the day that follows. Part of replayed state.
 */
final class TradingDays {
    private final SessionCalendar calendar;
    private long endNs = Long.MAX_VALUE;

    TradingDays(final SessionCalendar calendar) {
        this.calendar = calendar;
    }

    /** Begins with the day of a time. */
    void begin(final long timeNs) {
        final int within = calendar.extendedSessionAt(timeNs);
        final int session = within == SessionCalendar.NO_SESSION ? calendar.sessionAtOrAfter(timeNs) : within;
        endNs = calendar.postMarketNs(session);
    }

    /** When the day ends; never before it began. */
    long endNs() {
        return endNs;
    }

    void state(final StateExchange state) {
        endNs = state.field("dayEndNs", endNs);
    }
}
