package reprise.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceWatchTest {
    private static final JournalSpace.Limits LIMITS = new JournalSpace.Limits(100, 10);
    private static final long TOTAL_BYTES = 10_000;
    private static final long MINUTE_NS = TimeUnit.MINUTES.toNanos(1);

    @TempDir
    Path directory;

    private long freeBytes = 5_000;
    private SpaceWatch watch;

    @BeforeEach
    void watchADiskOfOurs() throws IOException {
        Files.createDirectories(directory.resolve(JournalLayout.EVENTS));
        watch = new SpaceWatch(directory, place -> new JournalSpace(place, freeBytes, TOTAL_BYTES, LIMITS));
    }

    @Test
    void shouldJudgeFreeSpace() {
        assertThat(space(100).level()).isEqualTo(JournalSpace.Level.ENOUGH);
        assertThat(space(99).level()).isEqualTo(JournalSpace.Level.LOW);
        assertThat(space(9).level()).isEqualTo(JournalSpace.Level.EXHAUSTED);
        assertThat(JournalSpace.of(directory).freeBytes())
                .isPositive()
                .isLessThanOrEqualTo(JournalSpace.of(directory).totalBytes());
        assertThatThrownBy(space(9)::checkBegin)
                .hasMessageContaining("no room for a journal in " + directory)
                .hasMessageContaining("9 bytes are free");
        assertThatThrownBy(() -> new JournalSpace.Limits(5, 6)).hasMessageContaining("exhaustedBytes=6");
    }

    @Test
    void shouldWarnOnceAtEachThresholdOnTheWayDown() {
        assertThat(thresholdsAt(0, 5_000)).isEmpty();
        assertThat(thresholdsAt(1, 999)).containsExactly(SpaceWarning.Threshold.TENTH_OF_DISK);
        assertThat(thresholdsAt(2, 500)).isEmpty();
        assertThat(thresholdsAt(3, 99)).containsExactly(SpaceWarning.Threshold.LOW);
        assertThat(thresholdsAt(4, 9)).containsExactly(SpaceWarning.Threshold.EXHAUSTED);
        assertThat(thresholdsAt(5, 0)).isEmpty();
    }

    @Test
    void shouldWarnAgainOnlyAfterItWasClearlyAbove() {
        assertThat(thresholdsAt(0, 999)).hasSize(1);
        assertThat(thresholdsAt(1, 1_050)).isEmpty();
        assertThat(thresholdsAt(2, 999)).isEmpty();
        assertThat(thresholdsAt(3, 1_100)).isEmpty();
        assertThat(thresholdsAt(4, 999)).containsExactly(SpaceWarning.Threshold.TENTH_OF_DISK);
    }

    @Test
    void shouldWarnWhenTheNextHourNeedsMoreThanThereIs() throws IOException {
        assertThat(thresholdsAt(0, 2_000)).isEmpty();
        // 50 bytes a minute are 3,000 an hour.
        growTo(50);
        freeBytes = 2_000;

        final List<SpaceWarning> warnings = watch.poll(MINUTE_NS);

        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).threshold()).isEqualTo(SpaceWarning.Threshold.NEXT_HOUR);
        assertThat(warnings.get(0).thresholdBytes()).isEqualTo(3_000);
        assertThat(warnings.get(0).toString())
                .contains(directory.toString())
                .contains("less than what the journal needs in the next hour");
    }

    @Test
    void shouldMeasureEachHourByItself() throws IOException {
        assertThat(thresholdsAt(0, 2_000)).isEmpty();
        assertThat(thresholdsAt(60, 2_000)).isEmpty();
        growTo(50);

        assertThat(thresholdsAt(61, 2_000)).containsExactly(SpaceWarning.Threshold.NEXT_HOUR);
    }

    private List<SpaceWarning.Threshold> thresholdsAt(final int minute, final long free) {
        freeBytes = free;
        return watch.poll(minute * MINUTE_NS).stream()
                .map(SpaceWarning::threshold)
                .toList();
    }

    private void growTo(final long bytes) throws IOException {
        final Path file = directory.resolve(JournalLayout.EVENTS).resolve("20260102F.cq4");
        try (RandomAccessFile grown = new RandomAccessFile(file.toFile(), "rw")) {
            grown.setLength(bytes);
        }
    }

    private JournalSpace space(final long bytes) {
        return new JournalSpace(directory, bytes, TOTAL_BYTES, LIMITS);
    }
}
