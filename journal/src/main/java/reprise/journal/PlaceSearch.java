package reprise.journal;

import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import reprise.message.Envelope;

/**
 * Finds the last place in a log from which on it can be read and checked, and before which all is known. Files that begin with a record that is
 * not known are left after that one; files before the one that has the place are not opened. In that one it goes from document to document,
 * and looks at the first record of each. Believes nothing: what it finds is checked by whoever reads from there.
 */
final class PlaceSearch {
    /** Holds the longest record. */
    private static final int WINDOW_BYTES = 2 * Frame.DOCUMENT_BYTES_MAX;

    private final Path log;
    private final LogStart start;
    private final SealTrail seals;
    private final List<String> names;
    private final Known known;

    private PlaceSearch(final Path log, final Known known) {
        this.log = log;
        this.known = known;
        start = LogStart.read(log);
        seals = SealTrail.read(log);
        names = start.remaining(LogFiles.names(log));
    }

    /** Says whether a record need not be read. */
    interface Known {
        /** For a whole record, in a buffer; true for all records up to one, and for none behind it. */
        boolean isKnown(DirectBuffer record, int offset, int lengthBytes);
    }

    /**
     * Searches.
     *
     * @param log directory of the log.
     * @param known says which records are.
     * @return the beginning of the log if there is no later place.
     */
    static LogPlace last(final Path log, final Known known) {
        final PlaceSearch search = new PlaceSearch(log, known);
        LogPlace place = null;
        if (!search.start.isDamaged()) {
            for (int i = search.names.size() - 1; i >= 0 && place == null; i--) {
                place = search.lastIn(i);
            }
        }
        return place == null ? LogPlace.beginning(log) : place;
    }

    private LogPlace lastIn(final int file) {
        LogPlace place = null;
        try (DocumentReader documents = DocumentReader.unsealed(log, List.of(names.get(file)), WINDOW_BYTES)) {
            boolean isKnown = true;
            while (isKnown && documents.next()) {
                if (isWhole(documents)) {
                    final DirectBuffer buffer = documents.window().buffer();
                    final int offset = documents.window().index(documents.payloadPosition()) + Frame.HEADER_BYTES;
                    isKnown = known.isKnown(buffer, offset, lengthBytes(documents));
                    final int seal = seals.indexOf(Envelope.sequence(buffer, offset) - 1);
                    place = isKnown && seal >= 0 ? behind(seal, file, documents.payloadPosition()) : place;
                }
            }
        }
        return place;
    }

    /** Whether a document begins with a record that is what was written; one that does not is for the reader to tell. */
    private static boolean isWhole(final DocumentReader documents) {
        final FileWindow window = documents.window();
        final long position = documents.payloadPosition();
        if (documents.payloadBytes() < Frame.HEADER_BYTES || !window.cover(position, Frame.HEADER_BYTES)) {
            return false;
        }
        final int lengthBytes = lengthBytes(documents);
        if (!Frame.isPlausible(lengthBytes, documents.payloadBytes())
                || !window.cover(position, Frame.sizeBytes(lengthBytes))) {
            return false;
        }
        final int crcBytes = Frame.sizeBytes(lengthBytes) - Frame.LENGTH_OFFSET;
        return window.crc32c(position + Frame.LENGTH_OFFSET, crcBytes) == window.intAt(position);
    }

    private static int lengthBytes(final DocumentReader documents) {
        return documents.window().intAt(documents.payloadPosition() + Frame.LENGTH_OFFSET);
    }

    private LogPlace behind(final int seal, final int file, final long payloadPosition) {
        final long sequence = seals.sequence(seal);
        final String fileBefore = file == 0 ? start.prunedFile() : names.get(file - 1);
        return new LogPlace(
                new LogStart(sequence, Long.MIN_VALUE, seals.chain(seal), fileBefore, false),
                payloadPosition - DocumentHeader.SIZE_BYTES,
                sequence - start.prunedSequence());
    }
}
