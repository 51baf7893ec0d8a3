package reprise.simulation.data;

import java.util.Arrays;

/** Stamps of the first rows of a file, unreadable ones left out. */
final class StampSample {

    /** How many rows are looked at. */
    static final int MAX_ROWS = 4_096;

    private static final int MIN_STEPS_BACKWARDS = 2;

    private final long[] stampsNs;
    private final boolean dateOnly;
    private final boolean offsetWritten;
    private final String firstText;

    private StampSample(
            final long[] stampsNs, final boolean dateOnly, final boolean offsetWritten, final String firstText) {
        this.stampsNs = stampsNs;
        this.dateOnly = dateOnly;
        this.offsetWritten = offsetWritten;
        this.firstText = firstText;
    }

    /** Reads the first rows. */
    static StampSample of(final SourceFile source, final Dialect dialect, final LocalClock clock) {
        final StampParser parser = dialect.stampForm().newParser(clock, new DataQuality());
        final CalendarText calendar = new CalendarText();
        final int column = dialect.stampForm().column();
        final long[] stamps = new long[MAX_ROWS];
        int count = 0;
        boolean dateOnly = dialect.stampForm().kind() == StampForm.Kind.CALENDAR;
        boolean offset = false;
        String first = "";
        try (RowSource rows = dialect.layout().open(source)) {
            for (int i = 0; i < MAX_ROWS && rows.next(); i++) {
                final Fields row = rows.fields();
                final long stampNs = row.has(column) ? parser.parse(row) : StampParser.INVALID;
                if (stampNs != StampParser.INVALID) {
                    first = count == 0 ? row.text(column) : first;
                    stamps[count++] = stampNs;
                    final boolean isDate = calendar.parse(row.bytes, row.start(column), row.end(column));
                    dateOnly &= isDate && !calendar.hasTime();
                    offset |= isDate && calendar.hasOffset();
                }
            }
        }
        return new StampSample(Arrays.copyOf(stamps, count), dateOnly && count > 0, offset, first);
    }

    int count() {
        return stampsNs.length;
    }

    long stampNs(final int index) {
        return stampsNs[index];
    }

    /** Whether every stamp is a date without a time. */
    boolean isDateOnly() {
        return dateOnly;
    }

    /** Whether stamps carry their offset from UTC. */
    boolean isOffsetWritten() {
        return offsetWritten;
    }

    /** The first readable stamp as written. */
    String firstText() {
        return firstText;
    }

    /** Whether nine of ten steps go back in time; two rows are not enough to tell. */
    boolean isNewestFirst() {
        int back = 0;
        int forth = 0;
        for (int i = 1; i < stampsNs.length; i++) {
            back += stampsNs[i] < stampsNs[i - 1] ? 1 : 0;
            forth += stampsNs[i] > stampsNs[i - 1] ? 1 : 0;
        }
        return back >= MIN_STEPS_BACKWARDS && back >= 9 * forth;
    }

    /**
     * Wall clock steps between neighbours in the direction of the file, sorted. Rows that repeat a time or lie against the
     * direction give none.
     */
    long[] sortedStepsNs(final LocalClock clock) {
        final int direction = isNewestFirst() ? -1 : 1;
        final long[] steps = new long[Math.max(0, stampsNs.length - 1)];
        int count = 0;
        int furthest = 0;
        for (int i = 1; i < stampsNs.length; i++) {
            final long step = direction * (clock.toLocalNs(stampsNs[i]) - clock.toLocalNs(stampsNs[furthest]));
            if (step > 0) {
                steps[count++] = step;
                furthest = i;
            }
        }
        final long[] result = Arrays.copyOf(steps, count);
        Arrays.sort(result);
        return result;
    }
}
