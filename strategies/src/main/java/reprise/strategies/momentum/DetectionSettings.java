package reprise.strategies.momentum;

import static reprise.parameter.Kind.DURATION;

import reprise.calendar.SessionCalendar;
import reprise.parameter.Parameter;

/** When an instrument counts as a mover. Immutable configuration. */
public record DetectionSettings(
        @Parameter(meaning = "whose sessions and hours count, and whose least moves and prices", value = "us-stocks")
        Market market,

        @Parameter(meaning = "what may be detected at all") Gate gate,
        @Parameter(meaning = "what a fast mover is") Fast fast,
        @Parameter(meaning = "what a slow mover is") Slow slow,

        @Parameter(
                meaning = "instruments that may be detected at a time; the lowest score makes room",
                value = "50",
                min = "1",
                max = "10000")
        int maxActive) {
    /** What the clock of the market looks like, and what is usual in it. */
    public enum Market {
        /** Sessions of US stocks; buckets of five minutes from the open. */
        US_STOCKS(SessionCalendar.usEquities(), 390, false, 20, 1, 1, 500),
        /** Days of UTC without a pause; buckets of an hour of the week. */
        CRYPTO(SessionCalendar.utcDays(), 1_440, true, 48, 0.6, 0, Double.MAX_VALUE);

        private final SessionCalendar calendar;
        private final int minutes;
        private final boolean weekly;
        private final int depth;
        private final double scale;
        private final double minPrice;
        private final double maxPrice;

        Market(
                final SessionCalendar calendar,
                final int minutes,
                final boolean weekly,
                final int depth,
                final double scale,
                final double minPrice,
                final double maxPrice) {
            this.calendar = calendar;
            this.minutes = minutes;
            this.weekly = weekly;
            this.depth = depth;
            this.scale = scale;
            this.minPrice = minPrice;
            this.maxPrice = maxPrice;
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

        /** Of the least moves of a fast mover. */
        double scale() {
            return scale;
        }
    }

    /** What may be detected. */
    public record Gate(
            @Parameter(meaning = "lowest price; 0 for the market's: 1 for stocks", value = "0", min = "0")
            double minPrice,

            @Parameter(
                    meaning = "highest price; 0 for the market's: 500 for stocks, any for crypto",
                    value = "0",
                    min = "0")
            double maxPrice,

            @Parameter(
                    meaning = "least average value traded a session over the last 20, in the currency of the prices",
                    value = "2000000",
                    min = "0")
            double minDailyValue,

            @Parameter(
                    meaning = "widest spread as a fraction of the middle, where quotes are known",
                    value = "0.006",
                    min = "0",
                    max = "1")
            double maxSpread,

            @Parameter(
                    meaning = "whole sessions that must have been seen",
                    unit = "sessions",
                    value = "5",
                    min = "2",
                    max = "20")
            int minSessions) {}

    /** What a fast mover is. */
    public record Fast(
            @Parameter(
                    meaning =
                            "scale of the least moves of 1, 2, 3 and 5 % in 1, 3, 5 and 15 minutes (crypto: 0.6 of that)",
                    value = "1",
                    min = "0",
                    max = "100")
            double leastMoves,

            @Parameter(
                    meaning = "times the usual move of the window at that time of day",
                    value = "4",
                    min = "0",
                    max = "100")
            double sigmas,

            @Parameter(
                    meaning = "least volume in the window, in multiples of the usual at that time of day",
                    value = "2",
                    min = "0",
                    max = "1000")
            double relativeVolume,

            @Parameter(meaning = "least value traded in the window", value = "100000", min = "0")
            double minValue,

            @Parameter(
                    meaning = "how long the move must be below half of what is asked for until it is over",
                    kind = DURATION,
                    value = "3m",
                    min = "1s",
                    max = "1d")
            long fade,

            @Parameter(
                    meaning = "after which it is over in any case",
                    kind = DURATION,
                    value = "20m",
                    min = "1s",
                    max = "1d")
            long timeToLive,

            @Parameter(
                    meaning = "between its end and the next, other than of a longer window",
                    kind = DURATION,
                    value = "5m",
                    min = "0s",
                    max = "1d")
            long cooldown) {}

    /** What a slow mover is. */
    public record Slow(
            @Parameter(meaning = "part of each z of the volume that is expected", value = "0.5", min = "0", max = "10")
            double drift,

            @Parameter(
                    meaning =
                            "least sum at which it is detected; raised at the end of a session where it is reached too often",
                    value = "5",
                    min = "0.1",
                    max = "1000")
            double alarm,

            @Parameter(
                    meaning = "alarms a thousand symbols and session above which it is raised",
                    value = "20",
                    min = "0",
                    max = "1000")
            double alarmsPerThousand,

            @Parameter(
                    meaning = "largest return of the session so far, either way: the price is still quiet",
                    value = "0.02",
                    min = "0",
                    max = "1")
            double maxDayReturn,

            @Parameter(
                    meaning = "largest range of 30 minutes, in multiples of the expected one",
                    value = "1.2",
                    min = "0",
                    max = "100")
            double maxRange,

            @Parameter(
                    meaning = "least imbalance of signed volume over 30 minutes for a direction",
                    value = "0.15",
                    min = "0",
                    max = "1")
            double minImbalance) {}

    double minPrice() {
        return gate.minPrice() > 0 ? gate.minPrice() : market.minPrice;
    }

    double maxPrice() {
        return gate.maxPrice() > 0 ? gate.maxPrice() : market.maxPrice;
    }

    /**
     * The values of the specification.
     *
     * @param market whose clock.
     * @return the settings.
     */
    public static DetectionSettings standard(final Market market) {
        final long minuteNs = 60_000_000_000L;
        return new DetectionSettings(
                market,
                new Gate(0, 0, 2e6, 0.006, 5),
                new Fast(1, 4, 2, 100_000, 3 * minuteNs, 20 * minuteNs, 5 * minuteNs),
                new Slow(0.5, 5, 20, 0.02, 1.2, 0.15),
                50);
    }
}
