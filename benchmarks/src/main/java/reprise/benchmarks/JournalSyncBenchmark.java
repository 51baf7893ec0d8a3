package reprise.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.agrona.concurrent.UnsafeBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import reprise.journal.ChronicleLog;
import reprise.journal.SyncPolicy;
import reprise.message.Envelope;

/**
 * What does each sync policy cost whoever appends a record of 128 bytes and flushes it, if the record is a quote, and if it is a fill? The
 * percentiles count, for a force is rare under some policies and slow under all. Control: {@code none}, which never asks the disk. The disk
 * is that of {@code java.io.tmpdir}; in memory, all policies cost the same.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class JournalSyncBenchmark {
    private static final int RECORD_LENGTH_BYTES = 128;
    private static final int TEMPLATE_OFFSET = 2;
    private static final short QUOTE = 12;
    private static final short ORDER_FILLED = 33;

    /** A fresh log for each iteration. */
    @State(Scope.Thread)
    public static class Log {
        /** As a configuration writes it. */
        @Param({"none", "50ms", "orders", "batch"})
        private String sync;

        private final UnsafeBuffer buffer = new UnsafeBuffer(ByteBuffer.allocateDirect(RECORD_LENGTH_BYTES));
        private Path directory;
        private ChronicleLog log;
        private long sequence;

        /** Opens it. */
        @Setup(Level.Iteration)
        public void setUp() {
            try {
                directory = Files.createTempDirectory("journal-sync");
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            log = ChronicleLog.open(directory, SyncPolicy.parse(sync));
            sequence = 0;
        }

        /** Removes it. */
        @TearDown(Level.Iteration)
        public void tearDown() {
            log.close();
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void append(final short templateId) {
            buffer.putShort(TEMPLATE_OFFSET, templateId, ByteOrder.LITTLE_ENDIAN);
            Envelope.stamp(buffer, 0, ++sequence, sequence);
            log.append(buffer, 0, RECORD_LENGTH_BYTES);
            log.flush();
        }
    }

    /** Market data. */
    @Benchmark
    public void quote(final Log log) {
        log.append(QUOTE);
    }

    /** About an order. */
    @Benchmark
    public void fill(final Log log) {
        log.append(ORDER_FILLED);
    }
}
