package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HourClosesTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long HOUR_NS = 60 * MINUTE_NS;

    @Test
    void shouldEndAnHourWithTheBarThatClosesOnIt() {
        final HourCloses hours = new HourCloses(100);
        hours.begin(0, 100);
        hours.onBar(30 * MINUTE_NS, 100);
        hours.onBar(HOUR_NS, 101);
        // Worth on the hour is known when the next bar comes, here after a night; then an hour of one bar.
        hours.onBar(10 * HOUR_NS, 102);
        hours.onBar(10 * HOUR_NS + MINUTE_NS, 103);
        hours.finish(104);

        assertThat(hours.count()).isEqualTo(3);
        assertThat(hours.equity().timeNs(1)).isEqualTo(HOUR_NS);
        assertThat(hours.equity().equity(1)).isEqualTo(102);
        assertThat(hours.equity().timeNs(2)).isEqualTo(10 * HOUR_NS);
        assertThat(hours.equity().equity(2)).isEqualTo(103);
        assertThat(hours.equity().equity(3)).isEqualTo(104);
        assertThat(hours.overflowed()).isFalse();
    }

    @Test
    void shouldEndAnHourOnceWhenBarsOvertakeEachOther() {
        final HourCloses hours = new HourCloses(100);
        hours.begin(0, 100);
        hours.onBar(HOUR_NS, 101);
        hours.onBar(2 * HOUR_NS, 102);
        hours.onBar(HOUR_NS, 103);
        hours.onBar(3 * HOUR_NS, 104);
        hours.finish(105);

        assertThat(hours.equity().returns()).hasSize(3);
        assertThat(hours.equity().equity(2)).isEqualTo(104);
    }

    @Test
    void shouldKeepNoMoreHoursThanItsLimit() {
        final HourCloses hours = new HourCloses(5);
        hours.begin(0, 1);
        for (int i = 1; i < 10; i++) {
            hours.onBar(i * HOUR_NS, i);
        }

        assertThat(hours.overflowed()).isTrue();
        assertThat(hours.count()).isEqualTo(4);
    }

    @Test
    void shouldHaveNothingToSayOfARunWithoutBars() {
        final HourCloses hours = new HourCloses(5);
        hours.finish(1);

        assertThat(hours.count()).isZero();
    }
}
