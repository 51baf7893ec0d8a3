package reprise.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a check waits for requests. */
@Timeout(60)
class RequestPauseTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void shouldWaitForTheSlowerAccountAndSaySo() {
        final Deque<Integer> seconds = new ArrayDeque<>(List.of(43, 2, 0));
        final RequestPause pause = new RequestPause(() -> false, said::add);
        pause.count(requests -> Duration.ZERO);
        pause.count(requests -> Duration.ofSeconds(seconds.remove()));

        pause.await();

        assertThat(seconds).isEmpty();
        assertThat(said).containsExactly("the requests of this minute are used up: waiting 43 s for the next");
    }

    @Test
    void shouldSayNothingWhenThereAreEnough() {
        final RequestPause pause = new RequestPause(() -> false, said::add);
        pause.count(requests -> Duration.ZERO);

        pause.await();

        assertThat(said).isEmpty();
        assertThat(pause.waitedSeconds()).isZero();
    }

    @Test
    void shouldWaitNoLongerWhenTheUserStopsIt() {
        final RequestPause pause = new RequestPause(() -> !said.isEmpty(), said::add);
        pause.count(requests -> Duration.ofDays(1));

        pause.await();

        assertThat(said).hasSize(1);
    }
}
