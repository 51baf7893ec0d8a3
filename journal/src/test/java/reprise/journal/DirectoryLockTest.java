package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class DirectoryLockTest {
    @TempDir
    Path directory;

    @Test
    void shouldRefuseASecondWriterInTheSameProcessAndNameIt() {
        try (Journal first = create()) {
            assertLocked("this process (pid " + ProcessHandle.current().pid() + ")");
            assertThat(DirectoryLock.isHeld(directory)).isTrue();
            new TestRecords(1, 100).append(first.events(), 1, 10);
            first.close(Map.of());
        }

        assertThat(DirectoryLock.isHeld(directory)).isFalse();
        assertThat(JournalVerifier.verify(directory, VerifyProgress.SILENT).isWhole())
                .isTrue();
    }

    @Test
    void shouldRefuseASecondWriterOfAnotherProcessAndNameIt() throws IOException, InterruptedException {
        try (WriterProcess writer = WriterProcess.start(directory)) {
            writer.awaitFlushed(7);

            assertLocked("another process (pid " + writer.pid() + ")");
            assertThat(JournalReader.open(directory).isBeingWritten()).isTrue();

            writer.kill();
            assertThat(JournalReader.open(directory).isBeingWritten()).isFalse();
        }
    }

    @Test
    void shouldStillBeLockedForOthersAfterThisProcessLookedAtItsOwnLock() throws IOException {
        try (Journal journal = create()) {
            assertThat(JournalReader.open(directory).isBeingWritten()).isTrue();

            try (WriterProcess second = WriterProcess.start(directory)) {
                assertThatThrownBy(() -> second.awaitFlushed(1)).hasMessageContaining("refused: LOCKED");
            }

            journal.close(Map.of());
        }
        assertThat(JournalVerifier.verify(directory, VerifyProgress.SILENT).isWhole())
                .isTrue();
    }

    @Test
    void shouldHoldTheLockOnceOnly() {
        final DirectoryLock lock = DirectoryLock.acquire(directory);

        assertThatThrownBy(() -> DirectoryLock.acquire(directory)).isInstanceOf(JournalException.class);
        lock.close();
        lock.close();
        DirectoryLock.acquire(directory).close();
    }

    private Journal create() {
        return Journal.create(directory, SyncPolicy.NONE, "", Map.of());
    }

    private void assertLocked(final String holder) {
        assertThatThrownBy(this::create)
                .hasMessageContaining(holder)
                .asInstanceOf(InstanceOfAssertFactories.type(JournalException.class))
                .extracting(JournalException::kind)
                .isEqualTo(JournalException.Kind.LOCKED);
    }
}
