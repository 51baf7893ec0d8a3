package reprise.simulation.data;

import java.time.ZoneId;
import java.util.List;

/**
 * What a bar file is and which conventions were recognised in it.
 *
 * @param source name of the file, with the entry's name if it is an archive
 * @param format name of the recognised format
 * @param compression none, gzip or zip
 * @param timeForm how stamps are written, for example "epoch milliseconds"
 * @param zone zone of the stamps and of the midnights that bound daily bars
 * @param stamp which end of the bar the stamps mark
 * @param stampKnown false if {@code stamp} is the safe assumption because nothing tells
 * @param period length of a bar, {@link BarPeriod#UNKNOWN} if the stamps show none
 * @param sessions in which bars are to be expected, by the name of their calendar; null around the clock
 * @param newestFirst whether the file lists the newest bar first and was turned around
 * @param volume whether the file has a volume at all
 * @param notes everything else worth telling a person: assumptions, corrections, ignored columns
 */
public record BarFileFacts(
        String source,
        String format,
        String compression,
        String timeForm,
        ZoneId zone,
        StampConvention stamp,
        boolean stampKnown,
        BarPeriod period,
        String sessions,
        boolean newestFirst,
        boolean volume,
        List<String> notes) {

    /** Copies the notes. */
    public BarFileFacts {
        notes = List.copyOf(notes);
    }
}
