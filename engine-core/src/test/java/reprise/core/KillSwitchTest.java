package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.message.CommandDispatcher;
import reprise.message.EngineDecisions;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.testing.CommandLines;
import reprise.testing.ScriptedStrategy;

/** What may be traded is said for the engine, a strategy or an instrument, holds at once, and is on record. */
class KillSwitchTest extends CoreFixture {
    private void request(final TradingScope scope, final int scopeId, final TradingState state) {
        engine.events().onTradingStateRequested(scope, scopeId, state);
    }

    private RejectReason buy(final ScriptedStrategy strategy, final int instrumentId) {
        final List<RejectReason> answers = new ArrayList<>();
        strategy.next(context -> answers.add(context.submit(
                new OrderRequest().limit(engine.instrument(instrumentId), Side.BUY, 1, 100, TimeInForce.GTC))));
        engine.trade(0, 100);
        return answers.get(0);
    }

    @ParameterizedTest
    @CsvSource({
        // scope, id; refused: first strategy in I0, second in I0, first in I1
        "ENGINE, 0, true, true, true",
        "ENGINE, 7, true, true, true",
        "STRATEGY, 1, true, false, true",
        "STRATEGY, 2, false, true, false",
        "INSTRUMENT, 0, true, true, false",
        "INSTRUMENT, 1, false, false, true",
        "STRATEGY, 3, false, false, false",
        "STRATEGY, -1, false, false, false",
        "INSTRUMENT, 2, false, false, false"
    })
    void shouldHaltItsScopeAndNothingElse(
            final TradingScope scope,
            final int scopeId,
            final boolean firstInI0,
            final boolean secondInI0,
            final boolean firstInI1) {
        request(scope, scopeId, TradingState.HALTED);

        assertThat(buy(first, 0)).isEqualTo(firstInI0 ? RejectReason.TRADING_HALTED : RejectReason.NONE);
        assertThat(buy(second, 0)).isEqualTo(secondInI0 ? RejectReason.TRADING_HALTED : RejectReason.NONE);
        assertThat(buy(first, 1)).isEqualTo(firstInI1 ? RejectReason.TRADING_HALTED : RejectReason.NONE);
        assertThat(commandsContain("tradingStateChanged")).isEqualTo(firstInI0 || secondInI0 || firstInI1);

        request(scope, scopeId, TradingState.ACTIVE);
        assertThat(buy(first, 0)).isEqualTo(RejectReason.NONE);
    }

    private boolean commandsContain(final String name) {
        return decisions().stream().anyMatch(line -> line.contains(name));
    }

    private List<String> decisions() {
        final List<String> lines = new ArrayList<>();
        final EngineDecisions decisions = (EngineDecisions) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {EngineDecisions.class}, (proxy, method, arguments) -> {
                    lines.add(method.getName() + " " + Arrays.toString(arguments));
                    return null;
                });
        final CommandDispatcher dispatcher = new CommandDispatcher(new CommandLines(), decisions);
        engine.commandLog().records().forEach(bytes -> dispatcher.dispatch(new UnsafeBuffer(bytes), 0));
        return lines;
    }

    @Test
    void shouldObeyTheStrictestOfItsThreeStates() {
        request(TradingScope.STRATEGY, 1, TradingState.REDUCING);
        request(TradingScope.INSTRUMENT, 0, TradingState.HALTED);

        assertThat(buy(first, 0)).isEqualTo(RejectReason.TRADING_HALTED);
        assertThat(buy(first, 1)).isEqualTo(RejectReason.REDUCE_ONLY);
        request(TradingScope.ENGINE, 0, TradingState.REDUCING);
        assertThat(buy(first, 0)).isEqualTo(RejectReason.TRADING_HALTED);
        assertThat(buy(second, 1)).isEqualTo(RejectReason.REDUCE_ONLY);
        request(TradingScope.INSTRUMENT, 0, TradingState.ACTIVE);
        assertThat(buy(second, 0)).isEqualTo(RejectReason.REDUCE_ONLY);
    }

    @Test
    void shouldCancelTheOpenOrdersOfItsScopeOnly() {
        final long orderOfFirst = workingOrder(10);
        second.next(context ->
                context.submit(new OrderRequest().limit(engine.instrument(1), Side.BUY, 1, 100, TimeInForce.GTC)));
        engine.trade(0, 100);
        final long orderOfSecond = engine.lastOrderId();
        engine.commands();

        request(TradingScope.INSTRUMENT, 1, TradingState.HALTED);
        assertThat(String.join("\n", engine.commands()))
                .contains(OrderIds.format(orderOfSecond))
                .doesNotContain(OrderIds.format(orderOfFirst));
        request(TradingScope.STRATEGY, 1, TradingState.HALTED);
        assertThat(String.join("\n", engine.commands())).contains(OrderIds.format(orderOfFirst));
    }

    @Test
    void shouldBlockTheVeryNextRequestOfTheEventThatHalts() {
        final long orderId = workingOrder(10);
        final List<RejectReason> answers = new ArrayList<>();
        first.next(context -> answers.add(context.submit(buy(1))));
        final long events = engine.sequence();

        // An over-fill halts, and the strategy that is told of it asks for more within the same event.
        engine.fill(orderId, 11, 100);

        assertThat(answers).containsExactly(RejectReason.TRADING_HALTED);
        assertThat(engine.sequence() - events)
                .as("events between halt and block")
                .isEqualTo(1);
        assertThat(engine.core().tradingState()).isEqualTo(TradingState.HALTED);
    }

    @Test
    void shouldLetCancelsAndTheOperatorThrough() {
        final long orderId = workingOrder(10);
        request(TradingScope.ENGINE, 0, TradingState.REDUCING);
        request(TradingScope.INSTRUMENT, 0, TradingState.REDUCING);
        assertThat(ask(context -> context.cancel(orderId))).isEqualTo(RejectReason.NONE);
        request(TradingScope.ENGINE, 0, TradingState.HALTED);
        engine.commands();

        engine.events()
                .onOrderRequested(
                        1,
                        0,
                        new OrderTerms()
                                .set(Side.BUY, OrderType.LIMIT, TimeInForce.GTC, 3)
                                .limitPrice(100));

        assertThat(engine.commands()).hasSize(1);
    }

    @Test
    void shouldRecordEachChangeOnce() {
        request(TradingScope.STRATEGY, 1, TradingState.HALTED);
        request(TradingScope.STRATEGY, 1, TradingState.HALTED);
        request(TradingScope.STRATEGY, 1, TradingState.ACTIVE);

        assertThat(decisions().stream().filter(line -> line.contains("tradingStateChanged")))
                .hasSize(2);
    }

    @Test
    void shouldRecordValueAndLimitOfARefusal() {
        first.next(context -> context.submit(limit(Side.BUY, 2_000_000_000L, 100)));
        engine.trade(0, 100);

        assertThat(decisions().get(decisions().size() - 1))
                .contains("MAX_ORDER_NOTIONAL")
                .endsWith(", MAX_ORDER_NOTIONAL, 200000000000000000, 100000000000000000]");
    }
}
