package reprise.guard;

import reprise.calendar.SessionCalendar;

/**
 * When data of an instrument is to be expected. Time outside these hours counts neither as a gap nor as staleness. Immutable.
 *
 * @param calendar whose sessions; null for a market that never closes.
 * @param extended whether sessions include pre-market and post-market.
 */
public record TradingHours(SessionCalendar calendar, boolean extended) {
    /** A market that never closes. */
    public static final TradingHours ALWAYS = new TradingHours(null, false);

    /** Checks that it makes sense. */
    public TradingHours {
        if (calendar == null && extended) {
            throw new IllegalArgumentException("extended hours need a calendar: extended=true, calendar=null");
        }
    }

    /**
     * Regular hours; days of UTC never close and are the same as {@link #ALWAYS}.
     *
     * @param calendar whose sessions.
     * @return the hours.
     */
    public static TradingHours regular(final SessionCalendar calendar) {
        return calendar == SessionCalendar.utcDays() ? ALWAYS : new TradingHours(calendar, false);
    }

    /**
     * Regular hours, pre-market and post-market.
     *
     * @param calendar whose sessions.
     * @return the hours.
     */
    public static TradingHours extended(final SessionCalendar calendar) {
        return calendar == SessionCalendar.utcDays() ? ALWAYS : new TradingHours(calendar, true);
    }
}
