package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderIds;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

class OrderReportsTest extends CoreFixture {
    @Test
    void shouldTellOnlyItsOwnerOfAnOrder() {
        final long orderId = workingOrder(10);

        engine.partialFill(orderId, 4, 100);

        assertThat(heard).containsExactly("s1 order " + OrderIds.format(orderId) + " PARTIALLY_FILLED 4/10");
    }

    @Test
    void shouldHaltOnAFillOfAnOrderThatIsNotOurs() {
        final long orderId = workingOrder(10);

        engine.fill(999_999, 5, 100);

        assertThat(engine.core().tradingState()).hasToString("HALTED");
        assertThat(engine.commands()).containsExactly("cancel 1");
        assertThat(engine.net(0).isFlat()).isTrue();
        engine.events().onOrderAccepted(999_999, 0);
        engine.events().onOrderCancelled(999_999, 0);
        assertThat(heard).as("orders that are not ours are nobody's news").isEmpty();
        assertThat(first.context().order(orderId).state()).isEqualTo(OrderState.PENDING_CANCEL);
    }

    @Test
    void shouldHaltOnAFillBeyondTheOrder() {
        final long orderId = workingOrder(10);
        final long other = workingOrder(10);
        engine.partialFill(orderId, 7, 100);

        engine.fill(orderId, 7, 100);

        assertThat(engine.core().tradingState()).hasToString("HALTED");
        assertThat(engine.net(0).quantity())
                .as("the money has moved all the same")
                .isEqualTo(14);
        assertThat(engine.commands()).containsExactly("cancel " + OrderIds.format(other));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void shouldHaltOnAnImpossibleFillOrReplacement(final long impossible) {
        final long orderId = workingOrder(10);
        engine.partialFill(orderId, 4, impossible);
        assertThat(engine.core().tradingState()).hasToString("HALTED");

        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
        engine.partialFill(orderId, impossible, 100);
        assertThat(engine.core().tradingState()).hasToString("HALTED");

        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
        engine.events().onOrderReplaced(orderId, 0, impossible, 100, 0);
        assertThat(engine.core().tradingState()).hasToString("HALTED");
        assertThat(engine.net(0).isFlat()).isTrue();
    }

    @Test
    void shouldBookARepeatedFillOnce() {
        final long orderId = workingOrder(10);

        engine.events().onOrderPartiallyFilled(orderId, 77, 0, 100, 4, 3, FeeAsset.QUOTE, Liquidity.UNKNOWN);
        engine.events().onOrderPartiallyFilled(orderId, 77, 0, 100, 4, 3, FeeAsset.QUOTE, Liquidity.UNKNOWN);

        assertThat(engine.net(0).quantity()).isEqualTo(4);
        assertThat(engine.core().portfolio().fees()).isEqualTo(3);
        assertThat(heard).hasSize(1);
        assertThat(engine.core().tradingState()).hasToString("ACTIVE");
    }

    @Test
    void shouldNotTakeTheRepeatedFillOfAForgottenOrderForAStray() {
        final long orderId = workingOrder(10);
        engine.events().onOrderFilled(orderId, 77, 0, 100, 10, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);
        for (int i = 0; i < Orders.ENDED_ORDERS_KEPT; i++) {
            final long other = workingOrder(1);
            engine.events().onOrderCancelled(other, 0);
        }
        assertThat(first.context().order(orderId)).isNull();

        engine.events().onOrderFilled(orderId, 77, 0, 100, 10, 0, FeeAsset.QUOTE, Liquidity.UNKNOWN);

        assertThat(engine.core().tradingState()).hasToString("ACTIVE");
    }

    @Test
    void shouldAskWhenTheVenueSaysDoneAndFillsAreMissing() {
        final long orderId = workingOrder(10);

        engine.fill(orderId, 6, 100);
        assertThat(engine.commands()).containsExactly("reconcile venue 1");

        engine.partialFill(orderId, 4, 100);
        assertThat(engine.commands()).isEmpty();
        assertThat(first.context().order(orderId).state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void shouldAskWhenTheVenueGoesOnWithAnOrderThatWeBelievedDone() {
        final long orderId = workingOrder(10);
        engine.partialFill(orderId, 10, 100);

        engine.events().onOrderReplaced(orderId, 0, 20, 100, 0);

        assertThat(engine.commands()).containsExactly("reconcile venue 1");
    }

    @Test
    void shouldTellStrategiesOfRefusals() {
        final long orderId = workingOrder(10);
        ask(context -> context.replace(orderId, 20, 100));
        engine.events().onReplaceRejected(orderId, 0, RejectReason.VENUE_OTHER);
        ask(context -> context.cancel(orderId));
        engine.events().onCancelRejected(orderId, 0, RejectReason.VENUE_OTHER);
        engine.events().onCancelRejected(orderId, 0, RejectReason.VENUE_OTHER);
        engine.events().onOrderExpired(orderId, 0);
        engine.events().onOrderRejected(orderId, 0, RejectReason.VENUE_OTHER, "too late");

        assertThat(heard.stream().filter(line -> line.contains("order")))
                .containsExactly("s1 order 1 NEW 0/10", "s1 order 1 NEW 0/10", "s1 order 1 EXPIRED 0/10");
    }

    @Test
    void shouldRejectAnOrder() {
        first.next(context -> context.submit(buy(1)));
        engine.trade(0, 100);
        heard.clear();

        engine.events().onOrderRejected(engine.lastOrderId(), 0, RejectReason.INSUFFICIENT_FUNDS, "no money");

        assertThat(heard).containsExactly("s1 order 1 REJECTED 0/1");
        assertThat(first.context().order(1).rejectReason()).isEqualTo(RejectReason.INSUFFICIENT_FUNDS);
    }

    @Test
    void shouldTakeOverWhatTheVenueReports() {
        engine.events().onPositionReported(1, 0, -5, 200);
        engine.events().onAccountReported(1, Money.parse("123"), "USD");

        assertThat(engine.net(0).quantity()).isEqualTo(-5);
        assertThat(engine.core().portfolio().book(0, 0).quantity()).isEqualTo(-5);
        assertThat(engine.core().portfolio().cash()).isEqualTo(Money.parse("123"));
    }
}
