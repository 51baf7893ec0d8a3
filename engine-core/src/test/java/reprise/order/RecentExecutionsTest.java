package reprise.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Random;
import org.junit.jupiter.api.Test;
import reprise.state.StateHash;
import reprise.state.StateTape;

class RecentExecutionsTest {
    private static final int CAPACITY = 100;

    private final RecentExecutions executions = new RecentExecutions(CAPACITY);

    private void rise(final long from, final long to) {
        for (long id = from; id <= to; id++) {
            assertThat(executions.add(id, id)).isTrue();
        }
    }

    @Test
    void shouldKnowOneThatIsRepeatedAfterManyOfRisingIds() {
        rise(1, 250);

        assertThat(executions.add(151, 151)).as("the oldest remembered").isFalse();
        assertThat(executions.add(250, 250)).as("the newest").isFalse();
        assertThat(executions.add(150, 150)).as("forgotten").isTrue();
        assertThat(executions.add(151, 151)).as("forgotten for that").isTrue();
        assertThat(executions.add(251, 251)).isTrue();
        assertThat(executions.add(251, 251)).isFalse();
    }

    @Test
    void shouldKnowTheSameWhateverTheOrderOfIds() {
        final Random random = new Random(3);
        final ArrayDeque<Long> expected = new ArrayDeque<>();
        rise(1, 30);
        for (long id = 1; id <= 30; id++) {
            expected.add(id);
        }
        for (int i = 0; i < 20_000; i++) {
            final long id = 1 + random.nextInt(3 * CAPACITY);
            assertThat(executions.add(id, id)).isEqualTo(!expected.contains(id));
            if (!expected.contains(id)) {
                expected.add(id);
            }
            if (expected.size() > CAPACITY) {
                expected.remove();
            }
        }
    }

    @Test
    void shouldKnowWhatWasRestoredWhateverComesFirst() {
        rise(1, 250);
        final StateTape tape = new StateTape();
        executions.snapshotTo(tape);
        final RecentExecutions restored = new RecentExecutions(CAPACITY);

        restored.exchange(tape.reader());

        assertThat(StateHash.of(restored)).isEqualTo(StateHash.of(executions));
        assertThat(restored.add(200, 200)).isFalse();
        assertThat(restored.add(249, 249)).as("higher than the first to come").isFalse();
        assertThat(restored.add(251, 251)).isTrue();
    }

    @Test
    void shouldKeepVenuesApart() {
        rise(1, 20);

        assertThat(executions.add(1000, 20)).as("same number at another venue").isTrue();
        assertThat(executions.add(1000, 20)).isFalse();
        assertThat(executions.add(20, 20)).isFalse();
    }
}
