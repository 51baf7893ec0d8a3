package reprise.journal;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import reprise.message.Envelope;

/**
 * Looks for a good record after the place where the way through a log ends: if there is one, something before it was damaged; if there is
 * none, the log simply ends there. Bounded in bytes and in checksums, so that no content can keep it busy.
 */
final class LaterRecordSearch {
    private static final long BYTES_MAX = 256L << 20;
    private static final int CHECKSUMS_MAX = 10_000;

    /** No log skips so many records; a number beyond is no sequence. */
    private static final long PLAUSIBLE_GAP = 1L << 40;

    private static final int STEP_BYTES = 4;
    private static final int HEAD_BYTES = Frame.HEADER_BYTES + Frame.RECORD_BYTES_MIN;

    private final FileWindow window;
    private final long lastSequence;
    private final long gapMax;
    private long bytesLeft = BYTES_MAX;
    private int checksumsLeft = CHECKSUMS_MAX;
    private boolean isUnpublished;
    private String foundFile = "";
    private long foundPosition;
    private long foundSequence;

    /**
     * A search for one use.
     *
     * @param window over the file in which the way ended.
     * @param lastSequence of the last good record; only a later one counts.
     */
    LaterRecordSearch(final FileWindow window, final long lastSequence) {
        this(window, lastSequence, PLAUSIBLE_GAP);
    }

    private LaterRecordSearch(final FileWindow window, final long lastSequence, final long gapMax) {
        this.window = window;
        this.lastSequence = lastSequence;
        this.gapMax = gapMax;
    }

    /** A search for the one record that should have come next. */
    static LaterRecordSearch forNext(final FileWindow window, final long lastSequence) {
        return new LaterRecordSearch(window, lastSequence, 1);
    }

    /**
     * Searches.
     *
     * @param directory of the log.
     * @param end where the way ended.
     * @param laterNames files after the one in which it ended.
     * @return whether there is a good record.
     */
    boolean find(final Path directory, final Flaw end, final List<String> laterNames) {
        if (end.file().isEmpty() || end.type() == Flaw.Type.CUT) {
            return false;
        }
        final boolean mayBeUnpublished = end.type() == Flaw.Type.UNFINISHED || end.type() == Flaw.Type.END;
        final long afterHeader = end.position() + DocumentHeader.SIZE_BYTES;
        final long afterFrames = mayBeUnpublished ? endOfFrames(afterHeader) : afterHeader;
        isUnpublished = end.type() == Flaw.Type.END && afterFrames > afterHeader;
        boolean isFound = findFrom(end.file(), afterFrames);
        for (int i = 0; i < laterNames.size() && !isFound; i++) {
            try {
                window.open(directory.resolve(laterNames.get(i)));
            } catch (final IOException e) {
                throw JournalException.io("opening " + directory.resolve(laterNames.get(i)), e);
            }
            isFound = findFrom(laterNames.get(i), 0);
        }
        return isFound;
    }

    /**
     * A writer that died may have left whole frames in the document that it never finished, or whose header it had not written yet; they do
     * not count.
     */
    private long endOfFrames(final long startPosition) {
        long position = startPosition;
        while (position - startPosition < Frame.DOCUMENT_BYTES_MAX && isFrame(position)) {
            position += Frame.sizeBytes(window.intAt(position + Frame.LENGTH_OFFSET));
        }
        return position;
    }

    /** Whether the way ended before whole frames that stand in a document without a header. */
    boolean isUnpublished() {
        return isUnpublished;
    }

    private boolean findFrom(final String name, final long startPosition) {
        long position = startPosition;
        while (bytesLeft > 0 && checksumsLeft > 0 && window.cover(position, HEAD_BYTES)) {
            if (isFrame(position)) {
                foundFile = name;
                foundPosition = position;
                foundSequence = sequenceAt(position);
                return true;
            }
            position += STEP_BYTES;
            bytesLeft -= STEP_BYTES;
        }
        return false;
    }

    private boolean isFrame(final long position) {
        if (!window.cover(position, HEAD_BYTES)) {
            return false;
        }
        final int lengthBytes = window.intAt(position + Frame.LENGTH_OFFSET);
        final long sequence = sequenceAt(position);
        if (!Frame.isPlausible(lengthBytes, Integer.MAX_VALUE)
                || sequence <= lastSequence
                || sequence - lastSequence > gapMax
                || !window.cover(position, Frame.sizeBytes(lengthBytes))) {
            return false;
        }
        checksumsLeft--;
        final int crc =
                window.crc32c(position + Frame.LENGTH_OFFSET, Frame.sizeBytes(lengthBytes) - Frame.LENGTH_OFFSET);
        return crc == window.buffer().getInt(window.index(position), ByteOrder.LITTLE_ENDIAN);
    }

    private long sequenceAt(final long position) {
        return Envelope.sequence(window.buffer(), window.index(position) + Frame.HEADER_BYTES);
    }

    /** What was found. */
    String description() {
        return "a good record with sequence " + foundSequence + " follows in " + foundFile + " at byte "
                + foundPosition;
    }
}
