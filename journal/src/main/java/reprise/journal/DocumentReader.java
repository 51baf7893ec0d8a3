package reprise.journal;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Goes from document to document with records through the files of a log, without looking into them. Believes no byte that it has not
 * checked against the size of the file, so that it ends in bounded time and memory whatever the bytes are. Single-threaded.
 *
 * <p>With the seal of a log that was cleanly closed it knows where the bytes are that belong to Chronicle and checks them; without, it
 * follows the headers and tells Chronicle's own documents by their names.
 */
final class DocumentReader implements AutoCloseable {
    private final Path directory;
    private final List<String> names;
    private final LogSeal seal;
    private final FileWindow window;
    private final List<Flaw> changes = new ArrayList<>();

    private int fileIndex = -1;
    private SealedFile sealedFile;
    private int rangeIndex;
    private long position;
    private long endMarkPosition;
    private long endPosition;
    private long payloadPosition;
    private int payloadBytes;
    private Flaw end;

    private DocumentReader(final Path directory, final List<String> names, final LogSeal seal, final int windowBytes) {
        this.directory = directory;
        this.names = names;
        this.seal = seal;
        window = new FileWindow(windowBytes);
    }

    /** A reader of files that nobody vouches for, in the order given. */
    static DocumentReader unsealed(final Path directory, final List<String> names, final int windowBytes) {
        return new DocumentReader(directory, names, null, windowBytes);
    }

    /** A reader of the files that a seal names. */
    static DocumentReader sealed(final Path directory, final LogSeal seal, final int windowBytes) {
        final List<String> names = seal.files().stream().map(SealedFile::name).toList();
        final DocumentReader reader = new DocumentReader(directory, names, seal, windowBytes);
        reader.checkTable(seal.table());
        reader.checkNames(LogFiles.names(directory));
        return reader;
    }

    private void checkTable(final SealedFile table) {
        if (!open(table.name())) {
            changes.add(new Flaw(Flaw.Type.CHANGED, table.name(), 0, "the file is gone"));
            return;
        }
        if (window.sizeBytes() != table.sizeBytes()) {
            changes.add(changedSize(table));
            return;
        }
        for (final SealedFile.Range range : table.ranges()) {
            checkRange(table.name(), range);
        }
    }

    private void checkNames(final List<String> present) {
        for (final String name : present) {
            if (!names.contains(name)) {
                changes.add(new Flaw(Flaw.Type.CHANGED, name, 0, "the file was not there when the log was closed"));
            }
        }
    }

    /**
     * Steps to the next document with records.
     *
     * @return false at the end, which {@link #end()} then explains.
     */
    boolean next() {
        while (end == null) {
            if (fileIndex < 0 || position >= endPosition && isFileWhole()) {
                openNextFile();
            } else if (end == null && isAtRange()) {
                passRange();
            } else if (end == null && readHeader()) {
                return true;
            }
        }
        return false;
    }

    private void openNextFile() {
        fileIndex++;
        if (fileIndex >= names.size()) {
            fileIndex = names.size() - 1;
            end = new Flaw(Flaw.Type.END, names.isEmpty() ? "" : fileName(), position, "end of the last file");
            return;
        }
        position = 0;
        endMarkPosition = -1;
        rangeIndex = 0;
        if (!open(fileName())) {
            endPosition = 0;
            stop(Flaw.Type.CUT, "the file is gone");
            return;
        }
        endPosition = window.sizeBytes();
        if (seal != null) {
            sealedFile = seal.files().get(fileIndex);
            if (endPosition > sealedFile.sizeBytes()) {
                changes.add(changedSize(sealedFile));
                endPosition = sealedFile.sizeBytes();
            }
        }
    }

    private boolean open(final String name) {
        try {
            window.open(directory.resolve(name));
            return true;
        } catch (final NoSuchFileException e) {
            return false;
        } catch (final IOException e) {
            throw JournalException.io("opening " + directory.resolve(name), e);
        }
    }

    private Flaw changedSize(final SealedFile file) {
        return new Flaw(
                Flaw.Type.CHANGED,
                file.name(),
                Math.min(file.sizeBytes(), window.sizeBytes()),
                "the file has " + window.sizeBytes() + " bytes, it had " + file.sizeBytes()
                        + " when the log was closed");
    }

    /** At the end of what is there: if the file was longer, everything after is missing. */
    private boolean isFileWhole() {
        if (sealedFile != null && endPosition < sealedFile.sizeBytes()) {
            stopCut();
            return false;
        }
        return true;
    }

    private void stopCut() {
        stop(
                Flaw.Type.CUT,
                "the file ends after " + endPosition + " bytes, it had " + sealedFile.sizeBytes()
                        + " when the log was closed");
    }

    private boolean isAtRange() {
        return sealedFile != null
                && rangeIndex < sealedFile.ranges().size()
                && sealedFile.ranges().get(rangeIndex).position() == position;
    }

    private void passRange() {
        final SealedFile.Range range = sealedFile.ranges().get(rangeIndex);
        if (range.end() > endPosition) {
            stopCut();
            return;
        }
        checkRange(fileName(), range);
        position = range.end();
        rangeIndex++;
    }

    private void checkRange(final String name, final SealedFile.Range range) {
        if (window.crc32cStreaming(range.position(), range.lengthBytes()) != range.crc32c()) {
            final String detail = "bytes beside the records have changed, somewhere in " + range.position() + ".."
                    + (range.end() - 1);
            changes.add(new Flaw(Flaw.Type.CHANGED, name, range.position(), detail));
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
        if (sealedFile != null) {
            stop(Flaw.Type.BROKEN, "not the header of a document with records: " + Integer.toHexString(word));
        } else {
            followUnsealed(word);
        }
        return false;
    }

    private boolean readDataHeader(final int word) {
        final int lengthBytes = DocumentHeader.lengthBytes(word);
        if (lengthBytes > Frame.DOCUMENT_BYTES_MAX
                || lengthBytes % Frame.ALIGNMENT_BYTES != 0
                || position + DocumentHeader.SIZE_BYTES + lengthBytes > nextRangePosition()) {
            stop(Flaw.Type.BROKEN, "a document cannot have " + lengthBytes + " bytes here");
            return false;
        }
        if (position + DocumentHeader.SIZE_BYTES + lengthBytes > endPosition) {
            stopShort("the file ends inside a document of " + lengthBytes + " bytes");
            return false;
        }
        payloadPosition = position + DocumentHeader.SIZE_BYTES;
        payloadBytes = lengthBytes;
        position = payloadPosition + lengthBytes;
        return true;
    }

    private long nextRangePosition() {
        if (sealedFile == null) {
            return Long.MAX_VALUE;
        }
        return rangeIndex < sealedFile.ranges().size()
                ? sealedFile.ranges().get(rangeIndex).position()
                : sealedFile.sizeBytes();
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
        } else if (!window.cover(position, DocumentHeader.SIZE_BYTES + DocumentHeader.METADATA_NAME_BYTES)
                || !DocumentHeader.isKnownMetadata(
                        window.buffer(), window.index(position) + DocumentHeader.SIZE_BYTES)) {
            stop(Flaw.Type.BROKEN, "neither records nor a document of Chronicle's own");
        } else {
            position = DocumentHeader.next(position, word);
        }
    }

    private void stopShort(final String detail) {
        if (sealedFile == null) {
            stop(Flaw.Type.UNFINISHED, detail);
        } else if (endPosition < sealedFile.sizeBytes()) {
            stopCut();
        } else {
            stop(Flaw.Type.BROKEN, detail);
        }
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
        return changes;
    }

    FileWindow window() {
        return window;
    }

    String fileName() {
        return names.get(fileIndex);
    }

    /** The files after the current one. */
    List<String> laterNames() {
        return names.isEmpty() ? List.of() : names.subList(fileIndex + 1, names.size());
    }

    boolean isSealed() {
        return seal != null;
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
