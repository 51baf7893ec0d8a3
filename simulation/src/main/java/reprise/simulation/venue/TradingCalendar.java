package reprise.simulation.venue;

import reprise.calendar.SessionCalendar;

/** When trading days end, and so when DAY orders expire and how many bars a year has. Knows no sessions of its own: the calendar does. */
public enum TradingCalendar {
    /** Every day, around the clock; days end at midnight UTC. */
    ALWAYS_OPEN {
        @Override
        public SessionCalendar sessions() {
            return SessionCalendar.utcDays();
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
    /** Stocks in the United States; days end when the regular session closes, on half days early. */
    US_EQUITIES {
        @Override
        public SessionCalendar sessions() {
            return SessionCalendar.usEquities();
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

    /**
     * The sessions of the market.
     *
     * @return made when first asked for.
     */
    public abstract SessionCalendar sessions();

    /**
     * The end of a trading day.
     *
     * @param timeNs nanoseconds since the epoch.
     * @return the first end of a day after that time; a time that is itself an end belongs to the next day.
     */
    public long dayEndNs(final long timeNs) {
        return sessions().nextCloseNs(timeNs);
    }

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
