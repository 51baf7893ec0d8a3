package reprise.simulation.data;

/** A date, or a date and time in one column; without an offset it is the wall clock of the zone. */
final class CalendarStampParser implements StampParser {

    private final int column;
    private final LocalClock clock;
    private final CalendarText text = new CalendarText();

    CalendarStampParser(final int column, final LocalClock clock) {
        this.column = column;
        this.clock = clock;
    }

    @Override
    public long parse(final Fields row) {
        if (!text.parse(row.bytes, row.start(column), row.end(column))) {
            return INVALID;
        }
        return text.hasOffset() ? text.localNs() - text.offsetNs() : clock.toUtcNs(text.localNs());
    }
}
