package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class JournalKillTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {7, 5_000, 60_000})
    void shouldKeepEveryFlushedRecordWhenTheWriterIsKilled(final long sequence)
            throws IOException, InterruptedException {
        final long flushed;
        try (WriterProcess writer = WriterProcess.start(directory)) {
            final long awaited = writer.awaitFlushed(sequence);
            flushed = Math.max(awaited, writer.kill());
        }

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);

        assertThat(report.metadata().state()).isEqualTo(JournalMetadata.State.OPEN);
        assertThat(report.isBeingWritten()).isFalse();
        assertThat(report.isDamaged()).as("%s", report.findings()).isFalse();
        assertThat(report.events().lastSequence()).isGreaterThanOrEqualTo(flushed);
        try (LogReader events = JournalReader.open(directory).events()) {
            final TestRecords records = new TestRecords(1, 300);
            assertThat(LogScanner.scan(events, records).records())
                    .isEqualTo(records.checked())
                    .isEqualTo(report.events().records());
        }
    }
}
