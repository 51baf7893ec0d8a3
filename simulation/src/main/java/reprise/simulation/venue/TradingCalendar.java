package reprise.simulation.venue;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When trading days end, and so when DAY orders expire and how many bars a year has. Allocates; meant for once a day, not once a bar. */
public enum TradingCalendar {
    /** Every day, around the clock; days end at midnight UTC. */
    ALWAYS_OPEN {
        @Override
        public long dayEndNs(final long timeNs) {
            return (Math.floorDiv(timeNs, DAY_NS) + 1) * DAY_NS;
        }

        @Override
        public double barsPerYear(final long periodNs) {
            return 365.0 * DAY_NS / periodNs;
        }

        @Override
        boolean tradesEveryDay() {
            return true;
        }
    },
    /** Stocks in the United States; days end at 16:00 in New York, whatever the clocks there do. */
    US_EQUITIES {
        @Override
        public long dayEndNs(final long timeNs) {
            final ZonedDateTime time = Instant.ofEpochSecond(
                            Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS))
                    .atZone(NEW_YORK);
            final ZonedDateTime sameDay = time.toLocalDate().atTime(US_CLOSE).atZone(NEW_YORK);
            final ZonedDateTime end = sameDay.isAfter(time)
                    ? sameDay
                    : time.toLocalDate().plusDays(1).atTime(US_CLOSE).atZone(NEW_YORK);
            return Math.multiplyExact(end.toEpochSecond(), SECOND_NS);
        }

        @Override
        public double barsPerYear(final long periodNs) {
            if (periodNs > DAY_NS) {
                return DAYS_PER_YEAR * DAY_NS / periodNs;
            }
            return US_DAYS_PER_YEAR * Math.ceil((double) US_SESSION_NS / periodNs);
        }

        @Override
        boolean tradesEveryDay() {
            return false;
        }
    };

    private static final long SECOND_NS = 1_000_000_000L;
    private static final long DAY_NS = 86_400 * SECOND_NS;
    private static final double DAYS_PER_YEAR = 365.25;
    private static final double US_DAYS_PER_YEAR = 252;
    private static final long US_SESSION_NS = 390 * 60 * SECOND_NS;
    private static final LocalTime US_CLOSE = LocalTime.of(16, 0);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * The end of a trading day.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return the first end of a day after that time; a time that is itself an end belongs to the next day.
     */
    public abstract long dayEndNs(long timeNs);

    /**
     * How many bars of a length a year of trading has: what a statistic per bar is annualised with. For US stocks the bars of a regular
     * session of 390 minutes on 252 days, the last of a day possibly shorter.
     *
     * @param periodNs length of a bar.
     * @return bars a year.
     */
    public abstract double barsPerYear(long periodNs);

    /** Whether no day is a holiday. */
    abstract boolean tradesEveryDay();
}
