package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import reprise.research.performance.EquityCurve;
import reprise.simulation.TestMarket;

class DailySeriesTest {
    private final DailySeries series = new DailySeries();

    private void addDay(final double day, final double equity) {
        series.add((long) (day * TestMarket.DAY_NS), equity, 2 * equity);
    }

    @Test
    void shouldKeepDaysBeyondItsFirstRoom() {
        for (int day = 0; day < 2_000; day++) {
            addDay(day, 100 + day);
        }

        assertThat(series.equity().size()).isEqualTo(2_000);
        assertThat(series.equity().equity(1_999)).isEqualTo(2_099);
        assertThat(series.benchmark().equity(1_999)).isEqualTo(4_198);
    }

    @Test
    void shouldTakeTheLaterWordForADayThatEndsAgain() {
        addDay(0, 100);
        addDay(1, 101);
        addDay(2, 102);
        addDay(1.5, 103);
        addDay(3, 104);

        final EquityCurve curve = series.equity();
        assertThat(curve.size()).isEqualTo(4);
        assertThat(curve.equity(2)).isEqualTo(103);
    }

    @Test
    void shouldKeepItsBeginning() {
        addDay(1, 100);
        addDay(1, 101);
        addDay(0.5, 102);

        assertThat(series.equity().size()).isEqualTo(1);
        assertThat(series.equity().equity(0)).isEqualTo(100);
    }
}
