package reprise.simulation.data;

/**
 * How a format writes the time of a row.
 *
 * @param kind what the time columns hold
 * @param column the time column
 * @param timeOfDayColumn the second column of {@link Kind#DATE_AND_TIME}, else -1
 * @param epochDay the date of {@link Kind#MILLIS_OF_DAY}, days since 1970, else 0
 */
record StampForm(Kind kind, int column, int timeOfDayColumn, long epochDay) {

    /** What the time columns hold. */
    enum Kind {
        EPOCH("time since 1970 such as 1704067200000"),
        CALENDAR("date or time such as 2024-01-31T14:30:00Z"),
        DATE_AND_TIME("date such as 2024-01-31 and time such as 14:30:00"),
        MILLIS_OF_DAY("count of milliseconds since midnight, 0 to 86399999");

        private final String expected;

        Kind(final String expected) {
            this.expected = expected;
        }

        /** What would be right, for messages. */
        String expected() {
            return expected;
        }
    }

    static StampForm epoch(final int column) {
        return new StampForm(Kind.EPOCH, column, -1, 0);
    }

    static StampForm calendar(final int column) {
        return new StampForm(Kind.CALENDAR, column, -1, 0);
    }

    static StampForm dateAndTime(final int dateColumn, final int timeColumn) {
        return new StampForm(Kind.DATE_AND_TIME, dateColumn, timeColumn, 0);
    }

    static StampForm millisOfDay(final int column, final long epochDay) {
        return new StampForm(Kind.MILLIS_OF_DAY, column, -1, epochDay);
    }

    /** A parser with a memory of its own. */
    StampParser newParser(final LocalClock clock, final DataQuality quality) {
        return switch (kind) {
            case EPOCH -> new EpochStampParser(column, quality);
            case CALENDAR -> new CalendarStampParser(column, clock);
            case DATE_AND_TIME -> new DateAndTimeStampParser(column, timeOfDayColumn, clock);
            case MILLIS_OF_DAY -> new MillisOfDayStampParser(column, epochDay, clock);
        };
    }
}
