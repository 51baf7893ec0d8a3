package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reprise.number.Money;
import reprise.simulation.PatientTrader;
import reprise.simulation.TestMarket;
import reprise.simulation.report.ReportCollector;
import reprise.simulation.results.ResultFiles;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.TradingCalendar;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;
import reprise.testkit.Allocation;

class SessionAllocationTest {
    /**
     * The compiler may give up on what it had optimised, or queue a method, which puts a few objects on the heap; on a busy machine it
     * does so in several runs.
     */
    private static final int MAX_RUNS = 10;

    private static SessionPlan plan(final long tradeIntervalBars) {
        return new SessionPlan(
                "allocation",
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(new PatientTrader("BTCUSDT", tradeIntervalBars)),
                TestMarket.INSTRUMENTS,
                VenueConfig.PLAIN.withFees(FeeSchedule.ofBasisPoints("1", "2")),
                Money.parse("100000"),
                "USDT");
    }

    /** Bytes that the calling thread allocates between two bars of a run, far enough from its beginning for everything to be warm. */
    private static long allocatedBetween(
            final long firstBar, final long lastBar, final long tradeIntervalBars, final ResultSink sink) {
        final RunRecorder recorder = new RunRecorder(sink);
        final long[] bytes = new long[2];
        // The first reading allocates.
        bytes[1] = Allocation.bytes();
        try (SimulatedSession session = SimulatedSession.inline(plan(tradeIntervalBars), SessionLogs.none(), recorder);
                BarFeed feed = new BarFeed(List.of(
                        new InstrumentBars(
                                0,
                                new MeteredBars(
                                        TestMarket.btcBars(1, lastBar + 2)
                                                .get(0)
                                                .source(),
                                        bar -> {
                                            if (bar == firstBar) {
                                                bytes[0] = Allocation.bytes();
                                            } else if (bar == lastBar) {
                                                bytes[1] = Allocation.bytes();
                                            }
                                        })),
                        TestMarket.bars(1, lastBar).get(1),
                        TestMarket.bars(1, lastBar).get(2)))) {
            recorder.attach(session.core());
            session.run(feed, SessionProgress.SILENT);
        }
        return bytes[1] - bytes[0];
    }

    @Test
    void shouldAllocateNothingPerBarWhenNothingTrades() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MAX_RUNS && least > 0; i++) {
            least = Math.min(least, allocatedBetween(50_000, 150_000, PatientTrader.NEVER, ResultSink.NONE));
        }
        assertThat(least).isZero();
    }

    @Test
    void shouldAllocateNothingPerBarForTheReport() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < MAX_RUNS && least > 0; i++) {
            final ReportCollector collector = new ReportCollector(TestMarket.INSTRUMENTS);
            least = Math.min(least, allocatedBetween(50_000, 150_000, PatientTrader.NEVER, collector));
        }
        assertThat(least).isZero();
    }

    @Test
    void shouldAllocateOnlyForEndedTradesWhenItTrades() {
        final long tradesEnded = 100_000 / 10 / 2;

        assertThat(allocatedBetween(50_000, 150_000, 10, ResultSink.NONE)).isLessThan(tradesEnded * 200);
    }

    @Test
    @Tag("slow")
    void shouldRunFiveMillionBarsInLittleMemory(@TempDir final java.nio.file.Path directory) {
        final RunStatistics statistics;
        try (ResultFiles files = new ResultFiles(directory, TestMarket.INSTRUMENTS)) {
            final RunRecorder recorder = new RunRecorder(files);
            try (SimulatedSession session = SimulatedSession.inline(plan(1_000), SessionLogs.none(), recorder);
                    BarFeed feed = new BarFeed(TestMarket.btcBars(1, 5_000_000))) {
                recorder.attach(session.core());
                session.run(feed, SessionProgress.SILENT);
            }
            statistics = recorder.finish(TradingCalendar.ALWAYS_OPEN);
        }
        System.gc();
        final long used =
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();

        assertThat(statistics.bars()).isEqualTo(5_000_000);
        assertThat(statistics.trades()).isEqualTo(2_499);
        assertThat(used).isLessThan(256L << 20);
    }
}
