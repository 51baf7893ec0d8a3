package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeriodClosesTest {
    private static final long HOUR_NS = 3_600_000_000_000L;
    private static final long DAY_NS = 24 * HOUR_NS;

    @Test
    void shouldEndADayWithTheBarThatClosesAtMidnight() {
        final PeriodCloses days = new PeriodCloses(DAY_NS, 100);
        days.begin(0, 100, 100);
        days.onBar(12 * HOUR_NS, 100, 100);
        days.onBar(DAY_NS, 101, 110);
        days.onBar(DAY_NS + HOUR_NS, 102, 120);
        days.onBar(3 * DAY_NS, 103, 130);
        days.finish(104, 140);

        // Worth at midnight is known when the first bar of the next day comes; the second day closed at its only bar.
        assertThat(days.count()).isEqualTo(3);
        assertThat(days.equity().returns()).containsExactly(0.02, (103.0 - 102) / 102, (104.0 - 103) / 103);
        assertThat(days.equity().timeNs(1)).isEqualTo(DAY_NS);
        assertThat(days.equity().timeNs(2)).isEqualTo(DAY_NS + HOUR_NS);
        assertThat(days.benchmark().equity(3)).isEqualTo(140);
    }

    @Test
    void shouldKeepNoMorePeriodsThanItsLimit() {
        final PeriodCloses hours = new PeriodCloses(HOUR_NS, 5);
        hours.begin(0, 1, 1);
        for (int i = 1; i < 10; i++) {
            hours.onBar(i * HOUR_NS, i, i);
        }

        assertThat(hours.overflowed()).isTrue();
        assertThat(hours.count()).isEqualTo(4);
    }

    @Test
    void shouldGrow() {
        final PeriodCloses hours = new PeriodCloses(HOUR_NS, 100_000);
        hours.begin(0, 1, 1);
        for (int i = 1; i <= 10_000; i++) {
            hours.onBar(i * HOUR_NS, i, i);
        }
        hours.finish(10_001, 1);

        assertThat(hours.count()).isEqualTo(10_000);
        assertThat(hours.equity().equity(10_000)).isEqualTo(10_001);
    }
}
