package reprise.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the seal of a log has to say on the way through its files: which bytes are not records, whether they have changed, and whether a
 * file is shorter than it was. Of a log without a seal it says nothing. Single-threaded; goes along with one {@link DocumentReader}.
 */
final class SealWatch {
    private final LogSeal seal;
    private final List<Flaw> changes = new ArrayList<>();

    /** Made once, because it is asked for at every document. */
    private final List<Flaw> changesView = Collections.unmodifiableList(changes);

    private SealedFile file;
    private int rangeIndex;

    private SealWatch(final LogSeal seal) {
        this.seal = seal;
    }

    static SealWatch of(final LogSeal seal) {
        return new SealWatch(seal);
    }

    static SealWatch none() {
        return new SealWatch(null);
    }

    boolean isSealed() {
        return seal != null;
    }

    /**
     * Looks at what is beside the files with records: Chronicle's table, and files that should not be there.
     *
     * @param directory of the log.
     * @param start of what is read of it.
     * @param window to read with; over the table afterwards.
     * @throws IOException if the table cannot be read.
     */
    void checkSurroundings(final Path directory, final LogStart start, final FileWindow window) throws IOException {
        for (final SealedFile table : seal.tables()) {
            checkTable(directory, table, window);
        }
        final List<String> known = seal.files().stream().map(SealedFile::name).toList();
        for (final String name : start.remaining(LogFiles.names(directory))) {
            if (!known.contains(name)) {
                changed(name, 0, "the file was not there when the log was closed");
            }
        }
    }

    private void checkTable(final Path directory, final SealedFile table, final FileWindow window) throws IOException {
        if (!Files.exists(directory.resolve(table.name()))) {
            changed(table.name(), 0, "the file is gone");
        } else {
            window.open(directory.resolve(table.name()));
            if (window.sizeBytes() == table.sizeBytes()) {
                table.ranges().forEach(range -> check(table, range, window));
            } else {
                changedSize(table, window.sizeBytes());
            }
        }
    }

    /**
     * Comes to a file.
     *
     * @param index of the file.
     * @param name of it.
     * @param window over it.
     * @return where reading must end: what was added after the log was closed is not the log's.
     */
    long enter(final int index, final String name, final FileWindow window) {
        final long sizeBytes = window.sizeBytes();
        if (!window.flaw().isEmpty()) {
            changed(name, sizeBytes, window.flaw());
        }
        if (seal == null) {
            return sizeBytes;
        }
        file = seal.files().get(index);
        rangeIndex = 0;
        if (sizeBytes > file.sizeBytes()) {
            changedSize(file, sizeBytes);
        }
        return Math.min(sizeBytes, file.sizeBytes());
    }

    /**
     * Leaves out what is before a place in the file that was come to.
     *
     * @param position of a document's header.
     */
    void passTo(final long position) {
        while (file != null
                && rangeIndex < file.ranges().size()
                && file.ranges().get(rangeIndex).position() < position) {
            rangeIndex++;
        }
    }

    /** Whether a file that ends there was longer when the log was closed. */
    boolean isCutAt(final long endPosition) {
        return file != null && endPosition < file.sizeBytes();
    }

    String cutDetail(final long endPosition) {
        return "the file ends after " + endPosition + " bytes, it had " + file.sizeBytes() + " when the log was closed";
    }

    /** Where the next bytes begin that are not records. */
    long nextRangePosition() {
        if (file == null) {
            return Long.MAX_VALUE;
        }
        return rangeIndex < file.ranges().size() ? file.ranges().get(rangeIndex).position() : file.sizeBytes();
    }

    boolean isAtRange(final long position) {
        return file != null
                && rangeIndex < file.ranges().size()
                && file.ranges().get(rangeIndex).position() == position;
    }

    /** Where the range ends that begins here. */
    long rangeEnd() {
        return file.ranges().get(rangeIndex).end();
    }

    /**
     * Checks the range that begins here, and goes past it.
     *
     * @param window over the file, which must hold the range.
     */
    void passRange(final FileWindow window) {
        check(file, file.ranges().get(rangeIndex), window);
        rangeIndex++;
    }

    private void check(final SealedFile of, final SealedFile.Range range, final FileWindow window) {
        if (window.crc32cStreaming(range.position(), range.lengthBytes()) != range.crc32c()) {
            final String where = range.position() + ".." + (range.end() - 1);
            changed(of.name(), range.position(), "bytes beside the records have changed, somewhere in " + where);
        }
    }

    private void changedSize(final SealedFile of, final long sizeBytes) {
        final String detail =
                "the file has " + sizeBytes + " bytes, it had " + of.sizeBytes() + " when the log was closed";
        changed(of.name(), Math.min(of.sizeBytes(), sizeBytes), detail);
    }

    private void changed(final String name, final long position, final String detail) {
        changes.add(new Flaw(Flaw.Type.CHANGED, name, position, detail));
    }

    /** What has changed beside the records on the way so far. */
    List<Flaw> changes() {
        return changesView;
    }
}
