package reprise.alpaca.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LAST = Duration.ofSeconds(60);

    @Test
    void shouldDoubleTheBoundUpToTheLast() {
        final BackOff backOff = new BackOff(FIRST, LAST, longest());

        final long[] waits = new long[9];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = backOff.nextNs() / 1_000_000_000;
        }

        assertThat(waits).containsExactly(1, 2, 4, 8, 16, 32, 60, 60, 60);
        assertThat(backOff.failures()).isEqualTo(9);
    }

    @Test
    void shouldWaitAnyTimeUpToTheBound() {
        final BackOff backOff = new BackOff(LAST, LAST, new SplittableRandom(7));

        long least = Long.MAX_VALUE;
        long most = 0;
        long sum = 0;
        for (int i = 0; i < 10_000; i++) {
            final long wait = backOff.nextNs();
            least = Math.min(least, wait);
            most = Math.max(most, wait);
            sum += wait;
        }

        assertThat(least).isBetween(0L, LAST.toNanos() / 100);
        assertThat(most).isBetween(LAST.toNanos() / 100 * 99, LAST.toNanos());
        assertThat(sum / 10_000).isBetween(LAST.toNanos() / 100 * 48, LAST.toNanos() / 100 * 52);
    }

    @Test
    void shouldBeShortAgainAfterSuccess() {
        final BackOff backOff = new BackOff(FIRST, LAST, longest());
        backOff.nextNs();
        backOff.nextNs();

        backOff.reset();

        assertThat(backOff.failures()).isZero();
        assertThat(backOff.nextNs()).isEqualTo(FIRST.toNanos());
    }

    private static RandomGenerator longest() {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                return -1;
            }

            @Override
            public long nextLong(final long bound) {
                return bound - 1;
            }
        };
    }
}
