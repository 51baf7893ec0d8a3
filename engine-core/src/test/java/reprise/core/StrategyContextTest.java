package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.pipeline.PipelineFailedException;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.strategy.StrategyContext;

class StrategyContextTest extends CoreFixture {
    @Test
    void shouldNumberOrdersAndSayTheirCause() {
        first.next(context -> {
            final OrderRequest request = buy(3);
            assertThat(context.submit(request)).isEqualTo(RejectReason.NONE);
            assertThat(context.order(request.orderId()).state()).isEqualTo(OrderState.PENDING_NEW);
            context.submit(limit(Side.SELL, 4, 120));
        });
        second.next(context ->
                context.submit(new OrderRequest().market(engine.instrument(1), Side.BUY, 5, TimeInForce.DAY)));
        engine.trade(1, 70);
        engine.trade(0, 100);

        assertThat(engine.commands())
                .containsExactly(
                        "submit 1 s2 BUY 5 I1 market",
                        "submit 2 s1 BUY 3 I0 limit 100",
                        "submit 3 s1 SELL 4 I0 limit 120");
        assertThat(engine.commandLog().causeSequence(0)).isEqualTo(7);
        assertThat(engine.commandLog().causeSequence(2)).isEqualTo(8);
        assertThat(engine.commandLog().sequence(2)).isEqualTo(3);
    }

    @Test
    void shouldTellARefusalInTheCallItself() {
        first.next(context -> {
            final OrderRequest request = buy(1);
            assertThat(context.submit(request)).isEqualTo(RejectReason.NONE);
            request.limit(engine.instrument(0), Side.BUY, 0, 100, TimeInForce.GTC);
            assertThat(context.submit(request)).isEqualTo(RejectReason.QUANTITY_NOT_ON_LOT);
            assertThat(request.orderId()).isZero();
        });
        engine.trade(0, 100);

        assertThat(engine.commands()).hasSize(1);
        assertThat(heard).as("no event tells it a second time").containsExactly("s1 trade I0 100", "s2 trade I0 100");
    }

    @Test
    void shouldForgetTheIdWhenAReusedRequestIsRefused() {
        final OrderRequest request = buy(1);
        first.next(context -> context.submit(request));
        engine.trade(0, 100);
        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.HALTED);

        assertThat(ask(context -> context.submit(request))).isEqualTo(RejectReason.TRADING_HALTED);
        assertThat(request.orderId()).isZero();
    }

    @Test
    void shouldRefuseWhileTheVenueIsDisconnected() {
        final long orderId = workingOrder(10);
        engine.events().onVenueDisconnected(1);

        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.VENUE_DISCONNECTED);
        assertThat(ask(context -> context.replace(orderId, 20, 100))).isEqualTo(RejectReason.VENUE_DISCONNECTED);

        engine.events().onVenueConnected(1);
        assertThat(ask(context -> context.submit(buy(1))))
                .as("what was missed is not known yet")
                .isEqualTo(RejectReason.RECONCILING);

        engine.events().onReconciliationBegan(1, 0);
        engine.events().onOrderReported(orderId, 0, ReportedStatus.WORKING, 10, 100, 0);
        engine.events().onReconciliationEnded(1);
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.NONE);
    }

    @Test
    void shouldAskTheVenueOnceToCancel() {
        final long orderId = workingOrder(10);

        assertThat(ask(context -> context.cancel(orderId))).isEqualTo(RejectReason.NONE);
        assertThat(ask(context -> context.cancel(orderId))).isEqualTo(RejectReason.NONE);
        assertThat(engine.commands()).hasSize(1).first().asString().startsWith("cancel ");

        engine.events().onOrderCancelled(orderId, 0);
        assertThat(ask(context -> context.cancel(orderId))).isEqualTo(RejectReason.TOO_LATE);
        assertThat(ask(context -> context.cancel(12345))).isEqualTo(RejectReason.UNKNOWN_ORDER);
    }

    @Test
    void shouldReplaceWhatIsWorking() {
        final long orderId = workingOrder(10);
        engine.partialFill(orderId, 4, 100);

        assertThat(ask(context -> context.replace(orderId, 4, 101)))
                .as("nothing would be left")
                .isEqualTo(RejectReason.TOO_LATE);
        assertThat(ask(context -> context.replace(orderId, 12, 101))).isEqualTo(RejectReason.NONE);
        assertThat(ask(context -> context.replace(orderId, 13, 101)))
                .as("one at a time")
                .isEqualTo(RejectReason.TOO_LATE);
        assertThat(engine.commands()).containsExactly("replace 1 12 limit 101");

        engine.events().onOrderReplaced(orderId, 0, 12, 101, 0);
        assertThat(heard).endsWith("s1 order 1 PARTIALLY_FILLED 4/12");
    }

    @Test
    void shouldNotTouchTheOrdersOfAnother() {
        final long orderId = workingOrder(10);
        final List<RejectReason> answers = new ArrayList<>();

        second.next(context -> {
            answers.add(context.cancel(orderId));
            answers.add(context.replace(orderId, 20, 100));
        });
        engine.trade(1, 50);

        assertThat(answers).containsExactly(RejectReason.UNKNOWN_ORDER, RejectReason.UNKNOWN_ORDER);
        assertThat(engine.commands()).isEmpty();
    }

    @Test
    void shouldRefuseActionsOutsideCallbacks() {
        final StrategyContext context = first.context();
        final List<Consumer<StrategyContext>> actions = List.of(
                c -> c.submit(buy(1)),
                c -> c.cancel(1),
                c -> c.replace(1, 1, 1),
                c -> c.schedule(Long.MAX_VALUE, 1),
                c -> c.cancelTimer(1),
                c -> c.subscribe(engine.instrument(1)));

        for (final Consumer<StrategyContext> action : actions) {
            assertThatThrownBy(() -> action.accept(context))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("legal only during a callback of the strategy: strategyId=1");
        }
        second.next(
                other -> assertThatThrownBy(() -> context.submit(buy(1))).isInstanceOf(IllegalStateException.class));
        engine.trade(1, 50);
        assertThat(engine.commands()).isEmpty();
    }

    @Test
    void shouldStopAStrategyThatCallsItselfTheOperator() {
        first.next(context -> context.submit(buy(1).byOperator()));
        assertThatThrownBy(() -> engine.trade(0, 100))
                .isInstanceOf(PipelineFailedException.class)
                .hasMessageContaining("only the operator passes the gate");
    }

    @Test
    void shouldStopAStrategyThatPretendsToReplace() {
        first.next(context -> context.submit(buy(1).replacing(1_000_000)));
        assertThatThrownBy(() -> engine.trade(0, 100)).hasMessageContaining("replacedQuantity=1000000");
    }

    @Test
    void shouldNotFireCancelledTimersNorCancelThoseOfOthers() {
        final List<Long> numbers = new ArrayList<>();
        first.next(context -> {
            numbers.add(context.schedule(100, 1));
            numbers.add(context.schedule(100, 2));
        });
        engine.trade(0, 100);
        second.next(context -> assertThat(context.cancelTimer(numbers.get(1))).isFalse());
        engine.trade(0, 100);
        first.next(context -> assertThat(context.cancelTimer(numbers.get(0))).isTrue());
        engine.trade(0, 100);
        heard.clear();

        engine.events().at(100).onClockTicked();

        assertThat(heard).containsExactly("s1 timer 2 due 100 at 100");
    }

    @Test
    void shouldRefuseATimerThatDoesNotLieInTheFuture() {
        first.next(context -> context.schedule(100, 1));
        engine.events().at(100);

        assertThatThrownBy(() -> engine.trade(0, 100)).hasMessageContaining("deadlineNs=100, timeNs=100, strategyId=1");
    }
}
