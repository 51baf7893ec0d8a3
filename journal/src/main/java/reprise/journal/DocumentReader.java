package reprise.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Goes from document to document with records through the files of a log, without looking into them. Believes no byte that it has not
 * checked against the size of the file, so that it ends in bounded time and memory whatever the bytes are. Single-threaded.
 *
 * <p>With the seal of a log that was cleanly closed it knows where the bytes are that belong to Chronicle; without, it follows the headers
 * and tells Chronicle's own documents by their names.
 */
final class DocumentReader implements AutoCloseable {
    private final Path directory;
    private final List<String> names;
    private final SealWatch seal;
    private final FileWindow window;

    private long firstPosition;
    private int fileIndex = -1;
    private long position;
    private long endMarkPosition;
    private long endPosition;
    private long payloadPosition;
    private int payloadBytes;
    private Flaw end;
    private boolean isPartial;

    private DocumentReader(
            final Path directory, final List<String> names, final SealWatch seal, final int windowBytes) {
        this.directory = directory;
        this.names = names;
        this.seal = seal;
        window = new FileWindow(windowBytes);
    }

    /** A reader of files that nobody vouches for, in the order given. */
    static DocumentReader unsealed(final Path directory, final List<String> names, final int windowBytes) {
        return new DocumentReader(directory, names, SealWatch.none(), windowBytes);
    }

    /** A reader of the files that a seal names, and which are read from a start on. */
    static DocumentReader sealed(
            final Path directory, final LogSeal seal, final LogStart start, final int windowBytes) {
        final List<String> names = seal.files().stream().map(SealedFile::name).toList();
        final DocumentReader reader = new DocumentReader(directory, names, SealWatch.of(seal), windowBytes);
        try {
            reader.seal.checkSurroundings(directory, start, reader.window);
        } catch (final IOException e) {
            reader.close();
            throw JournalException.io("opening " + directory, e);
        }
        return reader;
    }

    /**
     * Leaves out what is before a place in the first file; before the first step.
     *
     * @param position of a document's header.
     */
    void beginAt(final long position) {
        firstPosition = position;
    }

    /**
     * Steps to the next document with records.
     *
     * @return false at the end, which {@link #end()} then explains.
     */
    boolean next() {
        while (end == null) {
            if (fileIndex < 0 || position >= endPosition) {
                leaveFile();
            } else if (seal.isAtRange(position)) {
                passRange();
            } else if (readHeader()) {
                return true;
            }
        }
        return false;
    }

    private void leaveFile() {
        if (seal.isCutAt(endPosition)) {
            stopCut();
        } else if (fileIndex + 1 < names.size()) {
            fileIndex++;
            enterFile();
        } else {
            end = new Flaw(Flaw.Type.END, names.isEmpty() ? "" : fileName(), position, "end of the last file");
        }
    }

    private void enterFile() {
        position = fileIndex == 0 ? firstPosition : 0;
        endMarkPosition = -1;
        try {
            window.open(directory.resolve(fileName()));
            endPosition = seal.enter(fileIndex, fileName(), window);
            seal.passTo(position);
        } catch (final NoSuchFileException e) {
            stop(Flaw.Type.CUT, "the file is gone");
        } catch (final IOException e) {
            throw JournalException.io("opening " + directory.resolve(fileName()), e);
        }
    }

    private void passRange() {
        if (seal.rangeEnd() > endPosition) {
            stopCut();
        } else {
            position = seal.rangeEnd();
            seal.passRange(window);
        }
    }

    /** Returns true at a document with records; otherwise has stepped over the document, or stopped. */
    private boolean readHeader() {
        if (!window.cover(position, DocumentHeader.SIZE_BYTES)) {
            stopShort("the file ends inside a document's header");
            return false;
        }
        final int word = window.intAt(position);
        if (DocumentHeader.isComplete(word) && !DocumentHeader.isMetadata(word) && word != DocumentHeader.NOT_WRITTEN) {
            return readDataHeader(word);
        }
        if (seal.isSealed()) {
            stop(Flaw.Type.BROKEN, "not the header of a document with records: " + Integer.toHexString(word));
        } else {
            followUnsealed(word);
        }
        return false;
    }

    private boolean readDataHeader(final int word) {
        final int lengthBytes = DocumentHeader.lengthBytes(word);
        final long payloadStart = position + DocumentHeader.SIZE_BYTES;
        if (lengthBytes > Frame.DOCUMENT_BYTES_MAX
                || lengthBytes % Frame.ALIGNMENT_BYTES != 0
                || payloadStart + lengthBytes > seal.nextRangePosition()) {
            stop(Flaw.Type.BROKEN, "a document cannot have " + lengthBytes + " bytes here");
            return false;
        }
        if (payloadStart + lengthBytes > endPosition) {
            stopShort("the file ends inside a document of " + lengthBytes + " bytes");
            isPartial = end.type() == Flaw.Type.UNFINISHED;
        }
        payloadPosition = payloadStart;
        payloadBytes = (int) Math.min(lengthBytes, endPosition - payloadStart);
        position = payloadStart + payloadBytes;
        return end == null || isPartial;
    }

    /** Whether the last document goes on behind the end of its file; what is there of it may hold whole records. */
    boolean isPartial() {
        return isPartial;
    }

    private void followUnsealed(final int word) {
        if (word == DocumentHeader.NOT_WRITTEN) {
            stop(Flaw.Type.END, "nothing more is written");
        } else if (word == DocumentHeader.END_OF_FILE) {
            endMarkPosition = position;
            position = endPosition;
        } else if (!DocumentHeader.isComplete(word)) {
            stop(Flaw.Type.UNFINISHED, "a document was begun and not finished");
        } else if (DocumentHeader.next(position, word) > endPosition) {
            stopShort("the file ends inside a document");
        } else if (isKnownMetadata()) {
            position = DocumentHeader.next(position, word);
        } else {
            stop(Flaw.Type.BROKEN, "neither records nor a document of Chronicle's own");
        }
    }

    private boolean isKnownMetadata() {
        return window.cover(position, DocumentHeader.SIZE_BYTES + DocumentHeader.METADATA_NAME_BYTES)
                && DocumentHeader.isKnownMetadata(window.buffer(), window.index(position) + DocumentHeader.SIZE_BYTES);
    }

    private void stopShort(final String detail) {
        if (seal.isCutAt(endPosition)) {
            stopCut();
        } else {
            stop(seal.isSealed() ? Flaw.Type.BROKEN : Flaw.Type.UNFINISHED, detail);
        }
    }

    private void stopCut() {
        stop(Flaw.Type.CUT, seal.cutDetail(endPosition));
    }

    private void stop(final Flaw.Type type, final String detail) {
        end = new Flaw(type, fileName(), position, detail);
    }

    /** Why {@link #next()} returned false. */
    Flaw end() {
        return end;
    }

    /** Where the last file's chain of documents ends: at the header that says so, or at the end of the file. */
    long chainEnd() {
        return endMarkPosition >= 0 ? endMarkPosition : position;
    }

    /** What has changed beside the records on the way so far. */
    List<Flaw> changes() {
        return seal.changes();
    }

    FileWindow window() {
        return window;
    }

    String fileName() {
        return names.get(fileIndex);
    }

    /** The files after the current one. */
    List<String> laterNames() {
        return names.subList(fileIndex + 1, names.size());
    }

    long payloadPosition() {
        return payloadPosition;
    }

    int payloadBytes() {
        return payloadBytes;
    }

    @Override
    public void close() {
        window.close();
    }
}
