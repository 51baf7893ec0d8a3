package reprise.simulation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.simulation.TestMarket;

class ReportCollectorTest {
    private final ReportCollector collector = new ReportCollector(TestMarket.INSTRUMENTS.subList(0, 1));
    private final Instrument instrument = new Instrument(TestMarket.INSTRUMENTS.get(0));

    /** A bar closes; equity, if it changed by that, is told when the next one does. */
    private void bar(final int minute) {
        final long timeNs = minute * TestMarket.MINUTE_NS;
        instrument.bar().set(timeNs, TestMarket.MINUTE_NS, 100, 100, 100, 100, 1);
        collector.onBar(instrument);
    }

    private void equity(final int minute, final String equity, final double drawdown) {
        collector.onEquity(minute * TestMarket.MINUTE_NS, Money.parse(equity), 0, 0, drawdown);
    }

    /** Minute and value. */
    private static List<String> points(final SampledSeries series) {
        final List<String> points = new ArrayList<>();
        series.forEach((timeNs, value) -> points.add(timeNs / TestMarket.MINUTE_NS + " " + value));
        return points;
    }

    @Test
    void shouldKeepTheLineFlatUntilTheBarBeforeAChange() {
        equity(0, "1000", 0);
        for (int minute = 1; minute <= 9; minute++) {
            bar(minute);
            if (minute == 6) {
                equity(6, "990", -0.01);
            } else if (minute == 7) {
                equity(7, "980", -0.02);
            }
        }
        equity(9, "980", -0.02);

        assertThat(points(collector.equity()))
                .containsExactly("0 1000.0", "5 1000.0", "6 990.0", "7 980.0", "8 980.0", "9 980.0");
        assertThat(points(collector.drawdown()))
                .containsExactly("0 0.0", "5 0.0", "6 -0.01", "7 -0.02", "8 -0.02", "9 -0.02");
    }
}
