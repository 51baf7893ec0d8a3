package reprise.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.core.time.TimeProvider;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;

/**
 * Writes documents into the files of a Chronicle queue, a new file every day. Single-threaded; allocates nothing but once per file and
 * block.
 *
 * <p>Design note: Chronicle chooses the file by the clock and would go back to yesterday's file if the clock did, which no reader could put
 * in order again: the clock it sees never goes back.
 */
final class DocumentWriter implements AutoCloseable {
    /** With blocks of 64 MB, the default, each new one holds up the writer for several milliseconds. */
    private static final int BLOCK_BYTES = 16 << 20;

    private final Path directory;
    private final RollCycle rollCycle;
    private final ForwardClock clock;
    private final DiskReserve reserve;
    private final PointerBytesStore document = BytesStore.nativePointer();
    private ChronicleQueue queue;
    private ExcerptAppender appender;
    private long documents;

    /** Up to where the current file is written; Chronicle tells it only while or after it writes. */
    private long endPosition;

    private DocumentWriter(
            final Path directory,
            final RollCycle rollCycle,
            final LongSupplier clockMs,
            final DiskReserve.Filler filler) {
        this.directory = directory;
        this.rollCycle = rollCycle;
        clock = new ForwardClock(clockMs);
        reserve = new DiskReserve(filler);
    }

    /**
     * Opens a queue, its first file and the room for its first document.
     *
     * @param directory which is empty.
     * @param rollCycle when a new file begins.
     * @param clockMs the wall clock, in milliseconds.
     * @param filler takes the room for the documents from the disk.
     * @return ready to write.
     * @throws IOException if the disk refuses; nothing is left open then.
     */
    static DocumentWriter open(
            final Path directory,
            final RollCycle rollCycle,
            final LongSupplier clockMs,
            final DiskReserve.Filler filler)
            throws IOException {
        final DocumentWriter writer = new DocumentWriter(directory, rollCycle, clockMs, filler);
        try {
            writer.open();
        } catch (final IOException | RuntimeException | Error e) {
            writer.close();
            throw e;
        }
        return writer;
    }

    private void open() throws IOException {
        queue = SingleChronicleQueueBuilder.binary(directory)
                .rollCycle(rollCycle)
                .blockSize(BLOCK_BYTES)
                .timeProvider(clock)
                .build();
        appender = queue.createAppender();
        appender.singleThreadedCheckDisabled(true);
        createFirstFile();
        reserveRoom();
    }

    /** Takes the half second of Chronicle's first write now, not at the first event. */
    private void createFirstFile() {
        try (DocumentContext context = appender.writingDocument()) {
            endPosition = appender.wire().bytes().writePosition();
            context.rollbackOnClose();
        }
    }

    /**
     * Writes a document. If this fails, it is unknown whether the document is there.
     *
     * @param stage whose frames are the document.
     * @throws IOException if there is no room for it.
     */
    void write(final RecordStage stage) throws IOException {
        document.set(stage.address(), stage.sizeBytes());
        reserveRoom();
        appender.writeBytes(document);
        endPosition = appender.wire().bytes().writePosition();
        documents++;
    }

    private void reserveRoom() throws IOException {
        final int cycle = appender.cycle();
        if (!reserve.isEnough(cycle, endPosition)) {
            reserve.reserve(appender.currentFile(), cycle, endPosition);
        }
        if (rollCycle.current(clock, 0) != cycle) {
            // The first bytes of the next file cannot be taken before there is one.
            JournalSpace.of(directory).checkBegin();
        }
    }

    /** Number of documents written. */
    long documents() {
        return documents;
    }

    /** The file that the last document is in. */
    Path currentFile() {
        return appender.currentFile().toPath();
    }

    /** Number of the file that the last document is in. */
    int cycle() {
        return appender.cycle();
    }

    @Override
    public void close() {
        if (appender != null) {
            appender.close();
        }
        if (queue != null) {
            queue.close();
        }
        reserve.close();
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
