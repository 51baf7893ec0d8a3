package reprise.simulation.data;

import java.time.ZoneId;
import java.util.List;

/**
 * What a file of ticks is and which conventions were recognised in it.
 *
 * @param source name of the file, with the entry's name if it is an archive
 * @param format name of the recognised format
 * @param compression none, gzip or zip
 * @param timeForm how stamps are written, and whose they are
 * @param zone zone of the stamps
 * @param kinds what it may hold
 * @param symbols instruments that its first lines name; empty if its rows name none
 * @param notes everything else worth telling a person
 */
public record TickFileFacts(
        String source,
        String format,
        String compression,
        String timeForm,
        ZoneId zone,
        List<TickKind> kinds,
        List<String> symbols,
        List<String> notes) {

    /** Copies the lists. */
    public TickFileFacts {
        kinds = List.copyOf(kinds);
        symbols = List.copyOf(symbols);
        notes = List.copyOf(notes);
    }
}
