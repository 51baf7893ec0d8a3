package reprise.simulation.data;

import java.time.ZoneId;
import java.util.List;

/**
 * A recognised format: everything about a file that its form tells. What only the stamps themselves tell is in {@link Timing}.
 *
 * @param name of the format, for people
 * @param layout how rows are written
 * @param columns which column holds what
 * @param stampForm how time is written
 * @param zone zone the format prescribes, or null
 * @param stamp convention the format prescribes, or null
 * @param period the format prescribes, or null
 * @param priceExponent prices are written multiplied by ten to this power
 * @param notes what is worth telling about the recognition
 */
record Dialect(
        String name,
        RowLayout layout,
        Columns columns,
        StampForm stampForm,
        ZoneId zone,
        StampConvention stamp,
        BarPeriod period,
        int priceExponent,
        List<String> notes) {

    Dialect {
        notes = List.copyOf(notes);
    }

    /** A dialect that prescribes neither zone nor period. */
    static Dialect of(
            final String name,
            final RowLayout layout,
            final Columns columns,
            final StampForm stampForm,
            final StampConvention stamp,
            final List<String> notes) {
        return new Dialect(name, layout, columns, stampForm, null, stamp, null, 0, notes);
    }
}
