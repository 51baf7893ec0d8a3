package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.message.Envelope;
import reprise.port.EventLog;

/** When each sync policy asks the disk, and what happens when the disk refuses. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LogSyncTest {
    private static final int QUOTE = 12;
    private static final int ORDER_FILLED = 33;
    private static final int SUBMIT_ORDER = 101;

    @TempDir
    Path directory;

    private final UnsafeBuffer record = new UnsafeBuffer(new byte[64]);
    private final RecordingDisk disk = new RecordingDisk();

    @Test
    void shouldNeverAskTheDiskWhenThePolicyIsNone() {
        try (ChronicleLog log = open(SyncPolicy.NONE)) {
            append(log, 1, QUOTE);
            append(log, 2, ORDER_FILLED);
            log.flush();
        }
        assertThat(disk.forces).isEmpty();
    }

    @Test
    void shouldAskTheDiskOncePerFlushWhenThePolicyIsBatch() {
        try (ChronicleLog log = open(SyncPolicy.BATCH)) {
            append(log, 1, QUOTE);
            append(log, 2, QUOTE);
            log.flush();
            assertThat(disk.forces).hasSize(1);
            log.flush();
            assertThat(disk.forces).hasSize(1);
            append(log, 3, QUOTE);
            log.flush();
            assertThat(disk.forces).hasSize(2);
        }
    }

    @Test
    void shouldAskTheDiskForOrdersAndLetMarketDataGoAlong() {
        try (ChronicleLog log = open(SyncPolicy.ORDERS)) {
            append(log, 1, QUOTE);
            log.flush();
            assertThat(disk.forces).isEmpty();
            append(log, 2, QUOTE);
            append(log, 3, ORDER_FILLED);
            append(log, 4, QUOTE);
            log.flush();
            assertThat(disk.forces).hasSize(1);
            append(log, 5, QUOTE);
            log.flush();
            assertThat(disk.forces).hasSize(1);
        }
        assertThat(disk.forces).as("the end of a log that is closed").hasSize(2);
    }

    @Test
    void shouldTakeTheCauseOfACommandToTheDiskBeforeTheCommandIsWritten() {
        try (Journal journal = journal(SyncPolicy.ORDERS)) {
            append(journal.events(), 1, QUOTE);
            journal.events().flush();
            assertThat(disk.forces).isEmpty();

            appendCommand(journal.commands(), 1, 1);
            journal.commands().flush();
            assertThat(disk.forces).containsExactly("events 1", "commands 1");

            append(journal.events(), 2, ORDER_FILLED);
            journal.events().flush();
            appendCommand(journal.commands(), 2, 2);
            journal.commands().flush();
            assertThat(disk.forces).containsExactly("events 1", "commands 1", "events 2", "commands 2");
        }
    }

    @Test
    void shouldNotWriteACommandWhoseCauseCannotBeTakenToTheDisk() {
        try (Journal journal = journal(SyncPolicy.ORDERS)) {
            append(journal.events(), 1, QUOTE);
            journal.events().flush();
            disk.isRefusing = true;
            appendCommand(journal.commands(), 1, 1);

            assertThatThrownBy(() -> journal.commands().flush())
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("disk on fire");
            journal.abandon("disk");
        }
        final JournalReport report = JournalVerifier.verify(directory.resolve("journal"), VerifyProgress.SILENT);
        assertThat(report.findings()).isEmpty();
        assertThat(report.events().records()).isEqualTo(1);
        assertThat(report.commands().records()).isZero();
    }

    @Test
    void shouldTakeNothingMoreWhenTheDiskHasRefusedOnceEvenIfItWouldNow() {
        final ChronicleLog log = open(SyncPolicy.BATCH);
        append(log, 1, QUOTE);
        log.flush();
        append(log, 2, QUOTE);
        disk.isRefusing = true;
        assertThatThrownBy(log::flush).hasMessageContaining("disk on fire").hasMessageContaining("make room or mend");
        disk.isRefusing = false;

        assertThatThrownBy(log::flush).hasMessageContaining("log failed earlier");
        append(log, 3, QUOTE);
        assertThatThrownBy(log::flush).hasMessageContaining("log failed earlier");
        assertThatThrownBy(log::close).hasMessageContaining("log failed earlier");
        final ScanResult scan = LogScanner.scan(directory.resolve("log"), (buffer, offset, length) -> {});
        assertThat(scan.isWhole()).isTrue();
        assertThat(scan.lastSequence()).isEqualTo(2);
    }

    @Test
    void shouldAskTheDiskByItselfWhenThePolicyIsAnInterval() throws InterruptedException {
        try (ChronicleLog log = open(SyncPolicy.everyMs(1))) {
            append(log, 1, QUOTE);
            log.flush();

            assertThat(disk.firstForce.await(1, TimeUnit.MINUTES)).isTrue();
            assertThat(disk.threadName).isEqualTo("journal-sync-log");
        }
    }

    @Test
    void shouldTellTheWriterWhenTheDiskRefusedBehindItsBack() {
        disk.isRefusing = true;
        try (Journal journal = journal(SyncPolicy.everyMs(1))) {
            assertThatThrownBy(() -> {
                        for (long sequence = 1; sequence < Long.MAX_VALUE; sequence++) {
                            append(journal.events(), sequence, QUOTE);
                            journal.events().flush();
                        }
                    })
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("disk on fire");
        }
        assertThat(JournalVerifier.verify(directory.resolve("journal"), VerifyProgress.SILENT)
                        .isWhole())
                .isTrue();
    }

    @Test
    void shouldSealNothingThatIsNotOnTheDiskYet() {
        disk.isHanging = true;
        final Path place = directory.resolve("log");
        try (ChronicleLog log = open(SyncPolicy.everyMs(1))) {
            for (long sequence = 1; sequence <= 3 * SealTrail.RECORDS_PER_SEAL; sequence++) {
                append(log, sequence, QUOTE);
                log.flush();
            }
            assertThat(SealTrail.read(place).count()).isZero();
            disk.release.countDown();
        }
        assertThat(SealTrail.read(place).lastSequence()).isEqualTo(3 * SealTrail.RECORDS_PER_SEAL);
        assertThat(LogScanner.scan(place, (buffer, offset, length) -> {}).isWhole())
                .isTrue();
    }

    @Test
    void shouldTakeMarketDataToTheDiskBeforeTheyAreSealed() {
        try (ChronicleLog log = open(SyncPolicy.ORDERS)) {
            for (long sequence = 1; sequence <= SealTrail.RECORDS_PER_SEAL; sequence++) {
                assertThat(disk.forces).isEmpty();
                append(log, sequence, QUOTE);
                log.flush();
            }
            assertThat(disk.forces).hasSize(1);
            assertThat(SealTrail.read(directory.resolve("log")).count()).isEqualTo(1);
        }
    }

    private ChronicleLog open(final SyncPolicy policy) {
        return ChronicleLog.open(directory.resolve("log"), policy, LogDevice.forcedBy(disk));
    }

    private Journal journal(final SyncPolicy policy) {
        final LogDevice device = LogDevice.forcedBy(disk);
        return Journal.create(directory.resolve("journal"), policy, "", Map.of(), device);
    }

    private void append(final EventLog log, final long sequence, final int templateId) {
        record.putShort(2, (short) templateId, ByteOrder.LITTLE_ENDIAN);
        Envelope.stamp(record, 0, sequence, sequence);
        log.append(record, 0, record.capacity());
    }

    private void appendCommand(final EventLog log, final long sequence, final long cause) {
        record.putLong(Envelope.LENGTH_BYTES, cause, ByteOrder.LITTLE_ENDIAN);
        append(log, sequence, SUBMIT_ORDER);
        record.putLong(Envelope.LENGTH_BYTES, 0, ByteOrder.LITTLE_ENDIAN);
    }

    /** Remembers which log it was asked for, and how many records that had then; refuses or hangs if told so. */
    private final class RecordingDisk implements ForcedFile.Forcer {
        private final List<String> forces = new ArrayList<>();
        private final CountDownLatch firstForce = new CountDownLatch(1);
        private final CountDownLatch release = new CountDownLatch(1);
        private volatile boolean isRefusing;
        private volatile boolean isHanging;
        private volatile String threadName;
        private FileChannel first;

        @Override
        public void force(final FileChannel file) throws IOException {
            threadName = Thread.currentThread().getName();
            first = first == null ? file : first;
            if (isHanging) {
                awaitRelease();
            }
            if (isRefusing) {
                throw new IOException("disk on fire");
            }
            forces.add(describe(file));
            firstForce.countDown();
        }

        private void awaitRelease() {
            try {
                release.await();
            } catch (final InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The events are always asked for first. */
        private String describe(final FileChannel file) {
            final String log = file == first ? "events" : "commands";
            final Path place = directory.resolve("journal").resolve(log);
            return log + " "
                    + LogScanner.scan(place, (buffer, offset, length) -> {}).lastSequence();
        }
    }
}
