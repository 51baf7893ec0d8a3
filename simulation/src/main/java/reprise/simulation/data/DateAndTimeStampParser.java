package reprise.simulation.data;

/** A date in one column and a time of day in another, on the wall clock of the zone. */
final class DateAndTimeStampParser implements StampParser {

    private final int dateColumn;
    private final int timeColumn;
    private final LocalClock clock;
    private final CalendarText text = new CalendarText();

    DateAndTimeStampParser(final int dateColumn, final int timeColumn, final LocalClock clock) {
        this.dateColumn = dateColumn;
        this.timeColumn = timeColumn;
        this.clock = clock;
    }

    @Override
    public long parse(final Fields row) {
        if (!text.parseDate(row.bytes, row.start(dateColumn), row.end(dateColumn))) {
            return INVALID;
        }
        final long dayNs = text.localNs();
        if (!text.parseTime(row.bytes, row.start(timeColumn), row.end(timeColumn))) {
            return INVALID;
        }
        return clock.toUtcNs(dayNs + text.timeOfDayNs());
    }
}
