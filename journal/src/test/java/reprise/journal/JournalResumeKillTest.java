package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.RandomCases;

/** One journal, written by many processes after each other, each of which is killed: while it resumes, or while it writes. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class JournalResumeKillTest {
    private static final long RUN_MS_MAX = 1_500;
    private static final int RECORDS_MAX = 30_000;

    /** Not each batch: a writer that waits for the disk each time writes too little to be killed while it does. */
    private static final List<String> POLICIES = List.of("none", "3ms", "orders");

    @TempDir
    Path directory;

    private long flushed;

    @Test
    void shouldLoseNoFlushedRecordWhenAFewWritersAreKilled() {
        RandomCases.check(1, random -> killWriters(4, random));
        assertThat(flushed).isPositive();
    }

    @Tag("slow")
    @Test
    void shouldLoseNoFlushedRecordWhenThirtyWritersAreKilled() {
        RandomCases.check(1, random -> killWriters(30, random));
        assertThat(flushed).isPositive();
    }

    private void killWriters(final int kills, final SplittableRandom random) throws IOException, InterruptedException {
        try (WriterProcess first = WriterProcess.start(directory)) {
            flushed = first.awaitFlushed(1 + random.nextInt(RECORDS_MAX));
            flushed = Math.max(flushed, first.kill());
        }
        checkNothingIsLost();
        for (int kill = 2; kill <= kills; kill++) {
            final SyncPolicy policy = SyncPolicy.parse(POLICIES.get(random.nextInt(POLICIES.size())));
            try (WriterProcess next = WriterProcess.resume(directory, policy)) {
                if (random.nextInt(3) == 0) {
                    next.letRun(random.nextLong(RUN_MS_MAX));
                } else {
                    next.awaitFlushed(flushed + 1 + random.nextInt(RECORDS_MAX));
                }
                flushed = Math.max(flushed, next.kill());
            }
            checkNothingIsLost();
        }
    }

    private void checkNothingIsLost() {
        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);
        assertThat(report.isDamaged()).as("%s", report.findings()).isFalse();
        assertThat(report.events().lastSequence()).isGreaterThanOrEqualTo(flushed);
        try (LogReader events = JournalReader.open(directory).events();
                LogReader commands = JournalReader.open(directory).commands()) {
            LogScanner.scan(events, new TestRecords(WriterProcess.EVENT_SEED, WriterProcess.LENGTH_BYTES_MAX));
            LogScanner.scan(commands, new TestRecords(WriterProcess.COMMAND_SEED, WriterProcess.LENGTH_BYTES_MAX));
            assertThat(events.sequence()).isEqualTo(report.events().lastSequence());
        }
    }
}
