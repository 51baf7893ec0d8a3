package reprise.simulation.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.number.Money;
import reprise.order.Order;
import reprise.simulation.PatientTrader;
import reprise.simulation.RandomTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.backtest.BarFeed;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SimulatedSession;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

class StrategyComparisonTest {
    private static final VenueConfig VENUE = VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("1", "10"));
    private static final int BARS = 12 * 1440;

    /** Keeps the last equity of each day, and the trades. */
    private static final class Kept implements ResultSink {
        private final List<Double> dayEquity = new ArrayList<>();
        private final List<Trade> trades = new ArrayList<>();
        private long day = Long.MIN_VALUE;

        @Override
        public void onEquity(
                final long timeNs, final long equity, final long cash, final long exposure, final double drawdown) {
            final long now = Math.floorDiv(timeNs - 1, TestMarket.DAY_NS);
            if (now == day) {
                dayEquity.set(dayEquity.size() - 1, Money.toDouble(equity));
            } else {
                dayEquity.add(Money.toDouble(equity));
            }
            day = now;
        }

        @Override
        public void onTrade(final Trade trade) {
            trades.add(trade);
        }

        @Override
        public void onOrder(final Order order, final String symbol, final long timeNs) {
            // Orders do not matter here.
        }

        double[] dayResults() {
            final double[] results = new double[dayEquity.size() - 1];
            for (int i = 0; i < results.length; i++) {
                results[i] = dayEquity.get(i + 1) - dayEquity.get(i);
            }
            return results;
        }
    }

    private static RunStatistics run(final Kept kept, final Strategy... strategies) {
        final SessionPlan plan = new SessionPlan(
                "run-1",
                "b".repeat(64),
                "c".repeat(64),
                TestMarket.core(),
                () -> List.of(strategies),
                TestMarket.INSTRUMENTS,
                VENUE,
                Money.parse("100000"),
                "USDT");
        final RunRecorder recorder = new RunRecorder(kept);
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), recorder);
                BarFeed feed = new BarFeed(TestMarket.bars(5, BARS))) {
            recorder.attach(session.core());
            session.run(feed, SessionProgress.SILENT);
        }
        return recorder.finish(VENUE.calendar());
    }

    private static PatientTrader every(final long bars) {
        return new PatientTrader("BTCUSDT", bars);
    }

    @Test
    void shouldSplitTheResultOfTheAccountAmongItsStrategies() {
        final Kept kept = new Kept();
        final RunStatistics statistics =
                run(kept, every(30), new RandomTrader(3, List.of("BTCUSDT", "ETHUSDT"), 50), every(45));
        final List<StrategyStatistics> all = statistics.strategies().strategies();

        assertThat(all.stream().mapToLong(StrategyStatistics::pnl).sum())
                .isEqualTo(statistics.equityFinal() - statistics.equityStart());
        assertThat(all.stream().mapToLong(StrategyStatistics::fees).sum()).isEqualTo(statistics.fees());
        assertThat(all.stream().mapToLong(StrategyStatistics::turnover).sum()).isEqualTo(statistics.turnover());
        for (final StrategyStatistics each : all) {
            assertThat(each.trades())
                    .isEqualTo(kept.trades.stream()
                            .filter(trade -> trade.strategyId() == each.strategyId() && !trade.isOpen())
                            .count());
            assertThat(each.entries())
                    .isEqualTo(kept.trades.stream()
                            .filter(trade -> trade.strategyId() == each.strategyId())
                            .count());
        }
    }

    @Test
    void shouldSeeThatTwoDoTheSame() {
        final StrategyComparison comparison =
                run(new Kept(), every(30), every(30), every(10)).strategies();

        assertThat(comparison.overlap().get(1).get(0)).isEqualTo(1);
        assertThat(comparison.correlation().get(1).get(0)).isCloseTo(1, within(1e-12));
        assertThat(comparison.strategies().get(0).pnl())
                .isEqualTo(comparison.strategies().get(1).pnl());
        assertThat(comparison.overlap().get(2).get(0))
                .as("each third entry of the busy one")
                .isCloseTo(1 / 3.0, within(0.001));
        assertThat(comparison.overlap().get(0).get(2))
                .isEqualTo(comparison.overlap().get(2).get(0));
    }

    @Test
    void shouldCorrelateDailyResultsAsIfEachHadRunAlone() {
        final Kept first = new Kept();
        final Kept second = new Kept();
        run(first, every(30));
        run(second, every(45));
        final double expected = correlation(first.dayResults(), second.dayResults());

        final StrategyComparison together =
                run(new Kept(), every(30), every(45)).strategies();

        assertThat(first.dayResults()).hasSize(12);
        assertThat(together.correlation().get(1).get(0)).isCloseTo(expected, within(1e-9));
    }

    private static double correlation(final double[] a, final double[] b) {
        double meanA = 0;
        double meanB = 0;
        for (int i = 0; i < a.length; i++) {
            meanA += a[i] / a.length;
            meanB += b[i] / b.length;
        }
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int i = 0; i < a.length; i++) {
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
            ab += (a[i] - meanA) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
