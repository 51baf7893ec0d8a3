package reprise.simulation.data;

/** Milliseconds since midnight on the wall clock of the zone; the date is the file's. */
final class MillisOfDayStampParser implements StampParser {

    private static final long DAY_MILLIS = 86_400_000L;
    private static final long MILLI_NS = 1_000_000L;
    private static final int MAX_DIGITS = 8;

    private final int column;
    private final long dayNs;
    private final LocalClock clock;

    MillisOfDayStampParser(final int column, final long epochDay, final LocalClock clock) {
        this.column = column;
        this.dayNs = epochDay * BarPeriod.DAY_NS;
        this.clock = clock;
    }

    @Override
    public long parse(final Fields row) {
        final int from = row.start(column);
        final int to = row.end(column);
        if (to <= from || to - from > MAX_DIGITS) {
            return INVALID;
        }
        long millis = 0;
        for (int p = from; p < to; p++) {
            final int digit = row.bytes[p] - '0';
            if (digit < 0 || digit > 9) {
                return INVALID;
            }
            millis = millis * 10 + digit;
        }
        return millis < DAY_MILLIS ? clock.toUtcNs(dayNs + millis * MILLI_NS) : INVALID;
    }
}
