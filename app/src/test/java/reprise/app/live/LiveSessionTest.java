package reprise.app.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reprise.core.CoreConfig;
import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.market.InstrumentDefinition;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.pipeline.Layout;
import reprise.pipeline.OrdersAtStop;
import reprise.pipeline.PipelineConfig;
import reprise.pipeline.WaitPolicy;
import reprise.pipeline.WallClock;
import reprise.risk.RiskLimits;
import reprise.simulation.backtest.SessionLogs;
import reprise.simulation.backtest.SessionPlan;
import reprise.simulation.backtest.SessionProgress;
import reprise.simulation.backtest.SessionSummary;
import reprise.simulation.remote.LinkException;
import reprise.simulation.venue.VenueConfig;
import reprise.state.SnapshotWriter;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** What a run at a venue promises that has threads of its own and speaks when it likes. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveSessionTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long START_NS = 1_700_000_000_000_000_000L;
    private static final InstrumentDefinition SPY = new InstrumentDefinition(0, 0, "SPY", "SPY", "USD", 2, 0, 1, 1, 0);

    /** Buys one at each bar. */
    private static final class BuysAtEachBar implements Strategy {
        private final OrderRequest request = new OrderRequest();
        private StrategyContext context;

        @Override
        public void onStart(final StrategyContext given) {
            context = given;
            context.subscribe(context.instrument("SPY"));
        }

        @Override
        public void onRestore(final StrategyContext given) {
            onStart(given);
        }

        @Override
        public void onBar(final Instrument instrument) {
            context.submit(request.market(instrument, Side.BUY, 1, TimeInForce.GTC));
        }

        @Override
        public void exchange(final StateExchange state) {
            // nothing but what it is given
        }
    }

    private final List<String> notices = new ArrayList<>();

    private LiveSession session(final ScriptedVenue venue) {
        final SessionPlan plan = new SessionPlan(
                "test",
                "build",
                "config",
                CoreConfig.with(new RiskLimits(Money.parse("1000000"), Money.parse("2000000"), 256)),
                () -> List.of(new BuysAtEachBar()),
                List.of(SPY),
                VenueConfig.PLAIN,
                Money.parse("100000"),
                "USD");
        return new LiveSession(
                plan,
                SessionLogs.none(),
                CoreObserver.NONE,
                new PipelineConfig(Layout.FUSED, WaitPolicy.BLOCKING, 256, 256),
                new LiveSession.Surroundings(
                        venue, BarsOfThePast.NONE, new WallClock(), () -> START_NS, 1, notices::add));
    }

    private static void bar(final ScriptedVenue venue, final long minute) {
        venue.events().onBar(0, START_NS + minute * MINUTE_NS, MINUTE_NS, 10_000, 10_000, 10_000, 10_000, 500);
    }

    private static void await(final java.util.concurrent.CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldTradeAndEndInGoodOrderWhenAsked() {
        final ScriptedVenue venue = new ScriptedVenue(self -> bar(self, 1));
        try (LiveSession session = session(venue)) {
            final Thread operator = new Thread(() -> {
                await(venue.traded);
                session.stop(OrdersAtStop.CANCEL);
            });
            operator.start();

            final SessionSummary summary = session.run(SessionProgress.SILENT);

            assertThat(summary.stopped()).isTrue();
            assertThat(summary.bars()).isEqualTo(1);
            assertThat(session.core().tradingStates().isStopping()).isTrue();
            assertThat(session.core().portfolio().net(0).quantity())
                    .isEqualTo(venue.position)
                    .isEqualTo(1);
            assertThat(venue.closed.getCount()).isZero();
        }
    }

    @Test
    void shouldEndWithTheWordsOfAVenueThatCannotGoOn() {
        final ScriptedVenue venue =
                new ScriptedVenue(self -> self.link.onFatal("the keys are not those of an account"));
        try (LiveSession session = session(venue)) {
            assertThatThrownBy(() -> session.run(SessionProgress.SILENT))
                    .isInstanceOf(LinkException.class)
                    .hasMessage("the keys are not those of an account");

            assertThat(session.core().tradingStates().isStopping()).isTrue();
            assertThat(venue.closed.getCount()).isZero();
        }
    }

    @Test
    void shouldTellTheVenueWhichBarsAreKnownWhetherTheyWereOfThePastOrNot() {
        final ScriptedVenue first = new ScriptedVenue(self -> {
            bar(self, 1);
            self.events().onHistoricalBar(0, START_NS + 2 * MINUTE_NS, MINUTE_NS, 10_000, 10_000, 10_000, 10_000, 500);
            self.link.onFatal("enough");
        });
        final SnapshotWriter snapshot = new SnapshotWriter();
        try (LiveSession session = session(first)) {
            assertThatThrownBy(() -> session.run(SessionProgress.SILENT)).hasMessage("enough");
            snapshot.begin(session.core().sequence(), session.core().timeNs());
            session.core().snapshotTo(snapshot);
        }
        final AtomicLong known = new AtomicLong();
        final ScriptedVenue second = new ScriptedVenue(self -> {
            known.set(self.link.lastBarNs(0));
            self.link.onNotice("seen");
            self.link.onFatal("enough");
        });
        try (LiveSession session = session(second)) {
            session.restore(snapshot.seal());
            assertThatThrownBy(() -> session.run(SessionProgress.SILENT)).hasMessage("enough");
        }
        assertThat(known.get()).isEqualTo(START_NS + 2 * MINUTE_NS);
        assertThat(notices).containsExactly("seen");
    }
}
