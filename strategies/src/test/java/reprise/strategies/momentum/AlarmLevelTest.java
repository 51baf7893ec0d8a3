package reprise.strategies.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import reprise.testkit.Allocation;
import reprise.testkit.RandomCases;

class AlarmLevelTest {
    @Test
    void shouldBeJustAboveTheHighestThatIsNoAlarm() {
        RandomCases.check(200, random -> {
            final AlarmLevel level = new AlarmLevel(5, 100, 4);
            final int count = 1 + random.nextInt(80);
            final double[] sums = new double[count];
            for (int i = 0; i < count; i++) {
                sums[i] = random.nextBoolean() ? random.nextInt(20) : random.nextDouble() * 20;
                level.add(sums[i]);
            }
            level.settle();

            Arrays.sort(sums);
            final double lowest = sums[count - 1 - count / 10];
            assertThat(level.level()).isEqualTo(Math.max(5, Math.nextUp(lowest)));
        });
    }

    /** Values in runs are where a library's sort takes memory. */
    @Test
    void shouldAllocateNothingForManySymbols() {
        final int symbols = 1_000;
        final AlarmLevel level = new AlarmLevel(5, 20, symbols);
        assertThat(Allocation.leastBytes(8, () -> {
                    for (int session = 0; session < 20; session++) {
                        for (int i = 0; i < symbols; i++) {
                            level.add(i + session % 3);
                        }
                        level.settle();
                    }
                }))
                .isZero();
        assertThat(level.level()).isGreaterThan(900);
    }
}
