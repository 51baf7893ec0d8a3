package reprise.simulation.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reprise.bar.BarInput;
import reprise.bar.BarSeries;
import reprise.bar.BarSpec;
import reprise.core.CoreObserver;
import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.pipeline.Layout;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.simulation.RecordedEvents;
import reprise.simulation.TestMarket;
import reprise.simulation.results.ResultSink;
import reprise.simulation.results.RunRecorder;
import reprise.simulation.results.RunStatistics;
import reprise.simulation.venue.TradingCalendar;
import reprise.simulation.venue.VenueConfig;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** History warms what strategies look at, and is never traded. */
class WarmupTest {
    private static final int HISTORY = 303;
    private static final long TRADING_FROM_NS = TestMarket.START_NS + HISTORY * TestMarket.MINUTE_NS;

    private final List<String> heard = new ArrayList<>();
    private final RecordedEvents events = new RecordedEvents();
    private final RecordedEvents commands = new RecordedEvents();
    private final RunRecorder recorder = new RunRecorder(ResultSink.NONE);

    private static SessionPlan plan(final Strategy strategy) {
        return new SessionPlan(
                "test",
                "build",
                "config",
                TestMarket.core(),
                () -> List.of(strategy),
                List.of(TestMarket.BTC),
                VenueConfig.PLAIN,
                Money.parse("100000"),
                "USDT");
    }

    private SessionSummary run(final Strategy strategy, final Warmup warmup, final PipelineConfig rings) {
        final SessionLogs logs = new SessionLogs(events, commands);
        final RunRecorder observer = recorder;
        try (SimulatedSession session = rings == null
                        ? SimulatedSession.inline(plan(strategy), logs, observer)
                        : SimulatedSession.onRings(plan(strategy), logs, observer, rings, Pace.OF_THE_DATA);
                BarFeed feed = new BarFeed(TestMarket.btcBars(7, 1_000), warmup)) {
            recorder.attach(session.core());
            return session.run(feed, SessionProgress.SILENT);
        }
    }

    @Test
    void shouldCallStrategiesFromTheFirstLiveBarOnWithAllTheyDemandedReady() {
        final SessionSummary summary = run(new Eager(heard), new Warmup(HISTORY, 0), null);

        assertThat(summary.historicalBars()).isEqualTo(HISTORY);
        assertThat(summary.bars()).isEqualTo(1_000 - HISTORY);
        assertThat(summary.firstTimeNs()).isEqualTo(TRADING_FROM_NS);
        // Bar 304 is in the five minutes that end with bar 305, of which three are history.
        assertThat(heard).startsWith("bar 304", "bar 305", "five 305", "bar 306");
    }

    @Test
    void shouldCallThemLaterWithoutHistory() {
        run(new Eager(heard), Warmup.NONE, null);

        assertThat(heard).startsWith("bar 100", "bar 101").contains("five 250").doesNotContain("five 245");
    }

    @Test
    void shouldMeasureFromTheFirstLiveBarOn() {
        run(new Eager(heard), new Warmup(HISTORY, 0), null);
        final RunStatistics statistics = recorder.finish(TradingCalendar.ALWAYS_OPEN);

        assertThat(statistics.bars()).isEqualTo(1_000 - HISTORY);
        assertThat(statistics.firstTimeNs()).isEqualTo(TRADING_FROM_NS);
        assertThat(statistics.orders().submitted()).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Layout.class,
            names = {"FUSED", "PIPELINED"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void shouldDecideTheSameOnRingsAndAtReplay(final Layout layout) {
        final SessionSummary inline = run(new Eager(heard), new Warmup(HISTORY, 0), null);
        final List<byte[]> recordedEvents = List.copyOf(events.records());
        final List<byte[]> recordedCommands = List.copyOf(commands.records());

        // Small rings: there is more history than they hold.
        final SessionSummary rings = run(
                new Eager(new ArrayList<>()),
                new Warmup(HISTORY, 0),
                new PipelineConfig(layout, WaitPolicy.BLOCKING, 64, 64));
        assertThat(rings.commandHash()).isEqualTo(inline.commandHash());
        assertThat(rings.stateHash()).isEqualTo(inline.stateHash());

        try (Replay replay = new Replay(
                TestMarket.core(),
                List.of(new Eager(new ArrayList<>())),
                CoreObserver.NONE,
                null,
                RecordedEvents.reader(recordedCommands))) {
            final ReplayResult result =
                    replay.run(RecordedEvents.reader(recordedEvents), Replay.ALL_EVENTS, SessionProgress.SILENT);
            assertThat(result.isEqual()).isTrue();
            assertThat(result.commandsVerified()).isEqualTo(inline.commands()).isPositive();
            assertThat(result.stateHash()).isEqualTo(inline.stateHash());
        }
    }

    /** Orders whenever it is called, and notes down with which minute that was. */
    private static final class Eager implements Strategy {
        private final List<String> heard;
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;
        private Line minutes;
        private Line fives;

        private Eager(final List<String> heard) {
            this.heard = heard;
        }

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            final Instrument instrument = context.instrument("BTCUSDT");
            context.subscribe(instrument);
            minutes = context.indicator(instrument, "ema:100");
            final BarSeries series =
                    context.subscribe(instrument, BarSpec.minutes(5).of(BarInput.BARS));
            fives = context.indicator(series, "ema:50");
        }

        @Override
        public void onBar(final Instrument instrument) {
            act("bar", instrument, instrument.bar().closeTimeNs(), minutes);
        }

        @Override
        public void onBar(final BarSeries series) {
            act("five", series.instrument(), series.bar().closeTimeNs(), fives);
        }

        private void act(final String what, final Instrument instrument, final long closeTimeNs, final Line line) {
            heard.add(what + " " + (closeTimeNs - TestMarket.START_NS) / TestMarket.MINUTE_NS);
            final Side side = line.value() > instrument.toDouble(instrument.markPrice()) ? Side.SELL : Side.BUY;
            context.submit(request.market(instrument, side, 1_000, TimeInForce.GTC));
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            onStart(newContext);
        }

        @Override
        public void exchange(final StateExchange state) {
            state.field("heard", heard.size());
        }
    }
}
