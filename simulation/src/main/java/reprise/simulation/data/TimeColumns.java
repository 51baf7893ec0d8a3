package reprise.simulation.data;

import java.util.ArrayList;
import java.util.List;

/**
 * Chooses the columns that hold the time: the first candidate, by the meaning of its name, whose text can be read as a time.
 *
 * @param form how the time is written
 * @param stamp which end of the bar the column's name says it marks, or null
 */
record TimeColumns(StampForm form, StampConvention stamp) {

    private static final int ROWS_TRIED = 10;

    /**
     * Chooses among named columns by looking at the first rows.
     *
     * @throws DataException if there are no rows, no candidates, or none of them holds a time
     */
    static TimeColumns choose(final SourceFile source, final RowLayout layout, final ColumnNames names) {
        if (candidates(names).isEmpty()) {
            throw Refusals.notBars(
                    source, "no column for the time (timestamp, date, open_time, ...); found " + names.names());
        }
        try (RowSource rows = layout.open(source)) {
            String firstFailure = null;
            for (int i = 0; i < ROWS_TRIED && rows.next(); i++) {
                final TimeColumns choice = fitting(rows.fields(), names);
                if (choice != null) {
                    return choice;
                }
                firstFailure = firstFailure == null ? failure(source, rows, names) : firstFailure;
            }
            throw new DataException(
                    firstFailure == null
                            ? source + ": has a header but no rows; expected bars, one a line"
                            : firstFailure);
        }
    }

    /** The form in which a field is a time, or null. */
    static StampForm formOf(final Fields row, final int column) {
        if (row.isEmpty(column)) {
            return null;
        }
        final StampForm epoch = StampForm.epoch(column);
        if (isReadable(epoch, row)) {
            return epoch;
        }
        final StampForm calendar = StampForm.calendar(column);
        return isReadable(calendar, row) ? calendar : null;
    }

    private static TimeColumns fitting(final Fields row, final ColumnNames names) {
        for (final int column : names.openTimes()) {
            final StampForm form = formOf(row, column);
            if (form != null) {
                return new TimeColumns(form, StampConvention.OPEN);
            }
        }
        for (final int column : names.closeTimes()) {
            final StampForm form = formOf(row, column);
            if (form != null) {
                return new TimeColumns(form, StampConvention.CLOSE);
            }
        }
        return fittingUnmarked(row, names);
    }

    private static TimeColumns fittingUnmarked(final Fields row, final ColumnNames names) {
        if (names.has("date") && names.has("time")) {
            final StampForm both = StampForm.dateAndTime(names.find("date"), names.find("time"));
            if (isReadable(both, row)) {
                return new TimeColumns(both, null);
            }
        }
        for (final int column : names.someTimes()) {
            final StampForm form = formOf(row, column);
            if (form != null) {
                return new TimeColumns(form, null);
            }
        }
        return null;
    }

    private static boolean isReadable(final StampForm form, final Fields row) {
        final StampParser parser = form.newParser(new LocalClock(LocalClock.UTC), new DataQuality());
        return parser.parse(row) != StampParser.INVALID;
    }

    private static List<Integer> candidates(final ColumnNames names) {
        final List<Integer> all = new ArrayList<>(names.openTimes());
        all.addAll(names.closeTimes());
        all.addAll(names.someTimes());
        return all;
    }

    private static String failure(final SourceFile source, final RowSource rows, final ColumnNames names) {
        final int column = candidates(names).get(0);
        final Fields row = rows.fields();
        return BadRows.message(
                source.toString(),
                rows.positionName() + " " + row.position,
                names.names().get(column),
                row.shown(column),
                "is not a time",
                "2024-01-31T14:30:00Z, 2024-01-31 or 1704067200000");
    }
}
