package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.execution.SlicingSettings;
import reprise.number.Money;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.signal.ArbiterConfig;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.Signal;
import reprise.signal.StrategyTerms;
import reprise.strategy.StrategyContext;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** What a strategy holds, has ordered or only wants of one instrument counts against its signal in another, where one position is the most. */
class EngagedInstrumentsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int HERE = 0;
    private static final int ELSEWHERE = 1;
    private static final ExecutionPolicy WITH_THE_VOLUME = new ExecutionPolicy(
            ExecutionStyle.PARTICIPATION,
            TimeInForce.GTC,
            false,
            null,
            new SlicingSettings(1_000, SECOND, false),
            3_600 * SECOND,
            0,
            1_000_000);

    private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0", "I1");
    private TestEngine engine;
    private DecisionLines decisions;
    private long timeNs = SECOND;

    private void begin(final ExecutionPolicy execution) {
        final StrategyTerms terms = new StrategyTerms(
                DetectionType.NONE, 0, false, 0.6, 2, 1, 0.05, Long.MAX_VALUE, Money.ONE, FixedSizer.ofQuantity(10));
        final ArbitrationPolicy arbitration =
                new ArbitrationPolicy(onePosition(), List.of(terms), false, List.of(), "utc-days");
        engine = new TestEngine(
                CoreConfig.with(TestEngine.WIDE_LIMITS)
                        .with(new IntentPolicy(arbitration, Arrays.asList(execution), null)),
                CoreObserver.NONE,
                Definitions.anInstrument(),
                strategy);
        decisions = new DecisionLines(engine);
        bar(HERE);
        bar(ELSEWHERE);
    }

    private static ArbiterConfig onePosition() {
        final ArbiterConfig usual = ArbiterConfig.standard(2, 2);
        return new ArbiterConfig(
                usual.maxStrategies(),
                usual.maxInstruments(),
                usual.maxPending(),
                usual.tickWindowNs(),
                usual.logOnly(),
                usual.entryMatchNs(),
                usual.minEntries(),
                usual.minDays(),
                usual.maxOverlap(),
                usual.maxCorrelation(),
                usual.tieTolerance(),
                usual.maxPositions(),
                1,
                usual.maxSymbolPositions(),
                usual.maxGross(),
                usual.maxCluster(),
                usual.maxParticipation());
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void bar(final int instrumentId) {
        timeNs += SECOND;
        engine.events().at(timeNs).onBar(instrumentId, timeNs, SECOND, 10_000, 10_000, 10_000, 10_000, 1);
    }

    private void act(final int instrumentId, final Consumer<StrategyContext> action) {
        strategy.next(action);
        bar(instrumentId);
    }

    private void fill() {
        engine.fill(engine.core().orders().openAt(0).orderId(), 10, 10_000);
    }

    private String signalHere() {
        act(
                HERE,
                context -> context.signal(new Signal()
                        .of(engine.instrument(HERE), Side.BUY)
                        .weighing(60, 0.5)
                        .at(10_000, 100, 0)));
        final List<String> decided = decisions.take("signalDecided");
        assertThat(decided).hasSize(1);
        return decided.get(0).split(" ")[4];
    }

    private OrderRequest order(final Side side) {
        return new OrderRequest().market(engine.instrument(ELSEWHERE), side, 10, TimeInForce.GTC);
    }

    @Test
    void shouldCountWhatIsHeldUntilItIsSold() {
        begin(null);
        act(ELSEWHERE, context -> context.submit(order(Side.BUY)));
        fill();
        assertThat(signalHere()).isEqualTo("MAX_STRATEGY_POSITIONS");

        act(ELSEWHERE, context -> context.submit(order(Side.SELL)));
        fill();
        assertThat(signalHere()).isEqualTo("ACCEPTED");
    }

    @Test
    void shouldCountWhatIsOrderedUntilTheOrderEnds() {
        begin(null);
        act(ELSEWHERE, context -> context.submit(order(Side.BUY)));
        assertThat(signalHere()).isEqualTo("MAX_STRATEGY_POSITIONS");

        engine.events().onOrderExpired(engine.core().orders().openAt(0).orderId(), timeNs);
        assertThat(signalHere()).isEqualTo("ACCEPTED");
    }

    @Test
    void shouldCountWhatIsOnlyWantedUntilItIsNotAnyMore() {
        begin(WITH_THE_VOLUME);
        act(ELSEWHERE, context -> context.target(engine.instrument(ELSEWHERE), 10));
        assertThat(engine.core().orders().openCount()).as("there was no volume").isZero();
        assertThat(signalHere()).isEqualTo("MAX_STRATEGY_POSITIONS");

        act(ELSEWHERE, context -> context.target(engine.instrument(ELSEWHERE), 0));
        assertThat(signalHere()).isEqualTo("ACCEPTED");
    }
}
