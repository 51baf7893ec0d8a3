package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.journal.JournalException;
import reprise.journal.JournalSpace;
import reprise.journal.SpaceWarning;

/** What is said of a disk that fills, while the engine runs. */
@Timeout(30)
class DiskWatchTest {
    private static final long EVERY_MS = 1;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final BlockingQueue<Supplier<List<SpaceWarning>>> answers = new LinkedBlockingQueue<>();
    private final CountDownLatch asked = new CountDownLatch(4);

    /** Answers what the test has prepared, one a look, and nothing after that. */
    private List<SpaceWarning> look(final long nowNs) {
        final Supplier<List<SpaceWarning>> answer = answers.poll();
        asked.countDown();
        return answer == null ? List.of() : answer.get();
    }

    private DiskWatch watch() {
        return new DiskWatch(this::look, EVERY_MS, new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static List<SpaceWarning> warning(final SpaceWarning.Threshold threshold, final long freeMb) {
        return List.of(new SpaceWarning(
                threshold,
                2_000L << 20,
                new JournalSpace(Path.of("journal"), freeMb << 20, 100_000L << 20, JournalSpace.Limits.DEFAULT)));
    }

    /** Once it has looked. */
    private void awaitEndOfThread() {
        while (asked.getCount() == 4
                || Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().equals("disk-watch"))) {
            Thread.onSpinWait();
        }
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void shouldSayEachWarningOnceAndGoOnLooking() throws InterruptedException {
        answers.add(() -> warning(SpaceWarning.Threshold.TENTH_OF_DISK, 9_000));
        answers.add(List::of);
        answers.add(() -> warning(SpaceWarning.Threshold.LOW, 1_500));
        try (DiskWatch watch = watch()) {
            watch.begin();
            asked.await();
        }

        assertThat(lines())
                .containsExactly(
                        "reprise: the disk of journal has 9,000 MB free, less than a tenth of the disk (2,000 MB)",
                        "reprise: the disk of journal has 1,500 MB free, less than what a day may need (2,000 MB)");
    }

    @Test
    void shouldNotBeSilentAboutWhatNobodyThoughtOf() {
        answers.add(() -> {
            throw new IllegalStateException("a bug");
        });
        try (DiskWatch watch = watch()) {
            watch.begin();
            awaitEndOfThread();
        }

        assertThat(lines()).containsExactly("reprise: nobody knows how much room the journal has: a bug");
    }

    @Test
    void shouldSayThatNobodyKnowsAndAskNoMore() {
        answers.add(() -> {
            throw new JournalException(JournalException.Kind.IO, "the disk is gone", null);
        });
        try (DiskWatch watch = watch()) {
            watch.begin();
            awaitEndOfThread();
        }

        assertThat(lines()).containsExactly("reprise: nobody knows how much room the journal has: the disk is gone");
        assertThat(asked.getCount()).as("looks that were left out").isEqualTo(3);
    }

    @Test
    void shouldLeaveNoThreadBehind() throws InterruptedException {
        final DiskWatch watch = watch();
        watch.begin();
        asked.await();
        watch.close();
        awaitEndOfThread();
    }
}
