package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.openhft.chronicle.core.io.BackgroundResourceReleaser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reprise.testkit.RandomCases;

/** A disk that runs full, or refuses otherwise, at some point. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class DiskFullTest {
    private static final String NO_SPACE = "No space left on device";

    @TempDir
    Path directory;

    @Test
    void shouldSayWhereAndUpToWhatIsOnRecordAndGoOnThereWhenThereIsRoomAgain() {
        RandomCases.check(5, random -> {
            final Path place = directory.resolve("journal-" + random.nextLong());
            final SmallDisk disk = new SmallDisk(random.nextInt(1 << 20, 6 << 20));
            final long written = writeUntilFull(place, disk, random.nextInt(1, 50));

            final JournalReport report = JournalVerifier.verify(place, VerifyProgress.SILENT);
            assertThat(report.findings()).isEmpty();
            assertThat(report.events().lastSequence()).isEqualTo(written);
            assertThat(report.metadata().state()).isEqualTo(JournalMetadata.State.FAILED);
            assertThat(report.metadata().failure()).contains(NO_SPACE);

            try (Journal journal = Journal.resume(place, SyncPolicy.NONE, Map.of())) {
                assertThat(journal.resumePoint().lastEventSequence()).isEqualTo(written);
                assertThat(journal.resumePoint().tornTails()).isEmpty();
                new TestRecords(1, 300).append(journal.events(), written + 1, written + 10);
                journal.close(Map.of());
            }
            try (LogReader events = JournalReader.open(place).events()) {
                assertThat(LogScanner.scan(events, new TestRecords(1, 300)).records())
                        .isEqualTo(written + 10);
            }
        });
    }

    private static long writeUntilFull(final Path place, final SmallDisk disk, final int recordsPerFlush) {
        final TestRecords records = new TestRecords(1, 300);
        long flushed = 0;
        try (Journal journal = Journal.create(place, SyncPolicy.NONE, "", Map.of(), LogDevice.filledBy(disk))) {
            JournalException problem = null;
            while (problem == null) {
                records.append(journal.events(), flushed + 1, flushed + recordsPerFlush);
                try {
                    journal.events().flush();
                    flushed += recordsPerFlush;
                } catch (final JournalException e) {
                    problem = e;
                }
            }
            assertThat(problem.kind()).isEqualTo(JournalException.Kind.IO);
            assertThat(problem)
                    .hasMessageContaining(place.resolve(JournalLayout.EVENTS).toString())
                    .hasMessageContaining(NO_SPACE)
                    .hasMessageContaining(" bytes are free there")
                    .hasMessageContaining("its last record on record is " + flushed + ";");
            assertThatThrownBy(journal.events()::flush).hasMessageContaining("log failed earlier");
            journal.abandon(problem.getMessage());
        }
        return flushed;
    }

    @Test
    void shouldEndWithOneClearErrorWhenTheOperatingSystemRefuses() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/bin/sh"))).as("a shell").isTrue();
        final String problem;
        // 24 MB for each file: more than the first block, less than two.
        try (WriterProcess writer = WriterProcess.startWithFilesUpTo(directory, 24 << 20)) {
            problem = writer.awaitRefusal();
        }

        final JournalReport report = JournalVerifier.verify(directory, VerifyProgress.SILENT);
        assertThat(problem)
                .contains("IO: the log in " + directory.resolve(JournalLayout.EVENTS))
                .contains("its last record on record is " + report.events().lastSequence() + ";");
        assertThat(report.isDamaged()).as("%s", report.findings()).isFalse();
        try (Journal journal = Journal.resume(directory, SyncPolicy.NONE, Map.of())) {
            assertThat(journal.resumePoint().lastEventSequence())
                    .isEqualTo(report.events().lastSequence());
        }
    }

    @Test
    void shouldLeaveNoFileOpenWhenTheSecondLogCannotBeOpened() throws IOException {
        assumeThat(Files.isDirectory(Path.of("/proc/self/fd")))
                .as("a list of open files")
                .isTrue();
        final SmallDisk disk = new SmallDisk(DiskReserve.CHUNK_BYTES);

        assertThatThrownBy(() -> Journal.create(directory, SyncPolicy.NONE, "", Map.of(), LogDevice.filledBy(disk)))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining(NO_SPACE)
                .hasMessageContaining(directory.resolve(JournalLayout.COMMANDS).toString());

        // Chronicle closes its files on a thread of its own.
        BackgroundResourceReleaser.releasePendingResources();
        assertThat(openFiles()).isEmpty();
        assertThat(DirectoryLock.isHeld(directory)).isFalse();
        Journal.resume(directory, SyncPolicy.NONE, Map.of()).close();
    }

    private List<String> openFiles() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(DiskFullTest::target)
                    .filter(target -> target.startsWith(directory.toString()))
                    .toList();
        }
    }

    private static String target(final Path handle) {
        try {
            return Files.readSymbolicLink(handle).toString();
        } catch (final IOException e) {
            // Closed since it was listed.
            return "";
        }
    }

    @Test
    void shouldTakeRoomAheadOfEveryDocument() {
        final SmallDisk disk = new SmallDisk(Long.MAX_VALUE);
        try (Journal journal = Journal.create(directory, SyncPolicy.NONE, "", Map.of(), LogDevice.filledBy(disk))) {
            final Path log = directory.resolve(JournalLayout.EVENTS);
            final TestRecords records = new TestRecords(1, 300);
            for (int flush = 0; flush < 300; flush++) {
                records.append(journal.events(), flush * 100L + 1, flush * 100L + 100);
                journal.events().flush();
            }
            try (DocumentReader reader = DocumentReader.unsealed(log, LogFiles.names(log), 4096)) {
                boolean isThere = true;
                while (isThere) {
                    isThere = reader.next();
                }
                assertThat(disk.eventsEnd).isGreaterThan(reader.end().position());
                assertThat(reader.end().position()).isGreaterThan(4L << 20);
            }
        }
    }

    /** Gives so many bytes and no more. */
    private static final class SmallDisk implements DiskReserve.Filler {
        private long leftBytes;
        private long eventsEnd;
        private FileChannel first;

        SmallDisk(final long sizeBytes) {
            leftBytes = sizeBytes;
        }

        @Override
        public int write(final FileChannel file, final ByteBuffer zeros, final long position) throws IOException {
            if (leftBytes == 0) {
                throw new IOException(NO_SPACE);
            }
            if (zeros.remaining() > leftBytes) {
                zeros.limit(zeros.position() + (int) leftBytes);
            }
            final int count = file.write(zeros, position);
            zeros.limit(zeros.capacity());
            leftBytes -= count;
            first = first == null ? file : first;
            eventsEnd = file == first ? position + count : eventsEnd;
            return count;
        }
    }
}
