package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.port.EventLog;

/** Cuts a log at every length it can have; what is left must read, and what is gone must be said. */
class LogCutTest {
    private static final long RECORDS = 20;

    @TempDir
    Path directory;

    @Test
    void shouldSayHowManyRecordsAreMissingWhenAClosedLogIsCut() throws IOException {
        final Path journal = directory.resolve("journal");
        try (Journal writer = Journal.create(journal, SyncPolicy.NONE, "", Map.of())) {
            appendInThrees(writer.events());
            writer.close(Map.of());
        }
        final Path file = onlyFile(journal.resolve(JournalLayout.EVENTS));

        long readable = RECORDS;
        for (long sizeBytes = Files.size(file) - 1; sizeBytes >= 0; sizeBytes -= step(sizeBytes)) {
            cut(file, sizeBytes);
            final ScanResult result = scanEvents(journal);

            assertThat(result.records()).as("cut to %d", sizeBytes).isLessThanOrEqualTo(readable);
            readable = result.records();
            assertThat(result.findings()).hasSize(1);
            final Finding finding = result.findings().get(0);
            assertThat(finding.kind()).isEqualTo(Finding.Kind.MISSING);
            assertThat(finding.missingRecords()).isEqualTo(RECORDS - readable);
            assertThat(finding.afterSequence()).isEqualTo(readable);
        }
        assertThat(readable).isZero();

        Files.delete(file);
        assertThat(scanEvents(journal).findings().get(0).missingRecords()).isEqualTo(RECORDS);
    }

    @Test
    void shouldReportATornTailWhenAnOpenLogIsCutInsideADocument() throws IOException {
        final Path log = directory.resolve("log");
        try (ChronicleLog writer = ChronicleLog.open(log, SyncPolicy.NONE)) {
            appendInThrees(writer);
        }
        Files.delete(log.resolve(SealTrail.FILE));
        final Path file = onlyFile(log);
        cut(file, endOfDocuments(log));

        long readable = RECORDS;
        for (long sizeBytes = Files.size(file) - 1; sizeBytes > 0; sizeBytes -= step(sizeBytes)) {
            cut(file, sizeBytes);
            final ScanResult result = LogScanner.scan(log, new TestRecords(1, 100));

            assertThat(result.records()).as("cut to %d", sizeBytes).isLessThanOrEqualTo(readable);
            readable = result.records();
            // Cut between two documents, an open log looks as if no more had been written.
            assertThat(result.findings().size()).isLessThanOrEqualTo(1);
            for (final Finding finding : result.findings()) {
                assertThat(finding.kind()).isEqualTo(Finding.Kind.TORN_TAIL);
                assertThat(finding.afterSequence()).isEqualTo(readable);
            }
        }
        assertThat(readable).isZero();
    }

    @Test
    void shouldReportATornTailWhenTheEndOfAnOpenLogIsZeroed() throws IOException {
        final Path log = directory.resolve("log");
        try (ChronicleLog writer = ChronicleLog.open(log, SyncPolicy.NONE)) {
            appendInThrees(writer);
        }
        Files.delete(log.resolve(SealTrail.FILE));
        final Path file = onlyFile(log);
        final long sizeBytes = Files.size(file);
        final long end = endOfDocuments(log);

        cut(file, end - 20);
        extend(file, sizeBytes);

        final ScanResult result = LogScanner.scan(log, new TestRecords(1, 100));
        assertThat(result.records()).isEqualTo(RECORDS - 1);
        assertThat(result.findings().get(0).kind()).isEqualTo(Finding.Kind.TORN_TAIL);
    }

    @Test
    void shouldReportATornTailWhenTheLastDocumentOfAnOpenLogHasNoHeaderYet() throws IOException {
        final Path log = directory.resolve("log");
        final long startOfLast;
        try (ChronicleLog writer = ChronicleLog.open(log, SyncPolicy.NONE)) {
            new TestRecords(1, 100).append(writer, 1, 6);
            writer.flush();
            startOfLast = endOfDocuments(log);
            new TestRecords(1, 100).append(writer, 7, 9);
            writer.flush();
        }
        Files.delete(log.resolve(SealTrail.FILE));
        final byte[] bytes = Files.readAllBytes(onlyFile(log));
        Arrays.fill(bytes, (int) startOfLast, (int) startOfLast + DocumentHeader.SIZE_BYTES, (byte) 0);
        Files.write(onlyFile(log), bytes);

        final ScanResult result = LogScanner.scan(log, new TestRecords(1, 100));

        assertThat(result.records()).isEqualTo(6);
        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).kind()).isEqualTo(Finding.Kind.TORN_TAIL);
    }

    @Test
    void shouldReportDamageWhenThereIsAHoleBeforeGoodRecords() throws IOException {
        final Path log = directory.resolve("log");
        try (ChronicleLog writer = ChronicleLog.open(log, SyncPolicy.NONE)) {
            appendInThrees(writer);
        }
        final Path file = onlyFile(log);
        final byte[] bytes = Files.readAllBytes(file);
        final long start = firstDocument(log);
        Arrays.fill(bytes, (int) start, (int) start + 500, (byte) 0);
        Files.write(file, bytes);

        final ScanResult result = LogScanner.scan(log, new TestRecords(1, 100));

        assertThat(result.records()).isZero();
        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).kind()).isEqualTo(Finding.Kind.DAMAGE);
        assertThat(result.findings().get(0).detail()).contains("a good record with sequence");
    }

    private static void appendInThrees(final EventLog log) {
        final TestRecords records = new TestRecords(1, 100);
        for (long sequence = 1; sequence <= RECORDS; sequence++) {
            records.append(log, sequence, sequence);
            if (sequence % 3 == 0) {
                log.flush();
            }
        }
    }

    /** Every byte where there are records, fewer where there are Chronicle's pages. */
    private static long step(final long sizeBytes) {
        return sizeBytes > 66_000 ? 1 : Math.min(Math.max(1, sizeBytes), 997);
    }

    private static ScanResult scanEvents(final Path journal) {
        try (LogReader events = JournalReader.open(journal).events()) {
            return LogScanner.scan(events, new TestRecords(1, 100));
        }
    }

    private static Path onlyFile(final Path log) {
        return log.resolve(LogFiles.names(log).get(0));
    }

    private static long firstDocument(final Path log) {
        try (DocumentReader reader = DocumentReader.unsealed(log, LogFiles.names(log), 4096)) {
            assertThat(reader.next()).isTrue();
            return reader.payloadPosition() - DocumentHeader.SIZE_BYTES;
        }
    }

    private static long endOfDocuments(final Path log) {
        try (DocumentReader reader = DocumentReader.unsealed(log, LogFiles.names(log), 4096)) {
            long end = 0;
            while (reader.next()) {
                end = reader.payloadPosition() + reader.payloadBytes();
            }
            return end;
        }
    }

    private static void cut(final Path file, final long sizeBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(sizeBytes);
        }
    }

    private static void extend(final Path file, final long sizeBytes) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
            access.setLength(sizeBytes);
        }
    }
}
