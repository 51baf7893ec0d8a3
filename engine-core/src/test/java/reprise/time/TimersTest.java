package reprise.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class TimersTest {
    private static final int OWNER = 7;

    private final List<String> fired = new ArrayList<>();
    private final TimerHandler record =
            (deadlineNs, ownerId, token) -> fired.add(deadlineNs + " owner=" + ownerId + " token=" + token);

    private record Naive(long deadlineNs, long number, int ownerId, long token) {}

    @Test
    void shouldFireLikeASortedList() {
        RandomCases.check(300, random -> {
            final Timers timers = new Timers(new EngineClock(), 64);
            final List<Naive> naive = new ArrayList<>();
            long lastNumber = 0;
            for (int step = 0; step < 400; step++) {
                final int action = random.nextInt(10);
                if (action < 5 && naive.size() < 64) {
                    final Naive timer =
                            new Naive(random.nextInt(20), ++lastNumber, random.nextInt(3), random.nextLong());
                    assertThat(timers.schedule(timer.deadlineNs(), timer.ownerId(), timer.token()))
                            .isEqualTo(timer.number());
                    naive.add(timer);
                    naive.sort(Comparator.comparingLong(Naive::deadlineNs).thenComparingLong(Naive::number));
                } else if (action < 7) {
                    final long number = random.nextLong(lastNumber + 2);
                    final int owner = random.nextInt(3);
                    assertThat(timers.cancel(number, owner))
                            .isEqualTo(naive.removeIf(t -> t.number() == number && t.ownerId() == owner));
                } else if (!naive.isEmpty()) {
                    final Naive expected = naive.remove(0);
                    assertThat(timers.isDue(expected.deadlineNs() - 1)).isFalse();
                    assertThat(timers.isDue(expected.deadlineNs())).isTrue();
                    timers.fireNext((deadlineNs, ownerId, token) -> assertThat(
                                    new Naive(deadlineNs, expected.number(), ownerId, token))
                            .isEqualTo(expected));
                }
                assertThat(timers.nextDeadlineNs())
                        .isEqualTo(
                                naive.isEmpty() ? Long.MAX_VALUE : naive.get(0).deadlineNs());
            }
        });
    }

    @Test
    void shouldFireEqualDeadlinesInOrderOfScheduling() {
        final Timers timers = new Timers(new EngineClock(), 100);
        for (int token = 0; token < 100; token++) {
            timers.schedule(5, OWNER, token);
        }

        while (timers.isDue(5)) {
            timers.fireNext(record);
        }

        assertThat(fired).hasSize(100);
        for (int token = 0; token < 100; token++) {
            assertThat(fired.get(token)).isEqualTo("5 owner=7 token=" + token);
        }
    }

    @Test
    void shouldLetAHandlerScheduleAndCancel() {
        final Timers timers = new Timers(new EngineClock(), 10);
        timers.schedule(1, OWNER, 1);
        final long second = timers.schedule(2, OWNER, 2);

        timers.fireNext((deadlineNs, ownerId, token) -> {
            timers.cancel(second, OWNER);
            timers.schedule(3, OWNER, 3);
        });
        timers.fireNext(record);

        assertThat(fired).containsExactly("3 owner=7 token=3");
        assertThat(timers.isDue(Long.MAX_VALUE)).isFalse();
    }

    @Test
    void shouldNotCancelTheTimerOfAnother() {
        final Timers timers = new Timers(new EngineClock(), 10);
        final long number = timers.schedule(1, OWNER, 1);

        assertThat(timers.cancel(number, OWNER + 1)).isFalse();
        assertThat(timers.cancel(number, OWNER)).isTrue();
        assertThat(timers.cancel(number, OWNER)).isFalse();
    }

    @Test
    void shouldHoldNoMoreThanItsCapacity() {
        final Timers timers = new Timers(new EngineClock(), 1);
        timers.schedule(1, OWNER, 1);

        assertThatThrownBy(() -> timers.schedule(2, OWNER, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("too many timers: capacity=1, ownerId=7");
    }

    @Test
    void shouldNeverTurnTheClockBack() {
        final EngineClock clock = new EngineClock();
        clock.advanceTo(10);
        clock.advanceTo(10);

        assertThatThrownBy(() -> clock.advanceTo(9)).hasMessage("clock cannot go back: from=10, to=9");
        assertThat(clock.timeNs()).isEqualTo(10);
    }
}
