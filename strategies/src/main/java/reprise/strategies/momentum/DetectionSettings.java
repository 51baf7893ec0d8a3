package reprise.strategies.momentum;

import reprise.calendar.SessionCalendar;

/**
 * When an instrument counts as a mover. Immutable configuration; rates are fractions, times nanoseconds.
 *
 * @param market whose sessions and hours of the day count.
 * @param gate what may be detected at all.
 * @param fast what a fast mover is.
 * @param slow what a slow mover is.
 * @param maxActive how many instruments may be detected at a time; the one with the lowest score makes room.
 */
public record DetectionSettings(Market market, Gate gate, Fast fast, Slow slow, int maxActive) {
    /** What the clock of the market looks like. */
    public enum Market {
        /** Sessions of US stocks; buckets of five minutes from the open. */
        US_STOCKS(SessionCalendar.usEquities(), 390, false, 20),
        /** Days of UTC without a pause; buckets of an hour of the week. */
        CRYPTO(SessionCalendar.utcDays(), 1_440, true, 48);

        private final SessionCalendar calendar;
        private final int minutes;
        private final boolean weekly;
        private final int depth;

        Market(final SessionCalendar calendar, final int minutes, final boolean weekly, final int depth) {
            this.calendar = calendar;
            this.minutes = minutes;
            this.weekly = weekly;
            this.depth = depth;
        }

        SessionCalendar calendar() {
            return calendar;
        }

        /** The length of a whole session. */
        int minutes() {
            return minutes;
        }

        /** Whether a bucket is an hour of the week, rather than five minutes of the session. */
        boolean isWeekly() {
            return weekly;
        }

        /** How many samples of five minutes a bucket remembers: 20 sessions, or 4 weeks of an hour's twelve. */
        int depth() {
            return depth;
        }
    }

    /**
     * What may be detected.
     *
     * @param minPrice lowest price.
     * @param maxPrice highest price.
     * @param minDailyValue least average value traded a session over the last 20, in the currency of the prices.
     * @param maxSpread widest spread as a fraction of the middle, where quotes are known.
     * @param minSessions whole sessions that must have been seen.
     */
    public record Gate(double minPrice, double maxPrice, double minDailyValue, double maxSpread, int minSessions) {}

    /**
     * What a fast mover is.
     *
     * @param scale of the least moves of 1, 2, 3 and 5 % in 1, 3, 5 and 15 minutes.
     * @param sigmas how many times the usual move of the window at that time of day.
     * @param minRelativeVolume in the window, against the usual at that time of day.
     * @param minValue traded in the window.
     * @param fadeNs how long the move must be below half of what is asked for until the detection ends.
     * @param ttlNs after which it ends in any case.
     * @param cooldownNs after its end before the next, other than of a longer window.
     */
    public record Fast(
            double scale,
            double sigmas,
            double minRelativeVolume,
            double minValue,
            long fadeNs,
            long ttlNs,
            long cooldownNs) {}

    /**
     * What a slow mover is.
     *
     * @param drift the part of each bar's z that is expected.
     * @param alarm the sum at which it is detected; recalibrated at the end of each session, never below this.
     * @param alarmsPerThousand of symbols and session, above which the alarm is raised.
     * @param maxDayReturn largest return of the session so far, either way: the price is still quiet.
     * @param maxRange largest range of 30 minutes, in multiples of the expected one.
     * @param minImbalance of signed volume over 30 minutes, from which on it has a direction.
     */
    public record Slow(
            double drift,
            double alarm,
            double alarmsPerThousand,
            double maxDayReturn,
            double maxRange,
            double minImbalance) {}

    /** Checks the sizes. */
    public DetectionSettings {
        if (maxActive < 1 || maxActive > 10_000) {
            throw new IllegalArgumentException("maxActive must be from 1 to 10000: " + maxActive);
        }
    }

    /**
     * The values of the specification.
     *
     * @param market whose clock; for crypto the least moves are 0.6 times those of stocks, and there is no bound on prices.
     * @return the settings.
     */
    public static DetectionSettings standard(final Market market) {
        final boolean stocks = market == Market.US_STOCKS;
        final long minuteNs = 60_000_000_000L;
        return new DetectionSettings(
                market,
                new Gate(stocks ? 1 : 0, stocks ? 500 : Double.MAX_VALUE, 2e6, 0.006, 5),
                new Fast(stocks ? 1 : 0.6, 4, 2, 100_000, 3 * minuteNs, 20 * minuteNs, 5 * minuteNs),
                new Slow(0.5, 5, 20, 0.02, 1.2, 0.15),
                50);
    }
}
