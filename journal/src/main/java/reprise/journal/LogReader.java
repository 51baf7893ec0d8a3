package reprise.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.agrona.DirectBuffer;
import reprise.message.Envelope;

/**
 * Reads the records of a log one by one, in constant memory, and checks each: its frame, its checksum, its sequence (the previous one's
 * plus 1) and its time (never before the previous one's). Single-threaded; allocates nothing per record.
 *
 * <p>Stops at the first record that is not good; bytes beside the records (Chronicle's header, index and table) that have changed since a
 * clean close are reported without stopping, for the records do not depend on them. After {@link #next()} has returned false, {@link
 * #findings()} says whether the log is whole. Whatever the bytes are, reading ends, in memory that does not depend on them.
 *
 * <p>Design note: this reads Chronicle's files without Chronicle. It has no checksums, and its tailer may deliver a half-zeroed record,
 * wait for ever behind a hole, or throw, after damage. The decision record 0003 has the reasons; a test compares both on healthy logs.
 */
public final class LogReader implements AutoCloseable {
    /** Holds several documents, and still fits into a processor's second cache. */
    private static final int WINDOW_BYTES = 512 << 10;

    private final Path directory;
    private final String label;
    private final LogSeal seal;
    private final DocumentReader documents;
    private final FileWindow window;
    private final DirectBuffer buffer;
    private final TrailWatch trail;
    private final List<Finding> findings = new ArrayList<>();

    private long framePosition;
    private long documentEnd;
    private int offset;
    private int lengthBytes;
    private long firstSequence;
    private long lastSequence = Frame.FIRST_SEQUENCE - 1;
    private long lastTimeNs = Long.MIN_VALUE;
    private long records;
    private long bytes;
    private int changesReported;
    private boolean isInsideDocument;
    private boolean isEnded;

    private LogReader(final Path directory, final LogSeal seal) {
        this.directory = directory;
        this.label = directory.getFileName() + "/";
        this.seal = seal;
        documents = seal == null
                ? DocumentReader.unsealed(directory, LogFiles.names(directory), WINDOW_BYTES)
                : DocumentReader.sealed(directory, seal, WINDOW_BYTES);
        trail = new TrailWatch(SealTrail.read(directory));
        window = documents.window();
        buffer = window.buffer();
    }

    /**
     * Reads a log of which nothing is known but its files.
     *
     * @param logDirectory with Chronicle's files; absent or empty reads as a log without records.
     * @return a reader before the first record.
     */
    public static LogReader open(final Path logDirectory) {
        return new LogReader(logDirectory, null);
    }

    /**
     * Reads a log that was cleanly closed.
     *
     * @param logDirectory with Chronicle's files.
     * @param seal what the log was then.
     * @return a reader before the first record.
     */
    static LogReader open(final Path logDirectory, final LogSeal seal) {
        return new LogReader(logDirectory, seal);
    }

    /**
     * Steps to the next record.
     *
     * @return false if there is none, or none that is good.
     */
    public boolean next() {
        while (!isEnded) {
            if (framePosition < documentEnd) {
                return readFrame();
            }
            if (!nextDocument()) {
                conclude(documents.end());
            }
        }
        return false;
    }

    private boolean nextDocument() {
        final boolean isThere = documents.next();
        reportChanges();
        if (isThere) {
            framePosition = documents.payloadPosition();
            documentEnd = framePosition + documents.payloadBytes();
            if (!window.cover(framePosition, documents.payloadBytes())) {
                throw new JournalException(
                        JournalException.Kind.IO, "file shrank while it was read: " + label + documents.fileName());
            }
        }
        return isThere;
    }

    private boolean readFrame() {
        final int index = window.index(framePosition);
        final int availableBytes = (int) (documentEnd - framePosition);
        final int length = availableBytes < Frame.HEADER_BYTES ? 0 : window.intAt(framePosition + Frame.LENGTH_OFFSET);
        if (!Frame.isPlausible(length, availableBytes)) {
            return stopAtFrame("a record cannot have " + length + " bytes here");
        }
        final int frameBytes = Frame.sizeBytes(length);
        final int crc = window.crc32c(framePosition + Frame.LENGTH_OFFSET, frameBytes - Frame.LENGTH_OFFSET);
        if (crc != window.intAt(framePosition)) {
            return stopAtFrame("checksum is " + Integer.toHexString(crc) + ", recorded is "
                    + Integer.toHexString(window.intAt(framePosition)));
        }
        return accept(index + Frame.HEADER_BYTES, length, frameBytes);
    }

    private boolean accept(final int recordOffset, final int length, final int frameBytes) {
        final long sequence = Envelope.sequence(buffer, recordOffset);
        final long timeNs = Envelope.timeNs(buffer, recordOffset);
        if (sequence != lastSequence + 1) {
            return stopOutOfPlace(sequence);
        }
        if (timeNs < lastTimeNs) {
            return stopWhole(Finding.Kind.DAMAGE, 0, "time runs backwards: " + timeNs + " after " + lastTimeNs);
        }
        if (records == 0) {
            firstSequence = sequence;
        }
        offset = recordOffset;
        lengthBytes = length;
        lastSequence = sequence;
        lastTimeNs = timeNs;
        records++;
        bytes += length;
        final int crc = window.intAt(framePosition);
        framePosition += frameBytes;
        if (!trail.take(sequence, crc)) {
            reportReplaced();
        }
        return true;
    }

    private void reportReplaced() {
        final String detail = "somewhere in sequence " + trail.firstOfLastSeal() + " to " + lastSequence
                + " a record is whole, but not the one that was sealed";
        final Flaw flaw = new Flaw(Flaw.Type.BROKEN, documents.fileName(), recordPosition(), detail);
        report(Finding.Kind.REPLACED, flaw, 0, "");
    }

    /** A record with the right checksum is no torn tail, whatever follows. */
    private boolean stopOutOfPlace(final long sequence) {
        final String what = "a record with sequence " + sequence + " is in this place";
        if (sequence <= lastSequence) {
            return stopWhole(Finding.Kind.REORDERED, 0, what + ", behind its successor or a second time");
        }
        final Flaw flaw = new Flaw(Flaw.Type.BROKEN, documents.fileName(), framePosition, what);
        final List<String> laterNames = documents.laterNames();
        final long missing = sequence - lastSequence - 1;
        final LaterRecordSearch search = LaterRecordSearch.forNext(window, lastSequence);
        return search.find(directory, flaw, laterNames)
                ? stopWhole(Finding.Kind.REORDERED, 0, what + ", but " + search.description())
                : stopWhole(Finding.Kind.MISSING, missing, what);
    }

    private boolean stopWhole(final Finding.Kind kind, final long missing, final String detail) {
        isEnded = true;
        report(kind, new Flaw(Flaw.Type.BROKEN, documents.fileName(), framePosition, detail), missing, "");
        return false;
    }

    private boolean stopAtFrame(final String detail) {
        isInsideDocument = true;
        conclude(new Flaw(Flaw.Type.BROKEN, documents.fileName(), framePosition, detail));
        return false;
    }

    private void reportChanges() {
        final List<Flaw> changes = documents.changes();
        while (changesReported < changes.size()) {
            report(Finding.Kind.DAMAGE, changes.get(changesReported), 0, "");
            changesReported++;
        }
    }

    private void conclude(final Flaw end) {
        isEnded = true;
        final SealTrail seals = trail.trail();
        if (seal != null) {
            concludeSealed(end);
        } else if (seals.lastSequence() > lastSequence) {
            concludeShort(end, seals.lastSequence());
        } else {
            concludeOpen(end);
        }
        if (seals.isDamaged() || (seal != null && seals.count() < seal.seals())) {
            final String detail = "this seal is not what was written, or is gone; the records have their own checksums";
            final Flaw flaw = new Flaw(Flaw.Type.CHANGED, SealTrail.FILE, seals.endPosition(), detail);
            report(Finding.Kind.DAMAGE, flaw, 0, "");
        }
    }

    /** A seal vouches for more records than can be read, so the end is none that a writer left. */
    private void concludeShort(final Flaw end, final long sealedSequence) {
        final LaterRecordSearch search = new LaterRecordSearch(window, lastSequence);
        final boolean hasLater = search.find(directory, end, documents.laterNames());
        final Finding.Kind kind = end.type() == Flaw.Type.END && !hasLater ? Finding.Kind.MISSING : Finding.Kind.DAMAGE;
        final String later = hasLater ? ", but " + search.description() : "";
        final long missing = hasLater ? 0 : sealedSequence - lastSequence;
        report(kind, end, missing, later + ": a seal says that the log had records up to " + sealedSequence);
    }

    private void concludeOpen(final Flaw end) {
        final LaterRecordSearch search = new LaterRecordSearch(window, lastSequence);
        if (search.find(directory, end, documents.laterNames())) {
            report(Finding.Kind.DAMAGE, end, 0, ", but " + search.description());
        } else if (search.isUnpublished()) {
            report(Finding.Kind.TORN_TAIL, end, 0, ": a document was written and its header was not");
        } else if (end.type() != Flaw.Type.END) {
            report(Finding.Kind.TORN_TAIL, end, 0, "");
        }
    }

    private void concludeSealed(final Flaw end) {
        final long missing = seal.records() - records;
        if (end.type() == Flaw.Type.CUT) {
            report(Finding.Kind.MISSING, end, missing, "");
        } else if (end.type() == Flaw.Type.BROKEN) {
            report(Finding.Kind.DAMAGE, end, 0, "");
        } else if (missing != 0) {
            report(
                    Finding.Kind.DAMAGE,
                    end,
                    missing,
                    ": the log had " + seal.records() + " records when it was closed");
        }
    }

    private void report(final Finding.Kind kind, final Flaw flaw, final long missing, final String more) {
        findings.add(
                new Finding(kind, lastSequence, label + flaw.file(), flaw.position(), missing, flaw.detail() + more));
    }

    /**
     * Holds the current record.
     *
     * @return the same buffer always; what it holds is valid until the next call of {@link #next()}.
     */
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Where the current record begins in the buffer.
     *
     * @return index of its first byte.
     */
    public int offset() {
        return offset;
    }

    /**
     * The length of the current record.
     *
     * @return in bytes.
     */
    public int lengthBytes() {
        return lengthBytes;
    }

    /** Where the current record begins in its file. */
    long recordPosition() {
        return framePosition - Frame.sizeBytes(lengthBytes) + Frame.HEADER_BYTES;
    }

    /**
     * The sequence of the current record, or of the last good one after {@link #next()} has returned false.
     *
     * @return 0 before the first.
     */
    public long sequence() {
        return lastSequence;
    }

    /**
     * What was found wrong so far.
     *
     * @return complete once {@link #next()} has returned false.
     */
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }

    /**
     * What was read so far.
     *
     * @return a copy.
     */
    public ScanResult result() {
        return new ScanResult(records, firstSequence, lastSequence, bytes, findings);
    }

    /**
     * The time of the last good record.
     *
     * @return in nanoseconds; {@link Long#MIN_VALUE} before the first.
     */
    long timeNs() {
        return lastTimeNs;
    }

    /** The chain over the good records. */
    long chain() {
        return trail.chain();
    }

    /** Where the good part of a log without a seal ends; to be asked for after {@link #next()} has returned false. */
    LogTail tail() {
        final boolean isDocumentCut = isInsideDocument || documents.isPartial();
        final String file =
                documents.end() == null ? documents.fileName() : documents.end().file();
        if (!isDocumentCut) {
            return new LogTail(
                    file, documents.chainEnd(), LogTail.NO_DOCUMENT, lastSequence, lastTimeNs, trail.chain());
        }
        final long header = documents.payloadPosition() - DocumentHeader.SIZE_BYTES;
        final boolean isEmpty = framePosition == documents.payloadPosition();
        return isEmpty
                ? new LogTail(file, header, LogTail.NO_DOCUMENT, lastSequence, lastTimeNs, trail.chain())
                : new LogTail(file, framePosition, header, lastSequence, lastTimeNs, trail.chain());
    }

    @Override
    public void close() {
        isEnded = true;
        documents.close();
    }
}
