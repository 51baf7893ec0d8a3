package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.queue.rollcycles.TestRollCycles;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSealerTest {
    private static final int FILES = 4;
    private static final int RECORDS_PER_FILE = 10;

    @TempDir
    Path directory;

    private LogSeal seal;

    @BeforeEach
    void writeSeveralFiles() {
        final AtomicLong clockMs = new AtomicLong(1_700_000_000_000L);
        final ChronicleLog log =
                ChronicleLog.open(directory, SyncPolicy.NONE, TestRollCycles.TEST_SECONDLY, clockMs::get);
        final TestRecords records = new TestRecords(1, 100);
        for (int file = 0; file < FILES; file++) {
            records.append(log, file * RECORDS_PER_FILE + 1, (file + 1) * RECORDS_PER_FILE);
            log.flush();
            clockMs.addAndGet(2_000);
        }
        log.close();
        seal = LogSealer.seal(directory, log, SyncPolicy.NONE);
        assertThat(seal.files()).hasSize(FILES);
    }

    @Test
    void shouldCutTheFilesSoThatBothReadersStillReadThem() throws IOException {
        for (final SealedFile file : seal.files()) {
            assertThat(Files.size(directory.resolve(file.name())))
                    .isEqualTo(file.sizeBytes())
                    .isLessThan(1 << 20);
        }
        assertThat(scan().records()).isEqualTo(FILES * RECORDS_PER_FILE);
        assertThat(scan().findings()).isEmpty();
        assertThat(tailedDocuments()).isEqualTo(FILES);
        // Chronicle's reading has changed nothing.
        assertThat(scan().findings()).isEmpty();
    }

    @Test
    void shouldSurviveThePropertiesFile() {
        final Map<String, String> properties = new LinkedHashMap<>();
        seal.write("events", properties);

        assertThat(LogSeal.read("events", properties)).isEqualTo(seal);
    }

    @Test
    void shouldNoticeAFileThatIsGone() throws IOException {
        Files.delete(directory.resolve(seal.files().get(2).name()));

        final ScanResult result = scan();

        assertThat(result.records()).isEqualTo(2 * RECORDS_PER_FILE);
        assertThat(result.findings()).hasSize(1);
        assertThat(result.findings().get(0).kind()).isEqualTo(Finding.Kind.MISSING);
        assertThat(result.findings().get(0).missingRecords()).isEqualTo(2 * RECORDS_PER_FILE);
        assertThat(LogScanner.scan(directory, new TestRecords(1, 100))
                        .findings()
                        .get(0)
                        .kind())
                .isEqualTo(Finding.Kind.MISSING);
    }

    @Test
    void shouldNoticeAFileThatWasNotThere() throws IOException {
        final String name = seal.files().get(3).name();
        Files.copy(directory.resolve(name), directory.resolve("20991231-000000T.cq4"));

        final ScanResult result = scan();

        assertThat(result.records()).isEqualTo(FILES * RECORDS_PER_FILE);
        assertThat(result.findings()).extracting(Finding::kind).containsExactly(Finding.Kind.DAMAGE);
    }

    @Test
    void shouldNoticeAFileThatHasGrown() throws IOException {
        final Path file = directory.resolve(seal.files().get(0).name());
        Files.write(file, new byte[8], StandardOpenOption.APPEND);

        final ScanResult result = scan();

        assertThat(result.records()).isEqualTo(FILES * RECORDS_PER_FILE);
        assertThat(result.findings()).extracting(Finding::sequence).containsExactly(1L);
    }

    @Test
    void shouldNoticeFlippedBytesInTheMiddleOfSeveralFiles() throws IOException {
        for (final SealedFile file : List.of(seal.files().get(1), seal.files().get(2))) {
            for (final SealedFile.Range range : file.ranges()) {
                final Path path = directory.resolve(file.name());
                final byte[] bytes = Files.readAllBytes(path);
                bytes[(int) range.end() - 1] ^= 1;
                Files.write(path, bytes);

                assertThat(scan().findings()).hasSize(1);
                assertThat(scan().records()).isEqualTo(FILES * RECORDS_PER_FILE);

                bytes[(int) range.end() - 1] ^= 1;
                Files.write(path, bytes);
            }
        }
    }

    private ScanResult scan() {
        try (LogReader reader = LogReader.open(directory, seal, LogPlace.beginning(directory))) {
            return LogScanner.scan(reader, new TestRecords(1, 100));
        }
    }

    private int tailedDocuments() {
        int documents = 0;
        try (ChronicleQueue queue = SingleChronicleQueueBuilder.binary(directory)
                        .rollCycle(TestRollCycles.TEST_SECONDLY)
                        .readOnly(true)
                        .build();
                ExcerptTailer tailer = queue.createTailer()) {
            while (true) {
                try (DocumentContext context = tailer.readingDocument()) {
                    if (!context.isPresent()) {
                        return documents;
                    }
                    documents++;
                }
            }
        }
    }
}
