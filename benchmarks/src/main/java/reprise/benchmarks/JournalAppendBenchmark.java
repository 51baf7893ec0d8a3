package reprise.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.openhft.chronicle.bytes.BytesStore;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reprise.journal.ChronicleLog;
import reprise.journal.SyncPolicy;
import reprise.message.Envelope;

/**
 * What does a record of 128 bytes cost in our event log, with sequence, checksum and framing, flushed one by one and sixteen by sixteen?
 * Controls: the same bytes into a bare Chronicle queue, one document a record and one document for sixteen.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class JournalAppendBenchmark {
    private static final int RECORD_LENGTH_BYTES = 128;
    private static final int BATCH = 16;
    private static final int BLOCK_SIZE_BYTES = 16 << 20;

    /** Our log. */
    @State(Scope.Thread)
    public static class OurLog {
        private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(RECORD_LENGTH_BYTES));
        private Path directory;
        private ChronicleLog log;
        private long sequence;

        /** Opens a fresh log. */
        @Setup(Level.Iteration)
        public void setUp() {
            directory = newDirectory();
            log = ChronicleLog.open(directory, SyncPolicy.NONE);
            sequence = 0;
        }

        /** Removes it. */
        @TearDown(Level.Iteration)
        public void tearDown() {
            log.close();
            delete(directory);
        }

        private void append() {
            Envelope.stamp(buffer, 0, ++sequence, sequence);
            log.append(buffer, 0, RECORD_LENGTH_BYTES);
        }
    }

    /** A bare queue. */
    @State(Scope.Thread)
    public static class BareChronicle {
        private final ByteBuffer bytes = ByteBuffer.allocateDirect(RECORD_LENGTH_BYTES * BATCH);
        private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
        private final PointerBytesStore one = BytesStore.nativePointer();
        private final PointerBytesStore sixteen = BytesStore.nativePointer();
        private Path directory;
        private ChronicleQueue queue;
        private ExcerptAppender appender;

        /** Opens a fresh queue. */
        @Setup(Level.Iteration)
        public void setUp() {
            directory = newDirectory();
            queue = SingleChronicleQueueBuilder.binary(directory)
                    .rollCycle(RollCycles.FAST_DAILY)
                    .blockSize(BLOCK_SIZE_BYTES)
                    .build();
            appender = queue.createAppender();
            one.set(buffer.addressOffset(), RECORD_LENGTH_BYTES);
            sixteen.set(buffer.addressOffset(), RECORD_LENGTH_BYTES * BATCH);
        }

        /** Removes it. */
        @TearDown(Level.Iteration)
        public void tearDown() {
            queue.close();
            delete(directory);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("journal-benchmark");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One record, flushed. */
    @Benchmark
    public void appendOne(final OurLog ours) {
        ours.append();
        ours.log.flush();
    }

    /** One record into a bare queue. */
    @Benchmark
    public void controlChronicleOne(final BareChronicle bare) {
        bare.appender.writeBytes(bare.one);
    }

    /** Sixteen records, flushed together; per sixteen. */
    @Benchmark
    public void appendSixteen(final OurLog ours) {
        for (int i = 0; i < BATCH; i++) {
            ours.append();
        }
        ours.log.flush();
    }

    /** Sixteen records in one document of a bare queue; per sixteen. */
    @Benchmark
    public void controlChronicleSixteen(final BareChronicle bare) {
        bare.appender.writeBytes(bare.sixteen);
    }
}
