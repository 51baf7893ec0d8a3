package reprise.simulation.data;

import java.time.ZoneId;
import java.util.List;

/**
 * What the stamps of the first rows tell, completed by the format's and the user's prescriptions.
 *
 * @param zone of stamps and midnights
 * @param stamp which end of the bar the stamps mark
 * @param stampKnown false if {@code stamp} is only the safe assumption
 * @param period of the bars
 * @param dateOnly whether stamps are dates without a time
 * @param inclusiveEndNs what is missing from the stamp to the bar's end if stamps are the last unit of time inside the bar
 * @param newestFirst whether the file runs backwards
 * @param timeForm how time is written, for people
 * @param notes what is worth telling
 */
record Timing(
        ZoneId zone,
        StampConvention stamp,
        boolean stampKnown,
        BarPeriod period,
        boolean dateOnly,
        long inclusiveEndNs,
        boolean newestFirst,
        String timeForm,
        List<String> notes) {

    /** The shortest calendar month. */
    static final long SHORTEST_MONTH_DAYS = 28;

    Timing {
        notes = List.copyOf(notes);
    }

    BarBounds newBounds(final LocalClock clock) {
        return new BarBounds(period, clock, stamp, dateOnly, inclusiveEndNs);
    }
}
