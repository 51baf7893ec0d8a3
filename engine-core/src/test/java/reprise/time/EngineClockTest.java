package reprise.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EngineClockTest {
    private final EngineClock clock = new EngineClock();

    @Test
    void shouldRingAtTheNextEventWhenNew() {
        assertThat(clock.isAlarmDue(0)).isTrue();
    }

    @Test
    void shouldRingByTheEarliestDeadline() {
        clock.alarmAt(100);
        clock.alarmBy(70);
        clock.alarmBy(80);
        clock.alarmBy(Long.MAX_VALUE);
        assertThat(clock.isAlarmDue(69)).isFalse();
        assertThat(clock.isAlarmDue(70)).isTrue();
    }

    @Test
    void shouldRingNextWhenADeadlineIsNotKnown() {
        clock.alarmAt(100);
        clock.alarmNext();
        clock.alarmBy(70);
        assertThat(clock.isAlarmDue(0)).isTrue();
    }

    @Test
    void shouldRingByTheFirstTimer() {
        final Timers timers = new Timers(clock, 10);
        clock.alarmAt(Long.MAX_VALUE);
        timers.schedule(50, 1, 0);
        timers.schedule(40, 1, 0);
        assertThat(clock.isAlarmDue(39)).isFalse();
        assertThat(clock.isAlarmDue(40)).isTrue();
    }
}
