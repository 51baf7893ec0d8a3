package reprise.journal;

import java.nio.file.Path;
import java.util.List;
import org.agrona.DirectBuffer;
import reprise.message.Envelope;
import reprise.port.RecordSource;

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
public final class LogReader implements RecordSource, AutoCloseable {
    /** Holds several documents, and still fits into a processor's second cache. */
    private static final int WINDOW_BYTES = 512 << 10;

    private final LogStart start;
    private final long passedOver;
    private final DocumentReader documents;
    private final FileWindow window;
    private final DirectBuffer buffer;
    private final TrailWatch trail;
    private final LogFindings findings;

    private long framePosition;
    private long documentEnd;
    private int offset;
    private int lengthBytes;
    private long firstSequence;
    private long lastSequence;
    private long lastTimeNs;
    private long records;
    private long bytes;
    private boolean isInsideDocument;
    private boolean isEnded;

    private LogReader(final Path directory, final LogSeal closingSeal, final LogPlace place) {
        start = place.start();
        passedOver = place.passedOver();
        final LogSeal seal = closingSeal == null ? null : closingSeal.behind(start);
        documents = seal == null
                ? DocumentReader.unsealed(directory, start.remaining(LogFiles.names(directory)), WINDOW_BYTES)
                : DocumentReader.sealed(directory, seal, start, WINDOW_BYTES);
        documents.beginAt(place.position());
        window = documents.window();
        buffer = window.buffer();
        final SealTrail seals = SealTrail.read(directory);
        trail = new TrailWatch(seals, start);
        findings = new LogFindings(directory, seal, seals, window);
        lastSequence = start.prunedSequence();
        lastTimeNs = start.prunedTimeNs();
        if (start.isDamaged()) {
            final String detail = "it is not what was written, so nobody knows where the log begins";
            findings.add(Finding.Kind.DAMAGE, lastSequence, new Flaw(Flaw.Type.CHANGED, LogStart.FILE, 0, detail), 0);
        }
    }

    /**
     * Reads a log of which nothing is known but its files.
     *
     * @param logDirectory with Chronicle's files; absent or empty reads as a log without records.
     * @return a reader before the first record.
     */
    public static LogReader open(final Path logDirectory) {
        return new LogReader(logDirectory, null, LogPlace.beginning(logDirectory));
    }

    /**
     * Reads a log from a place on.
     *
     * @param logDirectory with Chronicle's files.
     * @param seal what the log was when it was cleanly closed; null if it was not.
     * @param place from which on it is read.
     * @return a reader before the first record behind the place.
     */
    static LogReader open(final Path logDirectory, final LogSeal seal, final LogPlace place) {
        return new LogReader(logDirectory, seal, place);
    }

    /**
     * Steps to the next record.
     *
     * @return false if there is none, or none that is good.
     */
    @Override
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
        findings.addChanges(lastSequence, documents.changes());
        if (isThere) {
            framePosition = documents.payloadPosition();
            documentEnd = framePosition + documents.payloadBytes();
            if (!window.cover(framePosition, documents.payloadBytes())) {
                throw new JournalException(
                        JournalException.Kind.IO, "file shrank while it was read: " + documents.fileName());
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
        if (!isInPlace(sequence, timeNs)) {
            isEnded = true;
            return false;
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

    private boolean isInPlace(final long sequence, final long timeNs) {
        if (sequence != lastSequence + 1) {
            final Flaw flaw = flawHere("a record with sequence " + sequence + " is in this place");
            findings.addOutOfPlace(sequence, lastSequence, flaw, documents.laterNames());
            return false;
        }
        if (timeNs < lastTimeNs) {
            final Flaw flaw = flawHere("time runs backwards: " + timeNs + " after " + lastTimeNs);
            findings.add(Finding.Kind.DAMAGE, lastSequence, flaw, 0);
            return false;
        }
        return true;
    }

    private void reportReplaced() {
        final String detail = "somewhere in sequence " + trail.firstOfLastSeal() + " to " + lastSequence
                + " a record is whole, but not the one that was sealed";
        final Flaw flaw = new Flaw(Flaw.Type.BROKEN, documents.fileName(), recordPosition(), detail);
        findings.add(Finding.Kind.REPLACED, lastSequence, flaw, 0);
    }

    private Flaw flawHere(final String detail) {
        return new Flaw(Flaw.Type.BROKEN, documents.fileName(), framePosition, detail);
    }

    private boolean stopAtFrame(final String detail) {
        isInsideDocument = true;
        conclude(flawHere(detail));
        return false;
    }

    private void conclude(final Flaw end) {
        isEnded = true;
        findings.conclude(end, lastSequence, records, documents.laterNames());
    }

    /**
     * Holds the current record.
     *
     * @return the same buffer always; what it holds is valid until the next call of {@link #next()}.
     */
    @Override
    public DirectBuffer buffer() {
        return buffer;
    }

    /**
     * Where the current record begins in the buffer.
     *
     * @return index of its first byte.
     */
    @Override
    public int offset() {
        return offset;
    }

    /**
     * The length of the current record.
     *
     * @return in bytes.
     */
    @Override
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
     * @return 0 before the first, or the last that was pruned.
     */
    public long sequence() {
        return lastSequence;
    }

    /**
     * The sequence of the first record that is read.
     *
     * @return 1, or more if the beginning was pruned or is passed over.
     */
    public long beginsAt() {
        return start.firstSequence();
    }

    /**
     * How many records that the log has are not read, because it is read from a later place on.
     *
     * @return 0 for a log that is read from its beginning.
     */
    @Override
    public long passedOver() {
        return passedOver;
    }

    @Override
    public long sequenceBefore() {
        return start.firstSequence() - 1;
    }

    /** Name of the file that the current record is in. */
    String fileName() {
        return documents.fileName();
    }

    /**
     * What was found wrong so far.
     *
     * @return complete once {@link #next()} has returned false.
     */
    public List<Finding> findings() {
        return findings.list();
    }

    /**
     * What was read so far.
     *
     * @return a copy.
     */
    public ScanResult result() {
        return new ScanResult(records, firstSequence, lastSequence, bytes, findings.list());
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
        final long header = documents.payloadPosition() - DocumentHeader.SIZE_BYTES;
        final boolean hasRecord = isDocumentCut && framePosition > documents.payloadPosition();
        final long cutPosition = hasRecord ? framePosition : header;
        return new LogTail(
                documents.end() == null ? documents.fileName() : documents.end().file(),
                isDocumentCut ? cutPosition : documents.chainEnd(),
                hasRecord ? header : LogTail.NO_DOCUMENT,
                lastSequence,
                lastTimeNs,
                trail.chain());
    }

    @Override
    public void close() {
        isEnded = true;
        documents.close();
    }
}
