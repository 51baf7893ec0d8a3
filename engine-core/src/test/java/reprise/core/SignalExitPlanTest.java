package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.market.Instrument;
import reprise.order.Side;
import reprise.signal.ArbiterConfig;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.Signal;
import reprise.signal.StrategyTerms;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.TestEngine;

/** A signal that is accepted names the exit plan that its position gets. */
class SignalExitPlanTest {
    private static final long SECOND = 1_000_000_000L;

    private final Planned strategy = new Planned();
    private final TestEngine engine = new TestEngine(
            CoreConfig.with(TestEngine.WIDE_LIMITS)
                    .with(new IntentPolicy(
                            new ArbitrationPolicy(
                                    ArbiterConfig.standard(2, 2),
                                    List.of(new StrategyTerms(
                                            DetectionType.NONE,
                                            0,
                                            false,
                                            0.6,
                                            1.5,
                                            1,
                                            0.05,
                                            Long.MAX_VALUE,
                                            100_000_000L,
                                            FixedSizer.ofQuantity(10))),
                                    false,
                                    List.of(),
                                    "utc-days"),
                            List.of(),
                            null)),
            CoreObserver.NONE,
            Definitions.anInstrument(),
            strategy);
    private long timeNs = SECOND;

    /** Two plans: a stop at 1 %, and one at 10 %. */
    private static final class Planned implements Strategy {
        private StrategyContext context;
        private int wanted = -1;
        private String refusal = "";

        @Override
        public void onStart(final StrategyContext newContext) {
            context = newContext;
            context.subscribe(context.instrument(0));
        }

        @Override
        public void onRestore(final StrategyContext newContext) {
            context = newContext;
        }

        @Override
        public void exchange(final StateExchange state) {
            wanted = state.field("wanted", wanted);
        }

        @Override
        public List<ExitPolicy> exitPolicies() {
            return List.of(policy(1_000_000), policy(10_000_000));
        }

        private static ExitPolicy policy(final long stop) {
            return new ExitPolicy(
                    ExitPlan.builder().stop(ExitDistance.rate(stop)).build(), 14, 0);
        }

        @Override
        public void onBar(final Instrument instrument) {
            if (wanted >= 0) {
                final int plan = wanted;
                wanted = -1;
                try {
                    context.signal(new Signal()
                            .of(instrument, Side.BUY)
                            .weighing(60, 0.5)
                            .at(instrument.markPrice(), 100, plan));
                } catch (final IllegalArgumentException e) {
                    refusal = e.getMessage();
                }
            }
        }
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void bar(final long price) {
        timeNs += SECOND;
        engine.events().at(timeNs).onBar(0, timeNs, SECOND, price, price, price, price, 1_000);
    }

    private void enterBy(final int plan) {
        strategy.wanted = plan;
        bar(10_000);
        final var order = engine.core().orders().openAt(0);
        engine.fill(order.orderId(), order.leavesQuantity(), 10_000);
        engine.commands();
    }

    @Test
    void shouldLeaveByThePlanThatTheSignalNamed() {
        enterBy(1);
        bar(9_850);

        assertThat(engine.commands()).hasSize(1).first().asString().endsWith("s1 SELL 10 I0 market");
    }

    @Test
    void shouldStayWhereTheNamedPlanStays() {
        enterBy(2);
        bar(9_850);
        assertThat(engine.commands()).isEmpty();

        bar(8_950);
        assertThat(engine.commands()).hasSize(1).first().asString().endsWith("s1 SELL 10 I0 market");
    }

    @Test
    void shouldHaveNoExitsWhereTheSignalNamesTheStrategysOwnAndThereIsNone() {
        enterBy(0);
        bar(5_000);

        assertThat(engine.commands()).isEmpty();
    }

    @Test
    void shouldRefuseAPlanThatIsNotThere() {
        strategy.wanted = 3;

        bar(10_000);

        assertThat(strategy.refusal).isEqualTo("no such exit plan of the strategy: strategyId=1, exitPlanId=3");
    }
}
