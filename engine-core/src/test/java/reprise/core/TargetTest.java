package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reprise.execution.LimitRouterSettings;
import reprise.execution.SlicingSettings;
import reprise.number.Money;
import reprise.order.OrderIds;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

/** A strategy says which position it wants; its style of execution brings it there, and never sends the same twice. */
class TargetTest {
    private static final long SECOND = 1_000_000_000L;

    private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0", "I1");
    private TestEngine engine;
    private long timeNs = SECOND;

    private void begin(final ExecutionPolicy policy) {
        engine = new TestEngine(
                CoreConfig.with(TestEngine.WIDE_LIMITS)
                        .with(new IntentPolicy(null, new ArrayList<>(Arrays.asList(policy)), null)),
                CoreObserver.NONE,
                Definitions.anInstrument(),
                strategy);
        engine.events().onQuote(0, 0, 9_990, 1, 10_010, 1);
        engine.commands();
    }

    private List<String> target(final long quantity) {
        strategy.next(context ->
                assertThat(context.target(engine.instrument(0), quantity)).isEqualTo(RejectReason.NONE));
        engine.events().at(timeNs).onQuote(1, 0, 10, 1, 11, 1);
        return orders();
    }

    /** What was asked of the venue, without the ids of orders. */
    private List<String> orders() {
        return engine.commands().stream()
                .map(line -> line.replaceAll("^(\\w+) \\d+ ?", "$1 ").strip())
                .toList();
    }

    private long openOrder() {
        return engine.core().orders().openAt(0).orderId();
    }

    private void pass(final long seconds) {
        timeNs += seconds * SECOND;
        engine.events().at(timeNs).onClockTicked();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldBringTheBookToItsTargetOnce() {
        begin(null);

        assertThat(target(5)).containsExactly("submit s1 BUY 5 I0 market");
        assertThat(target(5)).isEmpty();
        engine.partialFill(openOrder(), 2, 10_000);
        assertThat(target(5)).isEmpty();
        engine.fill(openOrder(), 3, 10_000);
        assertThat(target(5)).isEmpty();
        assertThat(target(7)).containsExactly("submit s1 BUY 2 I0 market");
    }

    @Test
    void shouldCloseBeforeItTurns() {
        begin(null);
        target(5);
        engine.fill(openOrder(), 5, 10_000);

        assertThat(target(-3)).containsExactly("submit s1 SELL 5 I0 market");
        engine.fill(openOrder(), 5, 10_000);
        assertThat(orders()).containsExactly("submit s1 SELL 3 I0 market");
        engine.fill(openOrder(), 3, 10_000);
        assertThat(engine.net(0).quantity()).isEqualTo(-3);
    }

    @Test
    void shouldTakeBackWhatGoesTooFar() {
        begin(null);
        target(5);
        final long orderId = openOrder();
        engine.events().onOrderAccepted(orderId, 0);

        assertThat(target(2)).containsExactly("cancel");
        engine.partialFill(orderId, 1, 10_000);
        engine.events().onOrderCancelled(orderId, 0);

        assertThat(orders()).containsExactly("submit s1 BUY 1 I0 market");
    }

    @Test
    void shouldDoNothingWhileAnOutcomeIsUnknown() {
        begin(null);
        target(5);
        final long orderId = openOrder();
        engine.events().onOrderOutcomeUnknown(orderId, 0);
        orders();

        assertThat(target(9)).isEmpty();
        engine.events().onOrderNotFound(orderId, 0);
        engine.events().onQuote(0, 0, 9_990, 2, 10_010, 1);

        assertThat(orders()).isEmpty();
        assertThat(target(9)).containsExactly("submit s1 BUY 9 I0 market");
    }

    @Test
    void shouldGiveUpARefusedOpeningAndTryAClosingAgain() {
        begin(null);
        target(5);
        engine.fill(openOrder(), 5, 10_000);
        engine.events().onVenueDisconnected(1);

        assertThat(target(0)).isEmpty();
        engine.events().onVenueConnected(1);
        pass(1);
        engine.events().onQuote(0, 0, 9_990, 2, 10_010, 1);

        assertThat(orders()).containsExactly("reconcile venue 1", "submit s1 SELL 5 I0 market");
    }

    @Test
    void shouldWantNothingAfterAHalt() {
        begin(null);
        target(5);

        engine.events().onTradingStateRequested(TradingScope.STRATEGY, 1, TradingState.HALTED);
        assertThat(orders()).containsExactly("cancel");
        engine.events().onOrderCancelled(openOrder(), 0);
        engine.events().onTradingStateRequested(TradingScope.STRATEGY, 1, TradingState.ACTIVE);
        engine.events().onQuote(0, 0, 9_990, 2, 10_010, 1);

        assertThat(orders()).isEmpty();
    }

    @Test
    void shouldSayWhatItWouldHaveSentOnADryRun() {
        begin(new ExecutionPolicy(ExecutionStyle.MARKET, TimeInForce.GTC, true, null, null, 0, 0, 0));
        final DecisionLines decisions = new DecisionLines(engine);

        assertThat(target(5)).isEmpty();

        assertThat(decisions.take("executionDecided"))
                .containsExactly("executionDecided 1 0 WOULD_SUBMIT NONE " + OrderIds.NULL_ORDER_ID + " 5 0 10000");
    }

    @Test
    void shouldWorkALimitOrderThatFollowsTheMid() {
        begin(ExecutionPolicy.limit(router(false)));
        final DecisionLines decisions = new DecisionLines(engine);

        assertThat(target(5)).containsExactly("submit s1 BUY 5 I0 limit 9995");
        engine.events().onOrderAccepted(openOrder(), 0);
        pass(15);
        engine.events().onQuote(0, 0, 10_090, 1, 10_110, 1);
        assertThat(orders()).containsExactly("replace 5 limit 10094");
        engine.events().onOrderReplaced(openOrder(), 0, 5, 10_094, 0);
        pass(300);
        assertThat(orders()).containsExactly("cancel");
        engine.events().onOrderCancelled(openOrder(), 0);
        engine.events().onQuote(0, 0, 10_090, 2, 10_110, 1);

        assertThat(orders()).isEmpty();
        assertThat(decisions.take("executionDecided"))
                .extracting(line -> line.split(" ")[3])
                .containsExactly("SUBMITTED", "REPRICED", "CANCEL_REQUESTED");
    }

    @Test
    void shouldSendNoLimitOrderOnADryRun() {
        begin(ExecutionPolicy.limit(router(true)));
        final DecisionLines decisions = new DecisionLines(engine);

        assertThat(target(5)).isEmpty();

        assertThat(decisions.take("executionDecided"))
                .hasSize(1)
                .first()
                .asString()
                .contains("WOULD_SUBMIT");
    }

    private static LimitRouterSettings router(final boolean dryRun) {
        return new LimitRouterSettings(
                50_000, 50_000, 15 * SECOND, 300 * SECOND, true, 1_000 * Money.ONE, 0, 5 * Money.ONE, dryRun);
    }

    @Test
    void shouldTradeInSlicesOverTime() {
        begin(new ExecutionPolicy(
                ExecutionStyle.TWAP,
                TimeInForce.GTC,
                false,
                null,
                new SlicingSettings(Long.MAX_VALUE, SECOND, false),
                10 * SECOND,
                2,
                0));

        assertThat(target(10)).containsExactly("submit s1 BUY 5 I0 market");
        engine.fill(openOrder(), 5, 10_000);
        assertThat(target(10)).isEmpty();
        pass(5);

        assertThat(orders()).containsExactly("submit s1 BUY 5 I0 market");
    }

    @Test
    void shouldTradeAShareOfTheVolume() {
        begin(new ExecutionPolicy(
                ExecutionStyle.PARTICIPATION,
                TimeInForce.GTC,
                false,
                null,
                new SlicingSettings(Long.MAX_VALUE, 1, false),
                100 * SECOND,
                0,
                Money.ONE / 10));

        assertThat(target(10)).isEmpty();
        pass(1);
        engine.events().onBar(0, timeNs, SECOND, 10_000, 10_000, 10_000, 10_000, 40);

        assertThat(orders()).containsExactly("submit s1 BUY 4 I0 market");
    }
}
