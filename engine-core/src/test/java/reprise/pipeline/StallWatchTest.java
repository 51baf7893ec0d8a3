package reprise.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is told of a stage that hangs, and when; the time is the test's. */
class StallWatchTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final List<String> notices = new ArrayList<>();
    private final AtomicLong handled = new AtomicLong(10);
    private final AtomicLong published = new AtomicLong(10);
    private final StallWatch watch = new StallWatch(2 * SECOND_NS, notices::add, new OperatorRequests(() -> 0));

    StallWatchTest() {
        watch.add(StagePart.COMMAND_LOG, Thread.currentThread(), handled::get, published::get);
    }

    @Test
    void shouldSayNothingOfAStageThatHasNothingToDo() {
        watch.poll(0);
        watch.poll(100 * SECOND_NS);

        assertThat(notices).isEmpty();
    }

    @Test
    void shouldCountFromWhenWorkBeganToWait() {
        watch.poll(0);
        watch.poll(100 * SECOND_NS);
        published.set(13);
        watch.poll(101 * SECOND_NS);

        assertThat(notices).as("idle until 100 s, so it waits for 1 s").isEmpty();

        watch.poll(102 * SECOND_NS);

        assertThat(notices)
                .containsExactly(
                        "the command log has not moved for 2 s: 3 commands wait, none of them reaches a venue");
    }

    @Test
    void shouldSayItOnceAndOnceMoreWhenItMoves() {
        published.set(13);
        watch.poll(0);
        for (int i = 1; i <= 50; i++) {
            watch.poll(i * SECOND_NS / 10);
        }
        handled.set(11);
        watch.poll(6 * SECOND_NS + SECOND_NS / 2);
        watch.poll(7 * SECOND_NS);

        assertThat(notices).hasSize(2).last().isEqualTo("the command log moves again after 6.5 s");
    }

    @Test
    void shouldSayNothingOfAStageThatIsSlowButMoves() {
        published.set(1000);
        for (int i = 0; i < 100; i++) {
            watch.poll(i * SECOND_NS);
            handled.incrementAndGet();
        }

        assertThat(notices).isEmpty();
    }
}
