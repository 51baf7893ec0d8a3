package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.message.OperatorEvents;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

class OperatorTest extends CoreFixture {
    @Test
    void shouldStartOnceAndResumeAfterAStop() {
        final long orderId = workingOrder(10);

        engine.events().onStopRequested(1);
        assertThat(engine.commands()).containsExactly("cancel 1");
        engine.events().onOrderCancelled(orderId, 0);
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.STRATEGY_STOPPED);
        assertThat(ask(context -> context.replace(orderId, 1, 1))).isEqualTo(RejectReason.STRATEGY_STOPPED);

        heard.clear();
        engine.events().onStartRequested(1);
        assertThat(heard).as("onStart comes once").isEmpty();
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldStopOnlyTheStrategyThatWasNamed() {
        workingOrder(10);

        engine.events().onStopRequested(2);

        assertThat(engine.commands()).isEmpty();
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldOpenNothingWhileTheProcessIsStoppedAndGoOnAsBeforeInTheNext() {
        engine.partialFill(workingOrder(10), 4, 100);
        engine.events().onTradingStateRequested(TradingScope.STRATEGY, 2, TradingState.HALTED);

        engine.events().onStopRequested(OperatorEvents.ALL_STRATEGIES);

        assertThat(engine.commands()).as("orders stay").isEmpty();
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.REDUCE_ONLY);

        engine.events().onRunResumed("run", "build", "config", false);

        assertThat(engine.core().tradingStates().isStopping()).isFalse();
        assertThat(engine.core().tradingStates().effective(1, 0)).isEqualTo(TradingState.ACTIVE);
        assertThat(engine.core().tradingStates().effective(2, 0)).isEqualTo(TradingState.HALTED);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, -1, Integer.MAX_VALUE})
    void shouldIgnoreOperatorsWhoNameNoStrategy(final int strategyId) {
        engine.events().onStartRequested(strategyId);
        engine.events().onStopRequested(strategyId);

        assertThat(heard).isEmpty();
    }

    @Test
    void shouldCancelEverythingOnAHaltAndTradeAgainAfterAResume() {
        final long orderId = workingOrder(10);
        second.next(context ->
                context.submit(new OrderRequest().limit(engine.instrument(1), Side.SELL, 5, 60, TimeInForce.GTC)));
        engine.trade(1, 50);
        engine.commands();

        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);

        assertThat(engine.commands()).containsExactly("cancel 1", "cancel 2");
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.TRADING_HALTED);
        assertThat(ask(context -> context.cancel(orderId))).as("cancels pass").isEqualTo(RejectReason.NONE);

        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.NONE);
    }
}
