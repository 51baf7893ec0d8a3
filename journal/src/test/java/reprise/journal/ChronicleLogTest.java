package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycle;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.Envelope;

class ChronicleLogTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldReadBackWhatWasAppendedWhateverTheSizesAndFlushes(final long seed) {
        final Random random = new Random(seed);
        final int lengthBytesMax = seed % 4 == 0 ? Frame.RECORD_BYTES_MAX : 40 + random.nextInt(600);
        final TestRecords records = new TestRecords(seed, lengthBytesMax);
        final long count = lengthBytesMax > 1000 ? 100 : 5000;
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE)) {
            for (long sequence = 1; sequence <= count; sequence++) {
                records.append(log, sequence, sequence);
                if (random.nextInt(1 + (int) seed * 3) == 0) {
                    log.flush();
                }
            }
        }

        final ScanResult result = LogScanner.scan(directory, records);

        assertThat(result.findings()).as("seed=%d", seed).isEmpty();
        assertThat(result.records()).isEqualTo(count).isEqualTo(records.checked());
        assertThat(result.firstSequence()).isEqualTo(1);
        assertThat(result.lastSequence()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "3ms", "batch", "orders"})
    void shouldDeliverWhatChroniclesOwnTailerDeliversAcrossFiles(final SyncPolicy syncPolicy) {
        final AtomicLong clockMs = new AtomicLong(1_700_000_000_000L);
        final TestRecords records = new TestRecords(7, 300);
        try (ChronicleLog log = ChronicleLog.open(directory, syncPolicy, TestRollCycles.TEST_SECONDLY, clockMs::get)) {
            for (int batch = 0; batch < 60; batch++) {
                records.append(log, batch * 100L + 1, batch * 100L + 100);
                if (batch % 3 == 0) {
                    log.flush();
                }
                clockMs.addAndGet(batch % 10 == 0 ? 3_000 : 1);
            }
        }
        assertThat(LogFiles.names(directory)).hasSizeGreaterThan(4);

        final List<String> ours = new ArrayList<>();
        final ScanResult result =
                LogScanner.scan(directory, (buffer, offset, length) -> ours.add(hash(bytes(buffer, offset, length))));

        assertThat(result.findings()).isEmpty();
        assertThat(ours).hasSize(6000).isEqualTo(tailed(TestRollCycles.TEST_SECONDLY));
    }

    @Test
    void shouldDeliverWhatChroniclesOwnTailerDeliversAcrossIndexPages() {
        // The small cycle begins a new index page after a few hundred documents.
        final RollCycle cycle = TestRollCycles.TEST4_DAILY;
        final TestRecords records = new TestRecords(8, 60);
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE, cycle, System::currentTimeMillis)) {
            for (long sequence = 1; sequence <= 900; sequence++) {
                records.append(log, sequence, sequence);
                log.flush();
            }
        }

        final List<String> ours = new ArrayList<>();
        LogScanner.scan(directory, (buffer, offset, length) -> ours.add(hash(bytes(buffer, offset, length))));

        assertThat(ours).hasSize(900).isEqualTo(tailed(cycle));
    }

    @Test
    void shouldStayInTheNewerFileWhenTheClockGoesBack() {
        final AtomicLong clockMs = new AtomicLong(1_700_000_000_000L);
        final TestRecords records = new TestRecords(9, 100);
        try (ChronicleLog log =
                ChronicleLog.open(directory, SyncPolicy.NONE, TestRollCycles.TEST_SECONDLY, clockMs::get)) {
            records.append(log, 1, 10);
            log.flush();
            clockMs.addAndGet(5_000);
            records.append(log, 11, 20);
            log.flush();
            clockMs.addAndGet(-5_000);
            records.append(log, 21, 30);
        }

        final ScanResult result = LogScanner.scan(directory, records);

        assertThat(result.findings()).isEmpty();
        assertThat(result.records()).isEqualTo(30);
    }

    @Test
    void shouldLetAnotherThreadAppendThanTheOneThatOpened() throws InterruptedException {
        final TestRecords records = new TestRecords(10, 100);
        final List<Throwable> failures = new ArrayList<>();
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.BATCH)) {
            final Thread journaler = new Thread(() -> {
                records.append(log, 1, 10);
                log.flush();
            });
            journaler.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
            journaler.start();
            journaler.join();
        }

        assertThat(failures).isEmpty();
        assertThat(LogScanner.scan(directory, records).records()).isEqualTo(10);
    }

    @Test
    void shouldRefuseARecordOutOfOrder() {
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE)) {
            assertThatThrownBy(() -> log.append(record(2, 10), 0, 24)).isInstanceOf(IllegalStateException.class);
            log.append(record(1, 10), 0, 24);
            assertThatThrownBy(() -> log.append(record(1, 10), 0, 24)).hasMessageContaining("sequence=1 after 1");
            assertThatThrownBy(() -> log.append(record(2, 9), 0, 24)).hasMessageContaining("timeNs=9 after 10");
            log.append(record(2, 10), 0, 24);
        }

        assertThat(LogScanner.scan(directory, (buffer, offset, length) -> {}).records())
                .isEqualTo(2);
    }

    @Test
    void shouldRefuseARecordTooShortOrTooLong() {
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE)) {
            assertThatThrownBy(() -> log.append(record(1, 10), 0, 23)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> log.append(record(1, 10), 0, Frame.RECORD_BYTES_MAX + 1))
                    .isInstanceOf(IllegalArgumentException.class);
            log.append(record(1, 10), 0, Frame.RECORD_BYTES_MAX);
        }

        final ScanResult result = LogScanner.scan(directory, (buffer, offset, length) -> {});
        assertThat(result.bytes()).isEqualTo(Frame.RECORD_BYTES_MAX);
    }

    @Test
    void shouldKnowHowFarItHasWritten() {
        final TestRecords records = new TestRecords(11, 100);
        try (ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE)) {
            records.append(log, 1, 3);
            assertThat(log.lastSequence()).isEqualTo(3);
            assertThat(log.writtenSequence()).isZero();

            log.flush();

            assertThat(log.writtenSequence()).isEqualTo(3);
        }
    }

    @Test
    void shouldRefuseToAppendWhenClosedAndAllowToCloseAgain() {
        final ChronicleLog log = ChronicleLog.open(directory, SyncPolicy.NONE);
        log.close();
        log.close();
        log.flush();

        assertThatThrownBy(() -> log.append(record(1, 1), 0, 24)).hasMessageContaining("closed");
    }

    private static UnsafeBuffer record(final long sequence, final long timeNs) {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[Frame.RECORD_BYTES_MAX + 8]);
        Envelope.stamp(record, 0, sequence, timeNs);
        return record;
    }

    /** Reads with Chronicle and takes the frames apart without checking anything. */
    private List<String> tailed(final RollCycle cycle) {
        final List<String> records = new ArrayList<>();
        final UnsafeBuffer view = new UnsafeBuffer(0, 0);
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory)
                        .rollCycle(cycle)
                        .readOnly(true)
                        .build();
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext context = tailer.readingDocument()) {
                    if (!context.isPresent()) {
                        return records;
                    }
                    final Bytes<?> bytes = context.wire().bytes();
                    view.wrap(bytes.addressForRead(bytes.readPosition()), (int) bytes.readRemaining());
                    int position = 0;
                    while (position < view.capacity()) {
                        final int length = view.getInt(position + Frame.LENGTH_OFFSET, ByteOrder.LITTLE_ENDIAN);
                        records.add(hash(bytes(view, position + Frame.HEADER_BYTES, length)));
                        position += Frame.sizeBytes(length);
                    }
                }
            }
        }
    }

    private static byte[] bytes(final DirectBuffer buffer, final int offset, final int length) {
        final byte[] bytes = new byte[length];
        buffer.getBytes(offset, bytes);
        return bytes;
    }

    private static String hash(final byte[] bytes) {
        return bytes.length + ":" + Arrays.hashCode(bytes) + ":" + JournalReader.crc32c(bytes);
    }
}
