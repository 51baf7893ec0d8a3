package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.message.Envelope;
import reprise.testkit.Allocation;

class JournalAllocationTest {
    private static final int WARM_UP = 100_000;

    /** A block of 16 MB more must be in it, for Chronicle allocates when it maps one. */
    private static final int MEASURED = 200_000;

    /** Of Chronicle, when it maps a block: a few kilobytes, every 130,000 records of this size. */
    private static final double BYTES_PER_RECORD_MAX = 0.2;

    @TempDir
    Path directory;

    private final UnsafeBuffer record = new UnsafeBuffer(new byte[128]);

    @ParameterizedTest
    @CsvSource({"none, 1", "none, 64", "none, 1000000", "batch, 1000", "20ms, 64", "orders, 64"})
    void shouldAllocateNothingPerRecordWhenAppending(final SyncPolicy syncPolicy, final int recordsPerFlush)
            throws Exception {
        try (ChronicleLog log = ChronicleLog.open(directory, syncPolicy)) {
            append(log, 1, WARM_UP, recordsPerFlush);

            final long before = Allocation.bytes();
            append(log, WARM_UP + 1, WARM_UP + MEASURED, recordsPerFlush);
            final long allocated = Allocation.bytes() - before;

            assertThat((double) allocated / MEASURED).as("%d bytes", allocated).isLessThan(BYTES_PER_RECORD_MAX);
        }
    }

    @Test
    void shouldAllocateNothingPerRecordWhenReading() throws Exception {
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE)) {
            append(log, 1, WARM_UP + MEASURED, 64);
        }
        try (LogReader reader = LogReader.open(directory)) {
            read(reader, WARM_UP);

            final long before = Allocation.bytes();
            read(reader, MEASURED);
            final long allocated = Allocation.bytes() - before;

            assertThat((double) allocated / MEASURED).as("%d bytes", allocated).isLessThan(0.1);
        }
    }

    private void append(final ChronicleLog log, final long first, final long last, final int recordsPerFlush) {
        for (long sequence = first; sequence <= last; sequence++) {
            Envelope.stamp(record, 0, sequence, sequence);
            log.append(record, 0, record.capacity());
            if (sequence % recordsPerFlush == 0) {
                log.flush();
            }
        }
    }

    private static void read(final LogReader reader, final int count) {
        for (int i = 0; i < count; i++) {
            if (!reader.next()) {
                throw new AssertionError("ended after " + reader.sequence() + ": " + reader.findings());
            }
        }
    }
}
