package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.number.Money;
import reprise.order.Side;
import reprise.signal.ArbiterConfig;
import reprise.signal.DetectionType;
import reprise.signal.FixedSizer;
import reprise.signal.Signal;
import reprise.signal.Sizer;
import reprise.signal.StrategyTerms;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** Every signal ends in a decision on record; what is accepted is traded, what stands against a position suggests to leave it. */
class SignalDeskTest {
    private static final long SECOND = 1_000_000_000L;
    private static final StrategyTerms TERMS = terms(FixedSizer.ofQuantity(10));
    private static final StrategyTerms BY_AMOUNT = terms(FixedSizer.ofNotional(1_234 * Money.ONE));

    private final ScriptedStrategy first = ScriptedStrategy.listeningTo("I0");
    private final ScriptedStrategy second = ScriptedStrategy.listeningTo("I0");
    private final TestEngine engine = engine(TERMS);
    private final DecisionLines decisions = new DecisionLines(engine);
    private long timeNs = SECOND;

    private static StrategyTerms terms(final Sizer sizer) {
        return new StrategyTerms(DetectionType.NONE, 0, false, 0.6, 2, 1, 0.05, Long.MAX_VALUE, Money.ONE, sizer);
    }

    private TestEngine engine(final StrategyTerms terms) {
        final ArbitrationPolicy policy = new ArbitrationPolicy(
                ArbiterConfig.standard(3, 2), List.of(terms, terms), false, List.of(), "utc-days");
        final ExitPlan plan = ExitPlan.builder()
                .stop(ExitDistance.rate(50_000_000))
                .exitSignal()
                .build();
        final List<ExitPolicy> exits = new ArrayList<>(Arrays.asList(new ExitPolicy(plan, 14, 0)));
        return new TestEngine(
                CoreConfig.with(TestEngine.WIDE_LIMITS)
                        .with(new SupervisionPolicy(null, null, exits))
                        .with(new IntentPolicy(policy, List.of(), null)),
                CoreObserver.NONE,
                terms == BY_AMOUNT ? Definitions.anInstrument().withAmounts() : Definitions.anInstrument(),
                first,
                second);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Signal signal(final Side side) {
        return new Signal()
                .of(engine.instrument(0), side)
                .weighing(60, 0.5)
                .at(engine.instrument(0).markPrice(), 100, 0);
    }

    private void offer(final ScriptedStrategy strategy, final Side side) {
        strategy.next(context -> context.signal(signal(side)));
    }

    private void bar(final long price) {
        timeNs += SECOND;
        engine.commands();
        engine.events().at(timeNs).onBar(0, timeNs, SECOND, price, price, price, price, 1_000);
    }

    private List<String> reasons() {
        return decisions.take("signalDecided").stream()
                .map(line -> line.split(" "))
                .map(words -> "s" + words[2] + " " + words[4])
                .toList();
    }

    private void fillAll(final long price) {
        while (engine.core().orders().openCount() > 0) {
            final var order = engine.core().orders().openAt(0);
            engine.fill(order.orderId(), order.leavesQuantity(), price);
        }
    }

    @Test
    void shouldTradeWhatIsAcceptedAndSayWhy() {
        offer(first, Side.BUY);
        bar(10_000);

        assertThat(engine.commands()).hasSize(1).first().asString().endsWith("s1 BUY 10 I0 market");
        assertThat(decisions.take("signalWeighed", "signalDecided", "signalSized"))
                .containsExactly(
                        "signalWeighed 1 1 0 60000000 75000000 45000000 0 0",
                        "signalDecided 1 1 0 ACCEPTED -1 -1 0 0",
                        "signalSized 1 0 BUY 10000 100 10 100000000000 SIZER");
    }

    @Test
    void shouldOrderTheAmountByWhichASignalWasSized() {
        try (TestEngine byAmount = engine(BY_AMOUNT)) {
            byAmount.commands();
            first.next(context -> context.signal(new Signal()
                    .of(byAmount.instrument(0), Side.BUY)
                    .weighing(60, 0.5)
                    .at(10_000, 100, 0)));
            byAmount.events().at(timeNs).onBar(0, timeNs, SECOND, 10_000, 10_000, 10_000, 10_000, 1_000);

            // 12 shares by the signal; 12 at 97 dollars as well.
            assertThat(byAmount.commands()).hasSize(1).first().asString().endsWith("s1 BUY 12 I0 amount 123400");
        }
    }

    @Test
    void shouldTradeNeitherSideOfATie() {
        offer(first, Side.BUY);
        offer(second, Side.SELL);
        bar(10_000);

        assertThat(reasons()).containsExactlyInAnyOrder("s1 CONFLICT_TIE", "s2 CONFLICT_TIE");
        assertThat(engine.commands()).isEmpty();
    }

    @Test
    void shouldLeaveAPositionInsteadOfTurningIt() {
        offer(first, Side.BUY);
        bar(10_000);
        fillAll(10_000);
        reasons();

        offer(second, Side.SELL);
        bar(10_000);

        assertThat(reasons()).containsExactly("s2 EXIT_SUGGESTED");
        assertThat(engine.commands()).hasSize(1).first().asString().endsWith("s1 SELL 10 I0 market");
    }

    @Test
    void shouldDecideSignalsOfTicksWhenTheirWindowEnds() {
        bar(10_000);
        offer(first, Side.BUY);
        engine.trade(0, 10_000);
        engine.events().at(timeNs + 249_000_000).onClockTicked();
        assertThat(reasons()).isEmpty();

        engine.events().at(timeNs + 250_000_000).onClockTicked();

        assertThat(reasons()).containsExactly("s1 ACCEPTED");
        assertThat(engine.commands()).hasSize(1);
    }

    @Test
    void shouldCountWhatIsOrderedAsAPosition() {
        offer(first, Side.BUY);
        bar(10_000);
        offer(second, Side.BUY);
        bar(10_000);

        assertThat(reasons()).containsExactly("s1 ACCEPTED", "s2 MAX_SYMBOL_POSITIONS");
    }

    @Test
    void shouldLearnFromResults() {
        offer(first, Side.BUY);
        bar(10_000);
        fillAll(10_000);
        first.next(context -> context.target(engine.instrument(0), 0));
        bar(9_900);
        fillAll(9_900);
        decisions.take();

        offer(first, Side.BUY);
        bar(9_900);

        // Of 21 outcomes, 20 expected to win 60 % and one lost.
        assertThat(decisions.take("signalWeighed"))
                .hasSize(1)
                .first()
                .asString()
                .contains(" 57142857 ");
    }

    @Test
    void shouldRefuseTheSignalsOfAHaltedInstrument() {
        engine.events()
                .onTradingStateRequested(reprise.risk.TradingScope.INSTRUMENT, 0, reprise.risk.TradingState.REDUCING);
        offer(first, Side.BUY);
        bar(10_000);

        assertThat(reasons()).containsExactly("s1 TRADING_STATE");
    }

    @Test
    void shouldRefuseSignalsWhereNoArbiterIsConfigured() {
        try (TestEngine plain = new TestEngine(ScriptedStrategy.listeningTo("I0"))) {
            final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
            final TestEngine other = new TestEngine(strategy);
            strategy.next(context -> context.signal(new Signal().of(other.instrument(0), Side.BUY)));

            assertThatThrownBy(() -> other.trade(0, 1)).hasStackTraceContaining("signals need an arbiter");
            assertThat(plain.core().orders().openCount()).isZero();
        }
    }
}
