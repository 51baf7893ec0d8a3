package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testing.Definitions.anInstrument;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;
import reprise.market.Instrument;
import reprise.message.MutedCommands;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.state.SnapshotReader;
import reprise.state.SnapshotWriter;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;
import reprise.time.EngineClock;

class RestoredCoreTest {
    private static final CoreConfig CONFIG = CoreConfig.with(TestEngine.WIDE_LIMITS);

    private static byte[] save(final EngineCore core) {
        final SnapshotWriter writer = new SnapshotWriter();
        writer.begin(core.sequence(), core.timeNs());
        core.snapshotTo(writer);
        return writer.seal();
    }

    private static EngineCore fresh(final CoreConfig config, final Strategy... strategies) {
        return new EngineCore(new EngineClock(), config, List.of(strategies), new MutedCommands(), CoreObserver.NONE);
    }

    private static EngineCore restored(final TestEngine engine, final Strategy... strategies) {
        final EngineCore core = fresh(CONFIG, strategies);
        new SnapshotReader(save(engine.core())).restore(core);
        return core;
    }

    /** Counts bars, and says which of its callbacks came. */
    private static class Counter implements Strategy {
        final List<String> calls = new ArrayList<>();
        StrategyContext context;
        long bars;

        @Override
        public void onStart(final StrategyContext newContext) {
            calls.add("start");
            context = newContext;
            context.subscribe(context.instrument("I0"));
            context.indicator(context.instrument("I0"), "ema:3");
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            calls.add("restore");
            context = newContext;
            context.subscribe(context.instrument("I0"));
            context.indicator(context.instrument("I0"), "ema:3");
        }

        @Override
        public void onBar(final Instrument instrument) {
            bars++;
        }

        @Override
        public void exchange(final StateExchange state) {
            bars = state.field("bars", bars);
        }
    }

    private static void bars(final TestEngine engine, final int count) {
        for (int i = 1; i <= count; i++) {
            engine.events().at(1_000 * i).onBar(0, 1_000 * i, 1_000, 100, 102, 98, 100 + i % 3, 10);
        }
    }

    @Test
    void shouldNotStartAStrategyAgain() {
        final Counter counter = new Counter();
        try (TestEngine engine = new TestEngine(counter)) {
            bars(engine, 7);
            final Counter again = new Counter();

            final EngineCore core = restored(engine, again);

            assertThat(again.calls).containsExactly("restore");
            assertThat(again.bars).isEqualTo(counter.bars).isPositive();
            assertThat(core.sequence()).isEqualTo(engine.core().sequence());
            assertThat(core.timeNs()).isEqualTo(engine.core().timeNs());
            core.host(1).start();
            assertThat(again.calls).as("started by the operator").containsExactly("restore");
        }
    }

    @Test
    void shouldNotWakeAStrategyThatHadNotStarted() {
        final EngineCore core = fresh(CONFIG, new Counter());
        final Counter again = new Counter();

        new SnapshotReader(save(core)).restore(fresh(CONFIG, again));

        assertThat(again.calls).isEmpty();
    }

    @Test
    void shouldLetAStrategyOnlyTakeUpWhatItHad() {
        refuses(context -> context.indicator(context.instrument("I0"), "ema:4"), "had demanded or subscribed to less");
        refuses(context -> context.subscribe(context.instrument("I1")), "had demanded or subscribed to less");
        refuses(context -> context.schedule(Long.MAX_VALUE, 0), "schedule is not legal while a strategy is restored");
        refuses(
                context -> context.submit(
                        new OrderRequest().market(context.instrument("I0"), Side.BUY, 1, TimeInForce.DAY)),
                "submit is not legal while a strategy is restored");
    }

    private static void refuses(final Consumer<StrategyContext> wish, final String message) {
        try (TestEngine engine = new TestEngine(new Counter())) {
            assertThatThrownBy(() -> restored(engine, new Counter() {
                        @Override
                        public void onRestore(final StrategyContext newContext) {
                            super.onRestore(newContext);
                            wish.accept(newContext);
                        }
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(message);
        }
    }

    @Test
    void shouldSayWhatIsConfiguredOtherwise() {
        final GuardLimits guard =
                new GuardLimits(false, 1_000_000, 1, 1_000_000, 1, 1_000, 1, 1, 0, 0, 0, 1_000_000_000L, 0, 0);
        try (TestEngine engine = new TestEngine(new Counter())) {
            final byte[] snapshot = save(engine.core());

            assertThatThrownBy(() -> new SnapshotReader(snapshot).restore(fresh(CONFIG, new Counter(), new Counter())))
                    .hasMessage("cannot restore the snapshot at section core 0: "
                            + "the state was recorded with other strategies: 1, not 2");
            assertThatThrownBy(() -> new SnapshotReader(snapshot)
                            .restore(fresh(CONFIG.with(new SupervisionPolicy(guard, null, List.of())), new Counter())))
                    .hasMessageContaining("expected dataGuard, a section, and found exits, a section");
        }
    }

    @Test
    void shouldRefuseACoreThatHasSeenEvents() {
        try (TestEngine engine = new TestEngine(new Counter());
                TestEngine other = new TestEngine(new Counter())) {
            assertThatThrownBy(() -> new SnapshotReader(save(engine.core())).restore(other.core()))
                    .hasMessageContaining("only a core without events can be restored");
        }
    }

    @Test
    void shouldNumberCurrenciesAsTheyWereNamed() {
        try (TestEngine engine = new TestEngine(new Counter())) {
            engine.events().onAccountReported(1, 500, "CHF");
            engine.events()
                    .onInstrumentDefined(anInstrument()
                            .withId(2)
                            .withSymbol("EURJPY")
                            .withCurrencies("EUR", "JPY")
                            .define());
            engine.events()
                    .onInstrumentDefined(anInstrument()
                            .withId(3)
                            .withSymbol("CHFUSD")
                            .withCurrencies("CHF", "USD")
                            .define());
            engine.trade(3, 110);

            final EngineCore core = restored(engine, new Counter());

            assertThat(core.portfolio().currencyId(2))
                    .isEqualTo(engine.core().portfolio().currencyId(2))
                    .isEqualTo(2);
            assertThat(core.portfolio().equity())
                    .isEqualTo(engine.core().portfolio().equity());
            core.portfolio().audit();
        }
    }

    @Test
    void shouldGoOnClosingWhatTheOperatorWantedClosed() {
        final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
        try (TestEngine engine = new TestEngine(strategy)) {
            strategy.next(context ->
                    context.submit(new OrderRequest().market(engine.instrument(0), Side.BUY, 10, TimeInForce.GTC)));
            engine.trade(0, 100);
            engine.fill(engine.lastOrderId(), 10, 100);
            engine.events().onTradingStateRequested(TradingScope.INSTRUMENT, 1, TradingState.REDUCING);
            engine.events().onVenueDisconnected(1);
            engine.events().onClosePositionRequested(0);

            final EngineCore core = restored(engine, ScriptedStrategy.listeningTo("I0"));

            assertThat(core.liquidation().isClosing(1, 0)).isTrue();
            assertThat(core.liquidation().isClosing(1, 1)).isFalse();
            assertThat(core.tradingStates().get(TradingScope.INSTRUMENT, 1)).isEqualTo(TradingState.REDUCING);
        }
    }

    @Test
    void shouldKeepNoLinksThatNoFillHasMade() {
        final ExitPolicy policy = new ExitPolicy(
                ExitPlan.builder().stop(ExitDistance.rate(10_000_000)).build(), 14, 10);
        try (SupervisedEngine engine = SupervisedEngine.protectedBy(policy, anInstrument())) {
            engine.bar(100);
            engine.engine.events().onPositionReported(1, 0, 50, 100);
            engine.engine.events().onPositionReported(1, 0, 20, 100);

            assertThat(engine.engine.core().supervision().exits().links().closedQuantity())
                    .isZero();
        }
    }
}
