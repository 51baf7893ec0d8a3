package reprise.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static reprise.testing.Definitions.anInstrument;

import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.state.StateHash;

class OrdersTest {
    private static final int STRATEGY = 1;
    private static final int CAPACITY = 8;

    private final Instrument instrument = anInstrument().build();
    private final OrderRequest request = new OrderRequest();
    private final Orders orders = new Orders(CAPACITY);
    private long nextId = 100;

    private Order buy(final long quantity) {
        return orders.open(nextId++, STRATEGY, request.limit(instrument, Side.BUY, quantity, 50, TimeInForce.GTC), 9);
    }

    private Order accepted(final long quantity) {
        final Order order = buy(quantity);
        assertThat(orders.accept(order)).isTrue();
        return order;
    }

    private void fill(final Order order, final long quantity) {
        orders.fill(order, quantity, quantity * 50, 1);
    }

    private long openBuys() {
        return orders.openQuantity(instrument.id(), Side.BUY);
    }

    @Test
    void shouldLiveThroughAnOrdinaryLife() {
        final Order order = buy(10);
        assertThat(order.state()).isEqualTo(OrderState.PENDING_NEW);
        assertThat(openBuys()).isEqualTo(10);

        assertThat(orders.accept(order)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.NEW);

        fill(order, 4);
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.leavesQuantity()).isEqualTo(6);
        assertThat(openBuys()).isEqualTo(6);

        fill(order, 6);
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.isOpen()).isFalse();
        assertThat(order.filledNotional()).isEqualTo(500);
        assertThat(order.fees()).isEqualTo(2);
        assertThat(openBuys()).isZero();
        assertThat(orders.openCount()).isZero();
        assertThat(orders.find(order.orderId())).isSameAs(order);
    }

    @Test
    void shouldBookAFillThatComesBeforeTheAcceptance() {
        final Order order = buy(10);

        fill(order, 3);

        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(orders.accept(order)).as("acceptance is no news any more").isFalse();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
    }

    @Test
    void shouldBookAFillThatComesAfterTheCancel() {
        final Order order = accepted(10);
        orders.requestCancel(order);
        assertThat(orders.end(order, OrderState.CANCELED)).isTrue();

        fill(order, 4);

        assertThat(order.state()).isEqualTo(OrderState.CANCELED);
        assertThat(order.filledQuantity()).isEqualTo(4);
        assertThat(openBuys()).isZero();

        fill(order, 6);

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(orders.openCount()).isZero();
    }

    @Test
    void shouldBookAFillThatComesAfterARejection() {
        final Order order = buy(10);
        assertThat(orders.reject(order, RejectReason.VENUE_OTHER)).isTrue();

        fill(order, 10);

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.rejectReason()).isEqualTo(RejectReason.VENUE_OTHER);
    }

    @Test
    void shouldSayWhenMoreTradedThanWasOrdered() {
        final Order order = accepted(10);
        fill(order, 7);
        assertThat(order.isOverfilled()).isFalse();

        fill(order, 7);

        assertThat(order.isOverfilled()).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(order.leavesQuantity()).isZero();
        assertThat(openBuys()).isZero();
    }

    @Test
    void shouldEndByTheFillWhenItOvertakesTheCancel() {
        final Order order = accepted(10);
        orders.requestCancel(order);

        fill(order, 10);

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(orders.requestRefused(order, OrderState.PENDING_CANCEL, RejectReason.TOO_LATE))
                .isFalse();
        assertThat(orders.end(order, OrderState.CANCELED)).isFalse();
        assertThat(order.state()).isEqualTo(OrderState.FILLED);
    }

    @Test
    void shouldStayPendingCancelWhilePartsTrade() {
        final Order order = accepted(10);
        orders.requestCancel(order);

        fill(order, 4);

        assertThat(order.state()).isEqualTo(OrderState.PENDING_CANCEL);
        assertThat(openBuys()).isEqualTo(6);
        assertThat(orders.requestRefused(order, OrderState.PENDING_CANCEL, RejectReason.VENUE_OTHER))
                .isTrue();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.rejectReason()).isEqualTo(RejectReason.VENUE_OTHER);
    }

    @Test
    void shouldCountAReplacementInTheWorstCaseUntilItIsAnswered() {
        final Order order = accepted(10);

        orders.requestReplace(order, 25, 51, 0);
        assertThat(order.state()).isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(order.leavesQuantity()).isEqualTo(10);
        assertThat(openBuys()).isEqualTo(25);

        fill(order, 5);
        assertThat(openBuys()).isEqualTo(20);

        assertThat(orders.replaced(order, 25, 51, 0)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.limitPrice()).isEqualTo(51);
        assertThat(openBuys()).isEqualTo(20);

        orders.requestReplace(order, 7, 52, 0);
        assertThat(openBuys())
                .as("a smaller replacement may not have happened yet")
                .isEqualTo(20);
        assertThat(orders.requestRefused(order, OrderState.PENDING_REPLACE, RejectReason.VENUE_OTHER))
                .isTrue();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(order.quantity()).isEqualTo(25);
        assertThat(openBuys()).isEqualTo(20);
    }

    @Test
    void shouldKeepAReplacementPendingWhenTheCancelAfterItIsRefused() {
        final Order order = accepted(10);
        orders.requestReplace(order, 25, 51, 0);
        orders.requestCancel(order);
        assertThat(openBuys()).isEqualTo(25);

        assertThat(orders.requestRefused(order, OrderState.PENDING_CANCEL, RejectReason.VENUE_OTHER))
                .isTrue();

        assertThat(order.state()).isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(orders.replaced(order, 25, 51, 0)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.NEW);
    }

    @Test
    void shouldForgetARefusedReplacementWhileTheCancelIsPending() {
        final Order order = accepted(10);
        orders.requestReplace(order, 25, 51, 0);
        orders.requestCancel(order);

        assertThat(orders.requestRefused(order, OrderState.PENDING_REPLACE, RejectReason.VENUE_OTHER))
                .isFalse();

        assertThat(order.state()).isEqualTo(OrderState.PENDING_CANCEL);
        assertThat(openBuys()).isEqualTo(10);
    }

    @Test
    void shouldTakeOverATermsChangeWhileTheCancelIsPending() {
        final Order order = accepted(10);
        orders.requestReplace(order, 25, 51, 0);
        orders.requestCancel(order);

        assertThat(orders.replaced(order, 25, 51, 0)).isTrue();

        assertThat(order.state()).isEqualTo(OrderState.PENDING_CANCEL);
        assertThat(order.quantity()).isEqualTo(25);
        assertThat(orders.end(order, OrderState.CANCELED)).isTrue();
        assertThat(openBuys()).isZero();
    }

    @Test
    void shouldBeDoneWhenReplacedDownToWhatHasTraded() {
        final Order order = accepted(10);
        fill(order, 4);
        orders.requestCancel(order);

        assertThat(orders.replaced(order, 4, 51, 0)).isTrue();

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(orders.openCount()).isZero();
    }

    @Test
    void shouldStayOpenWhenAFillOvertakesTheReplacementThatMadeItLarger() {
        final Order order = accepted(10);
        orders.requestReplace(order, 25, 51, 0);

        fill(order, 10);
        assertThat(order.state()).as("whether it is done depends on the answer").isEqualTo(OrderState.PENDING_REPLACE);
        assertThat(openBuys()).isEqualTo(15);

        assertThat(orders.replaced(order, 25, 51, 0)).isTrue();
        assertThat(order.state()).isEqualTo(OrderState.PARTIALLY_FILLED);
        assertThat(openBuys()).isEqualTo(15);
    }

    @Test
    void shouldBeDoneWhenAReplacementIsRefusedAfterAllHasTraded() {
        final Order order = accepted(10);
        orders.requestReplace(order, 25, 51, 0);
        fill(order, 10);

        assertThat(orders.requestRefused(order, OrderState.PENDING_REPLACE, RejectReason.TOO_LATE))
                .isTrue();

        assertThat(order.state()).isEqualTo(OrderState.FILLED);
        assertThat(openBuys()).isZero();
    }

    @Test
    void shouldIgnoreAReplacementOfAFilledOrder() {
        final Order order = accepted(10);
        fill(order, 10);

        assertThat(orders.replaced(order, 25, 51, 0)).isFalse();

        assertThat(order.quantity()).isEqualTo(10);
        assertThat(openBuys()).isZero();
    }

    @Test
    void shouldKeepWhatTradedOfARejectedOrder() {
        final Order order = accepted(10);
        fill(order, 1);

        assertThat(orders.reject(order, RejectReason.VENUE_OTHER)).isTrue();

        assertThat(order.state()).isEqualTo(OrderState.REJECTED);
        assertThat(order.filledQuantity()).isEqualTo(1);
        assertThat(openBuys()).isZero();
    }

    @Test
    void shouldNameBothStatesOfAnIllegalStep() {
        final Order order = accepted(10);
        fill(order, 10);

        assertThatThrownBy(() -> orders.requestCancel(order))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("illegal transition: from=FILLED, to=PENDING_CANCEL, orderId=" + order.orderId());
    }

    @Test
    void shouldHoldNoMoreOpenOrdersThanItsCapacity() {
        for (int i = 0; i < CAPACITY; i++) {
            buy(1);
        }

        assertThatThrownBy(() -> buy(1)).hasMessageContaining("too many open orders: capacity=8");
        orders.end(orders.openAt(3), OrderState.EXPIRED);
        assertThat(buy(1).isOpen()).isTrue();
    }

    @Test
    void shouldRefuseAnIdThatIsInUse() {
        buy(1);

        assertThatThrownBy(() -> orders.open(100, STRATEGY, request, 9)).hasMessage("order id used twice: orderId=100");
    }

    @Test
    void shouldListOpenOrdersInOrderOfSubmission() {
        final List<Order> all = List.of(buy(1), buy(2), buy(3), buy(4));

        orders.end(all.get(1), OrderState.CANCELED);

        assertThat(List.of(orders.openAt(0), orders.openAt(1), orders.openAt(2)))
                .containsExactly(all.get(0), all.get(2), all.get(3));
    }

    @Test
    void shouldReuseTheOrderThatEndedLongestAgo() {
        final Order first = accepted(1);
        final long firstId = first.orderId();
        orders.requestReplace(first, 5, 51, 0);
        fill(first, 5);
        for (int i = 1; i < Orders.ENDED_ORDERS_KEPT; i++) {
            fill(buy(1), 1);
        }
        assertThat(orders.find(firstId)).isSameAs(first);

        fill(buy(1), 1);

        assertThat(orders.find(firstId)).isNull();
        final long nextToGo = firstId + 1;
        assertThat(orders.find(nextToGo)).isNotNull();
        final Order reused = buy(3);
        assertThat(reused).isSameAs(first);
        assertThat(reused.state()).isEqualTo(OrderState.PENDING_NEW);
        assertThat(reused.filledQuantity()).isZero();
        assertThat(reused.exposedQuantity()).isEqualTo(3);
        assertThat(orders.find(reused.orderId())).isSameAs(reused);
    }

    @Test
    void shouldRememberExecutionsUpToItsCapacity() {
        final RecentExecutions executions = new RecentExecutions(3);

        assertThat(executions.add(1, 1)).isTrue();
        assertThat(executions.add(1, 1)).isFalse();
        assertThat(executions.add(2, 1)).as("same number at another venue").isTrue();
        assertThat(executions.add(1, 2)).isTrue();
        assertThat(executions.add(1, 3)).isTrue();
        assertThat(executions.add(2, 1)).isFalse();
        assertThat(executions.add(1, 1)).as("forgotten").isTrue();
    }

    @Test
    void shouldNameOrdersByNumber() {
        assertThat(OrderIds.format(1042)).isEqualTo("1042");
    }

    @Test
    void shouldShowEveryChangeInItsState() {
        final Order order = buy(10);
        final String before = StateHash.of(state -> orders.exchange(state, new Instruments()));

        orders.accept(order);

        assertThat(StateHash.of(state -> orders.exchange(state, new Instruments())))
                .isNotEqualTo(before);
    }
}
