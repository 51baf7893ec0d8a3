package reprise.simulation.alpaca.market;

import reprise.calendar.SessionCalendar;
import reprise.calendar.SessionPhase;

/** When stocks trade. Pairs trade always. Immutable. */
public enum MarketHours {
    /** As in the United States, in pre-market and post-market with extended hours only. */
    US_EQUITIES(SessionCalendar.usEquities()),
    /** Around the clock, for data that knows no hours; a day ends at midnight UTC. */
    ALWAYS_OPEN(SessionCalendar.utcDays());

    private final SessionCalendar calendar;

    MarketHours(final SessionCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The calendar behind.
     *
     * @return its sessions.
     */
    public SessionCalendar calendar() {
        return calendar;
    }

    /**
     * Whether the regular session is on.
     *
     * @param timeNs when.
     * @return whether it is open.
     */
    public boolean isOpen(final long timeNs) {
        return calendar.isOpen(timeNs);
    }

    /**
     * Whether orders for extended hours trade: in pre-market, session and post-market.
     *
     * @param timeNs when.
     * @return whether any session is on.
     */
    public boolean isExtended(final long timeNs) {
        return calendar.phase(timeNs) != SessionPhase.CLOSED;
    }

    /**
     * When an order for the day ends.
     *
     * @param sentNs when it was sent.
     * @param extended whether it lives through the post-market.
     * @return nanoseconds since the epoch; after the close it is the next session's.
     */
    public long dayEndNs(final long sentNs, final boolean extended) {
        final int now = extended ? calendar.extendedSessionAt(sentNs) : calendar.sessionAt(sentNs);
        final int session = now == SessionCalendar.NO_SESSION ? calendar.sessionAtOrAfter(sentNs) : now;
        return extended ? calendar.postMarketNs(session) : calendar.closeNs(session);
    }
}
