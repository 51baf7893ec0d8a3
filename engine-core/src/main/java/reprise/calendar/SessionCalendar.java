package reprise.calendar;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * The sessions of a market: a table of when each opens and closes, in epoch nanoseconds, that is made once by rule and then only looked up.
 * Immutable; lookups allocate nothing and take a few steps of a binary search; equal on every machine, because no time zone data is asked.
 *
 * <p>A session's regular hours run from its open, included, to its close, excluded. Sessions are numbered from 0 in order of time; the
 * numbers mean nothing outside one run of the program.
 */
public final class SessionCalendar {
    /** Stands for no session. */
    public static final int NO_SESSION = -1;

    /** The first year of every table. */
    public static final int FIRST_YEAR = 1950;

    /** The last year of every table. */
    public static final int LAST_YEAR = 2099;

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long HOUR_NS = 60 * MINUTE_NS;
    private static final long DAY_NS = 24 * HOUR_NS;

    private final String name;
    private final long[] preMarkets;
    private final long[] opens;
    private final long[] closes;
    private final long postMarketNs;
    private final long fullDayNs;

    /**
     * A calendar.
     *
     * @param name by which it is known.
     * @param preMarkets when the pre-market of each session begins.
     * @param opens when each session opens.
     * @param closes when each session closes.
     * @param postMarketNs how long trading goes on after that.
     * @param fullDayNs from pre-market to close on a full day.
     */
    private SessionCalendar(
            final String name,
            final long[] preMarkets,
            final long[] opens,
            final long[] closes,
            final long postMarketNs,
            final long fullDayNs) {
        this.name = name;
        this.preMarkets = preMarkets;
        this.opens = opens;
        this.closes = closes;
        this.postMarketNs = postMarketNs;
        this.fullDayNs = fullDayNs;
    }

    /**
     * Stocks in the United States: 9:30 to 16:00 in New York, to 13:00 on half days; pre-market from 4:00, post-market for four hours.
     * Holidays, half days and special closures as published for 1998 to today and as the rules foresee until 2040; in other years the same
     * rules, as the best guess.
     *
     * @return always the same object.
     */
    public static SessionCalendar usEquities() {
        return UsEquities.CALENDAR;
    }

    /**
     * Markets that never close: every day of UTC is a session, from midnight to midnight.
     *
     * @return always the same object.
     */
    public static SessionCalendar utcDays() {
        return UtcDays.CALENDAR;
    }

    /**
     * The calendar of a name.
     *
     * @param name {@code us-equities} or {@code utc-days}.
     * @return the calendar.
     * @throws IllegalArgumentException for another name.
     */
    public static SessionCalendar named(final String name) {
        switch (name) {
            case "us-equities":
                return usEquities();
            case "utc-days":
                return utcDays();
            default:
                throw new IllegalArgumentException("no such calendar: " + name + ", allowed: us-equities, utc-days");
        }
    }

    /**
     * By which configuration and reports name it.
     *
     * @return such as us-equities.
     */
    public String name() {
        return name;
    }

    /**
     * How many sessions there are.
     *
     * @return count; numbers run from 0 to one less.
     */
    public int sessionCount() {
        return opens.length;
    }

    /**
     * When a session opens.
     *
     * @param session its number.
     * @return nanoseconds since the epoch.
     */
    public long openNs(final int session) {
        return opens[session];
    }

    /**
     * When a session closes.
     *
     * @param session its number.
     * @return nanoseconds since the epoch.
     */
    public long closeNs(final int session) {
        return closes[session];
    }

    /**
     * When the pre-market of a session begins.
     *
     * @param session its number.
     * @return nanoseconds since the epoch; the open for a market without one.
     */
    public long preMarketNs(final int session) {
        return preMarkets[session];
    }

    /**
     * When the post-market of a session ends.
     *
     * @param session its number.
     * @return nanoseconds since the epoch; the close for a market without one.
     */
    public long postMarketNs(final int session) {
        return closes[session] + postMarketNs;
    }

    /**
     * Whether a session closes early.
     *
     * @param session its number.
     * @return whether it is a half day.
     */
    public boolean isHalfDay(final int session) {
        return closes[session] - preMarkets[session] < fullDayNs;
    }

    /**
     * The day of a session, where the market is.
     *
     * @param session its number.
     * @return days since 1970-01-01.
     */
    public long epochDay(final int session) {
        // No market here opens after midnight UTC of the same day.
        return Math.floorDiv(opens[session], DAY_NS);
    }

    /**
     * The session in whose regular hours a time lies.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return its number, or {@link #NO_SESSION}.
     */
    public int sessionAt(final long timeNs) {
        final int session = lastOpened(timeNs);
        return session >= 0 && timeNs < closes[session] ? session : NO_SESSION;
    }

    /**
     * The session that is open, or the next one to open.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return its number.
     */
    public int sessionAtOrAfter(final long timeNs) {
        final int session = lastOpened(timeNs);
        return session >= 0 && timeNs < closes[session] ? session : requireKnown(session + 1, timeNs);
    }

    /**
     * The session in whose hours, extended by pre-market and post-market, a time lies.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return its number, or {@link #NO_SESSION}.
     */
    public int extendedSessionAt(final long timeNs) {
        final int session = lastOpened(timeNs);
        if (session >= 0 && timeNs < postMarketNs(session)) {
            return session;
        }
        final int next = session + 1;
        return next < opens.length && timeNs >= preMarketNs(next) ? next : NO_SESSION;
    }

    /**
     * Whether a time lies in regular hours.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return whether the market is open.
     */
    public boolean isOpen(final long timeNs) {
        return sessionAt(timeNs) != NO_SESSION;
    }

    /**
     * What a time is to the market.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return the phase.
     */
    public SessionPhase phase(final long timeNs) {
        final int session = extendedSessionAt(timeNs);
        if (session == NO_SESSION) {
            return SessionPhase.CLOSED;
        }
        if (timeNs < opens[session]) {
            return SessionPhase.PRE_MARKET;
        }
        return timeNs < closes[session] ? SessionPhase.REGULAR : SessionPhase.POST_MARKET;
    }

    /**
     * The next open.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return the first open after that time; a time that is itself an open has the next session's.
     */
    public long nextOpenNs(final long timeNs) {
        return opens[requireKnown(lastOpened(timeNs) + 1, timeNs)];
    }

    /**
     * The next close, which is the end of the trading day.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return the first close after that time; a time that is itself a close has the next session's.
     */
    public long nextCloseNs(final long timeNs) {
        return closes[sessionAtOrAfter(timeNs)];
    }

    /**
     * How many sessions open in a span.
     *
     * @param fromNs its beginning, included.
     * @param toNs its end, excluded.
     * @return count.
     */
    public int sessionsBetween(final long fromNs, final long toNs) {
        return Math.max(0, lastOpened(toNs - 1) - lastOpened(fromNs - 1));
    }

    /** The last session that opened at or before a time; -1 before the first. */
    private int lastOpened(final long timeNs) {
        final int index = Arrays.binarySearch(opens, timeNs);
        return index >= 0 ? index : -index - 2;
    }

    private int requireKnown(final int session, final long timeNs) {
        if (session >= opens.length) {
            throw new IllegalArgumentException(
                    "beyond the calendar: calendar=" + name + ", last year=" + LAST_YEAR + ", timeNs=" + timeNs);
        }
        return session;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Made when first asked for. */
    private static final class UsEquities {
        static final SessionCalendar CALENDAR = make();

        private static SessionCalendar make() {
            final int weekdaysPerYear = 262;
            final long[] preMarkets = new long[(LAST_YEAR - FIRST_YEAR + 1) * weekdaysPerYear];
            final long[] opens = new long[preMarkets.length];
            final long[] closes = new long[preMarkets.length];
            int count = 0;
            final LocalDate end = LocalDate.of(LAST_YEAR + 1, 1, 1);
            for (LocalDate date = LocalDate.of(FIRST_YEAR, 1, 1); date.isBefore(end); date = date.plusDays(1)) {
                if (UsEquityDays.isTraded(date)) {
                    final long midnightNs =
                            date.toEpochDay() * DAY_NS + UsDaylightSaving.hoursBehindUtc(date) * HOUR_NS;
                    preMarkets[count] = midnightNs + UsEquityDays.PRE_MARKET_MINUTE * MINUTE_NS;
                    opens[count] = midnightNs + UsEquityDays.openMinute(date) * MINUTE_NS;
                    closes[count] = midnightNs + UsEquityDays.closeMinute(date) * MINUTE_NS;
                    count++;
                }
            }
            return new SessionCalendar(
                    "us-equities",
                    Arrays.copyOf(preMarkets, count),
                    Arrays.copyOf(opens, count),
                    Arrays.copyOf(closes, count),
                    UsEquityDays.POST_MARKET_MINUTES * MINUTE_NS,
                    (UsEquityDays.CLOSE_MINUTE - UsEquityDays.PRE_MARKET_MINUTE) * MINUTE_NS);
        }
    }

    /** Made when first asked for. */
    private static final class UtcDays {
        static final SessionCalendar CALENDAR = make();

        private static SessionCalendar make() {
            final long firstDay = LocalDate.of(FIRST_YEAR, 1, 1).toEpochDay();
            final long[] opens =
                    new long[(int) (LocalDate.of(LAST_YEAR + 1, 1, 1).toEpochDay() - firstDay)];
            final long[] closes = new long[opens.length];
            for (int i = 0; i < opens.length; i++) {
                opens[i] = (firstDay + i) * DAY_NS;
                closes[i] = opens[i] + DAY_NS;
            }
            return new SessionCalendar("utc-days", opens, opens, closes, 0, DAY_NS);
        }
    }
}
