package reprise.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongSupplier;
import java.util.zip.CRC32C;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import reprise.message.Envelope;
import reprise.port.EventLog;

/**
 * A log of records in a Chronicle queue. Called by the one thread that appends, though it may be opened and closed by another. Appending
 * allocates nothing; only a new file, once a day, does.
 *
 * <p>Records are staged in memory of our own and written as one document when they are flushed or when the stage is full, because a
 * document costs more than a record. What is staged is lost if the process dies, so flush before acting on a record.
 *
 * <p>Design notes. Chronicle chooses the file by the clock and would go back to yesterday's file if the clock did, which no reader could put
 * in order again: the clock it sees never goes back. And its own {@code sync()} leaves out the tail of a block when the writing has moved
 * on to the next, so {@link SyncPolicy#BATCH} forces the file itself.
 */
public final class ChronicleLog implements EventLog {
    /** With blocks of 64 MB, the default, each new one holds up the writer for several milliseconds. */
    private static final int BLOCK_BYTES = 16 << 20;

    private final Path directory;
    private final SyncPolicy syncPolicy;
    private final ByteBuffer stageBytes = ByteBuffer.allocateDirect(Frame.DOCUMENT_BYTES_MAX);
    private final UnsafeBuffer stage = new UnsafeBuffer(stageBytes);
    private final PointerBytesStore document = BytesStore.nativePointer();
    private final CRC32C crc = new CRC32C();
    private final RollCycle rollCycle;
    private final ForwardClock clock;
    private final DiskReserve reserve;
    private final SealTrail.Writer seals;
    private ChronicleQueue queue;
    private ExcerptAppender appender;

    private int stagedBytes;

    /** Up to where the current file is written; Chronicle tells it only while or after it writes. */
    private long endPosition;

    private long lastSequence;
    private long lastTimeNs;
    private long writtenSequence;
    private long chain;
    private long documents;
    private FileChannel forcedFile;
    private int forcedCycle;
    private boolean isForceDue;
    private boolean isBroken;
    private boolean isClosed;

    private ChronicleLog(
            final Path log,
            final int session,
            final SyncPolicy syncPolicy,
            final RollCycle rollCycle,
            final LongSupplier clockMs,
            final LogTail before,
            final DiskReserve.Filler filler) {
        directory = LogFiles.session(log, session);
        this.syncPolicy = syncPolicy;
        this.rollCycle = rollCycle;
        clock = new ForwardClock(clockMs);
        reserve = new DiskReserve(filler);
        lastSequence = before.sequence();
        lastTimeNs = before.timeNs();
        chain = before.chain();
        writtenSequence = lastSequence;
        try {
            Files.createDirectories(directory);
            seals = SealTrail.read(log).writer(log);
        } catch (final IOException e) {
            throw failure(e);
        }
        try {
            queue = SingleChronicleQueueBuilder.binary(directory)
                    .rollCycle(rollCycle)
                    .blockSize(BLOCK_BYTES)
                    .timeProvider(clock)
                    .build();
            appender = queue.createAppender();
            appender.singleThreadedCheckDisabled(true);
            createFirstFile();
            reserveRoom();
        } catch (final IOException | RuntimeException | InternalError e) {
            isClosed = true;
            release();
            throw failure(e);
        }
    }

    /**
     * Opens a new log.
     *
     * @param directory which must be empty or absent.
     * @param syncPolicy what a flush promises.
     * @return the log, whose first record must have sequence 1.
     */
    public static ChronicleLog open(final Path directory, final SyncPolicy syncPolicy) {
        return open(directory, syncPolicy, RollCycles.FAST_DAILY, System::currentTimeMillis);
    }

    static ChronicleLog open(
            final Path directory, final SyncPolicy syncPolicy, final RollCycle rollCycle, final LongSupplier clockMs) {
        return new ChronicleLog(
                directory,
                LogFiles.FIRST_SESSION,
                syncPolicy,
                rollCycle,
                clockMs,
                LogTail.NOTHING,
                DiskReserve.Filler.DISK);
    }

    /**
     * Opens a log that goes on where another writer's ended.
     *
     * @param log directory of the log.
     * @param session number of the writer that opens it.
     * @param syncPolicy what a flush promises.
     * @param before where the other's ended.
     * @param filler takes the room for the records from the disk.
     * @return the log, whose first record must have the next sequence, and a time that is not before the last one's.
     */
    static ChronicleLog resume(
            final Path log,
            final int session,
            final SyncPolicy syncPolicy,
            final LogTail before,
            final DiskReserve.Filler filler) {
        return new ChronicleLog(
                log, session, syncPolicy, RollCycles.FAST_DAILY, System::currentTimeMillis, before, filler);
    }

    /** Takes the half second of Chronicle's first write now, not at the first event. */
    private void createFirstFile() {
        try (DocumentContext context = appender.writingDocument()) {
            endPosition = appender.wire().bytes().writePosition();
            context.rollbackOnClose();
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The record's sequence must be the previous one's plus 1, and its time not before the previous one's.
     */
    @Override
    public void append(final DirectBuffer buffer, final int offset, final int lengthBytes) {
        final long sequence = Envelope.sequence(buffer, offset);
        final long timeNs = Envelope.timeNs(buffer, offset);
        checkAppend(lengthBytes, sequence, timeNs);
        final int frameBytes = Frame.sizeBytes(lengthBytes);
        if (stagedBytes + frameBytes > Frame.DOCUMENT_BYTES_MAX) {
            writeDocument();
        }
        stageFrame(buffer, offset, lengthBytes, frameBytes);
        lastSequence = sequence;
        lastTimeNs = timeNs;
    }

    private void checkAppend(final int lengthBytes, final long sequence, final long timeNs) {
        if (isClosed) {
            throw new IllegalStateException("log is closed: " + directory);
        }
        if (lengthBytes < Frame.RECORD_BYTES_MIN || lengthBytes > Frame.RECORD_BYTES_MAX) {
            throw new IllegalArgumentException("record length: " + lengthBytes + ", sequence=" + sequence
                    + ", allowed: " + Frame.RECORD_BYTES_MIN + ".." + Frame.RECORD_BYTES_MAX);
        }
        if (sequence != lastSequence + 1 || timeNs < lastTimeNs) {
            throw new IllegalStateException("record out of order: sequence=" + sequence + " after " + lastSequence
                    + ", timeNs=" + timeNs + " after " + lastTimeNs);
        }
    }

    private void stageFrame(final DirectBuffer buffer, final int offset, final int lengthBytes, final int frameBytes) {
        final int start = stagedBytes;
        final int end = start + frameBytes;
        stage.putLong(end - Frame.ALIGNMENT_BYTES, 0);
        stage.putInt(start + Frame.LENGTH_OFFSET, lengthBytes, ByteOrder.LITTLE_ENDIAN);
        stage.putBytes(start + Frame.HEADER_BYTES, buffer, offset, lengthBytes);
        stageBytes.limit(end).position(start + Frame.LENGTH_OFFSET);
        crc.reset();
        crc.update(stageBytes);
        stage.putInt(start, (int) crc.getValue(), ByteOrder.LITTLE_ENDIAN);
        chain = RecordChain.add(chain, (int) crc.getValue());
        stagedBytes = end;
    }

    @Override
    public void flush() {
        if (isClosed) {
            return;
        }
        if (stagedBytes > 0) {
            writeDocument();
        }
        if (isForceDue && !isBroken) {
            force(forcedFile);
            isForceDue = false;
        }
        if (lastSequence - seals.lastSequence() >= SealTrail.RECORDS_PER_SEAL) {
            seal();
        }
    }

    private void seal() {
        try {
            seals.seal(lastSequence, chain);
        } catch (final IOException e) {
            isBroken = true;
            throw failure(e);
        }
    }

    /** A last seal, so that no record can be taken from the end even of a log that is given up. */
    private void sealEnd() {
        if (writtenSequence == lastSequence && lastSequence > seals.lastSequence()) {
            seal();
        }
        if (syncPolicy == SyncPolicy.BATCH) {
            try {
                seals.force();
            } catch (final IOException e) {
                throw failure(e);
            }
        }
    }

    private void writeDocument() {
        if (isBroken) {
            throw new IllegalStateException(
                    "log failed earlier, it is good up to sequence " + writtenSequence + ": " + directory);
        }
        // Stays so if the write fails: whether Chronicle has the document is then unknown, and it must not be written
        // twice.
        isBroken = true;
        document.set(stage.addressOffset(), stagedBytes);
        try {
            reserveRoom();
            appender.writeBytes(document);
            endPosition = appender.wire().bytes().writePosition();
        } catch (final IOException | RuntimeException | InternalError e) {
            throw failure(e);
        }
        isBroken = false;
        stagedBytes = 0;
        documents++;
        writtenSequence = lastSequence;
        if (syncPolicy == SyncPolicy.BATCH) {
            followFile();
            isForceDue = true;
        }
    }

    private void reserveRoom() throws IOException {
        final int cycle = appender.cycle();
        if (!reserve.isEnough(cycle, endPosition)) {
            reserve.reserve(appender.currentFile(), cycle, endPosition);
        }
        if (rollCycle.current(clock, 0) != cycle) {
            // The first bytes of the next file cannot be taken before there is one.
            JournalSpace.of(directory, JournalSpace.Limits.DEFAULT).checkBegin();
        }
    }

    /** One error for whatever the disk refuses: an exception of ours or of Chronicle's, or a page that could not be filled. */
    private JournalException failure(final Throwable cause) {
        final String free = directory.toFile().getUsableSpace() + " bytes are free there";
        return new JournalException(
                JournalException.Kind.IO,
                "the log in " + directory + " cannot be written (" + cause + "): " + free
                        + ", its last record on record is " + writtenSequence
                        + "; make room or mend the disk, then resume",
                cause);
    }

    /** At a roll, what the last flush left of the old file must be forced as well, and the new file's name is forced with its directory. */
    private void followFile() {
        if (forcedFile != null && forcedCycle == appender.cycle()) {
            return;
        }
        try {
            if (forcedFile != null) {
                force(forcedFile);
                forcedFile.close();
            }
            forcedFile = FileChannel.open(
                    appender.currentFile().toPath(), StandardOpenOption.READ, StandardOpenOption.WRITE);
            forcedCycle = appender.cycle();
            Disk.forceDirectory(directory);
        } catch (final IOException e) {
            isBroken = true;
            throw failure(e);
        }
    }

    private void force(final FileChannel file) {
        try {
            file.force(false);
        } catch (final IOException e) {
            // What is on the disk is unknown from here on: asked again, it may say yes without its being true.
            isBroken = true;
            throw failure(e);
        }
    }

    /**
     * The last record taken, staged or written.
     *
     * @return its sequence, or 0 if there is none.
     */
    public long lastSequence() {
        return lastSequence;
    }

    /**
     * The last record handed to the operating system.
     *
     * @return its sequence, or 0 if there is none.
     */
    public long writtenSequence() {
        return writtenSequence;
    }

    Path directory() {
        return directory;
    }

    long documents() {
        return documents;
    }

    @Override
    public void close() {
        if (isClosed) {
            return;
        }
        try {
            flush();
            sealEnd();
        } finally {
            isClosed = true;
            release();
        }
    }

    private void release() {
        if (appender != null) {
            appender.close();
        }
        if (queue != null) {
            queue.close();
        }
        reserve.close();
        seals.close();
        Disk.closeQuietly(forcedFile);
        BufferUtil.free(stageBytes);
    }

    /** Shows Chronicle the clock, but never backwards. */
    private static final class ForwardClock implements TimeProvider {
        private final LongSupplier clockMs;
        private long latestMs = Long.MIN_VALUE;

        ForwardClock(final LongSupplier clockMs) {
            this.clockMs = clockMs;
        }

        @Override
        public long currentTimeMillis() {
            latestMs = Math.max(latestMs, clockMs.getAsLong());
            return latestMs;
        }
    }
}
