package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.core.CoreObserver;
import reprise.number.Money;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.RandomTrader;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.venue.FeeSchedule;
import reprise.simulation.venue.TradingCalendar;
import reprise.simulation.venue.VenueConfig;
import reprise.strategy.Strategy;

class SimulatedSessionTest {
    private static final VenueConfig VENUE = VenueConfig.PLAIN
            .withFees(new FeeSchedule(10_000, 20_000, 0, 0))
            .withSlippageE8(5_000)
            .withMaxParticipationE8(5_000_000)
            .withShortsAndLeverageE8(3 * Money.ONE);

    static SessionPlan plan(final long seed, final VenueConfig venue) {
        return new SessionPlan(
                "test-" + seed,
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(
                        new RandomTrader(seed, List.of("BTCUSDT", "ETHUSDT"), 10_000),
                        new RandomTrader(seed + 1, List.of("ETHUSDT", "DOGEUSDT"), 10_000)),
                TestMarket.INSTRUMENTS,
                venue,
                Money.parse("100000"),
                "USDT");
    }

    private static SessionSummary backtest(final long seed, final int bars, final SessionLogs logs) {
        try (SimulatedSession session = SimulatedSession.inline(plan(seed, VENUE), logs, CoreObserver.NONE);
                BarFeed feed = new BarFeed(TestMarket.bars(seed, bars))) {
            return session.run(feed, SessionProgress.SILENT);
        }
    }

    @Test
    void shouldDecideTheSameWhenRunTwice() {
        final SessionSummary first = backtest(7, 2_000, SessionLogs.none());
        final SessionSummary second = backtest(7, 2_000, SessionLogs.none());

        assertThat(first.commands()).isGreaterThan(1_000);
        assertThat(second.commandHash()).isEqualTo(first.commandHash());
        assertThat(second.stateHash()).isEqualTo(first.stateHash());
        assertThat(second.events()).isEqualTo(first.events());
    }

    @ParameterizedTest
    @CsvSource({
        "FUSED, BLOCKING",
        "FUSED, SLEEPING",
        "FUSED, YIELDING",
        "FUSED, BUSY_SPIN",
        "PIPELINED, BLOCKING",
        "PIPELINED, SLEEPING",
        "PIPELINED, YIELDING",
        "PIPELINED, BUSY_SPIN"
    })
    @Timeout(value = 120, unit = TimeUnit.SECONDS)
    void shouldDecideWhatTheBacktestDecidesWhenRunOnRingsInTheTimeOfTheData(
            final Layout layout, final WaitPolicy waitPolicy) {
        final SessionSummary inline = backtest(11, 150, SessionLogs.none());

        final SessionSummary rings;
        try (SimulatedSession session = SimulatedSession.onRings(
                        plan(11, VENUE),
                        SessionLogs.none(),
                        CoreObserver.NONE,
                        new PipelineConfig(layout, waitPolicy, 1024, 1024),
                        Pace.OF_THE_DATA);
                BarFeed feed = new BarFeed(TestMarket.bars(11, 150))) {
            rings = session.run(feed, SessionProgress.SILENT);
        }

        assertThat(rings.commandHash()).isEqualTo(inline.commandHash());
        assertThat(rings.stateHash()).isEqualTo(inline.stateHash());
        assertThat(rings.events()).isEqualTo(inline.events());
    }

    @Test
    void shouldAgreeWithItsRecorderToTheLastUnitWhenARandomStrategyTrades() {
        for (long seed = 1; seed <= 20; seed++) {
            final VenueConfig venue = seed % 2 == 0 ? VENUE : VENUE.withCalendar(TradingCalendar.US_EQUITIES);
            final RunRecorder recorder = new RunRecorder(ResultSink.NONE);
            final SessionSummary summary;
            try (SimulatedSession session = SimulatedSession.inline(plan(seed, venue), SessionLogs.none(), recorder);
                    BarFeed feed = new BarFeed(TestMarket.bars(seed, 700))) {
                recorder.attach(session.core());
                summary = session.run(feed, SessionProgress.SILENT);
                assertThat(session.core().portfolio().equity())
                        .as("seed %d", seed)
                        .isEqualTo(recorder.finish(venue.calendar()).equityFinal());
            }
            assertThat(summary.bars()).isEqualTo(2_100);
        }
    }

    @Test
    void shouldSplitTheResultIntoTradesExactlyWhenOnePositionHasOneBook() {
        final SessionPlan plan = new SessionPlan(
                "one-book",
                "build",
                "config",
                TestMarket.core(),
                () -> List.<Strategy>of(new RandomTrader(3, List.of("BTCUSDT", "ETHUSDT", "DOGEUSDT"), 10_000)),
                TestMarket.INSTRUMENTS,
                VENUE,
                Money.parse("100000"),
                "USDT");
        final long[] pnl = new long[1];
        final RunRecorder recorder = new RunRecorder(new TradeSum(pnl));
        try (SimulatedSession session = SimulatedSession.inline(plan, SessionLogs.none(), recorder);
                BarFeed feed = new BarFeed(TestMarket.bars(3, 3_000))) {
            recorder.attach(session.core());
            session.run(feed, SessionProgress.SILENT);
        }
        final RunStatistics statistics = recorder.finish(TradingCalendar.ALWAYS_OPEN);

        assertThat(statistics.trades()).isGreaterThan(100);
        assertThat(pnl[0]).isEqualTo(statistics.equityFinal() - statistics.equityStart());
        assertThat(statistics.realisedPnl() + statistics.unrealisedPnl() - statistics.fees())
                .isEqualTo(pnl[0]);
        assertThat(statistics.orders().submitted())
                .isEqualTo(statistics.orders().filled()
                        + statistics.orders().cancelled()
                        + statistics.orders().expired()
                        + statistics.orders().rejected()
                        + statistics.orders().open());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldKeepItsPaceAndTickWhenPaced() {
        final RecordedEvents events = new RecordedEvents();
        final RecordedEvents commands = new RecordedEvents();
        final SessionSummary paced;
        final long speed = 6_000;
        try (SimulatedSession session = SimulatedSession.onRings(
                        plan(5, VENUE),
                        new SessionLogs(events, commands),
                        CoreObserver.NONE,
                        new PipelineConfig(Layout.AUTO, WaitPolicy.BLOCKING, 1024, 1024),
                        new PacedClock(speed, 2_000_000));
                BarFeed feed = new BarFeed(TestMarket.bars(5, 60))) {
            paced = session.run(feed, SessionProgress.SILENT);
        }

        assertThat(paced.elapsedNs()).isGreaterThanOrEqualTo(60 * TestMarket.MINUTE_NS / speed);
        assertThat(paced.events())
                .isGreaterThan(backtest(5, 60, SessionLogs.none()).events());
        assertThat(paced.lastTimeNs()).isGreaterThanOrEqualTo(TestMarket.START_NS + 60 * TestMarket.MINUTE_NS);
        try (Replay replay = new Replay(
                TestMarket.core(), plan(5, VENUE).strategies().get(), CoreObserver.NONE, null, commands.reader())) {
            final ReplayResult result = replay.run(events.reader(), Replay.ALL_EVENTS, SessionProgress.SILENT);
            assertThat(result.isEqual()).isTrue();
            assertThat(result.stateHash()).isEqualTo(paced.stateHash());
            assertThat(result.commandHash()).isEqualTo(paced.commandHash());
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldEndCleanlyWhenStopped() {
        try (SimulatedSession session = SimulatedSession.inline(plan(9, VENUE), SessionLogs.none(), CoreObserver.NONE);
                BarFeed feed = new BarFeed(TestMarket.bars(9, 100_000_000))) {
            final SessionSummary summary = session.run(feed, (bars, timeNs) -> session.stop());

            assertThat(summary.stopped()).isTrue();
            assertThat(summary.bars()).isPositive();
        }
    }

    @Test
    void shouldRunWhenThereIsNoBar() {
        final SessionSummary summary = backtest(1, 0, SessionLogs.none());

        assertThat(summary.bars()).isZero();
        assertThat(summary.commands()).isZero();
        assertThat(summary.stopped()).isFalse();
    }

    /** Adds up the results of all trades, ended or open. */
    private record TradeSum(long[] pnl) implements ResultSink {
        @Override
        public void onEquity(
                final long timeNs, final long equity, final long cash, final long exposure, final double drawdown) {
            // not of interest
        }

        @Override
        public void onTrade(final reprise.simulation.results.Trade trade) {
            pnl[0] += trade.pnl();
        }

        @Override
        public void onOrder(final reprise.order.Order order, final String symbol, final long timeNs) {
            // not of interest
        }
    }
}
