package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;
import reprise.testkit.RandomCases;

class LiquidationTest extends CoreFixture {
    private void hold(final long quantity) {
        final long orderId = workingOrder(quantity);
        engine.fill(orderId, quantity, 100);
        heard.clear();
    }

    private boolean isClosing() {
        return ask(context -> context.submit(buy(1))) == RejectReason.REDUCE_ONLY;
    }

    @Test
    void shouldCloseAFreePositionAtOnce() {
        hold(10);

        engine.events().onClosePositionRequested(0);
        assertThat(engine.commands()).containsExactly("submit 2 s1 SELL 10 I0 market");

        engine.fill(engine.lastOrderId(), 10, 99);
        assertThat(engine.net(0).isFlat()).isTrue();
        assertThat(isClosing()).isFalse();
    }

    @Test
    void shouldWaitForOpenOrdersToEndAndCountTheFillsThatOvertakeTheCancel() {
        hold(10);
        final long buying = workingOrder(10);

        engine.events().onClosePositionRequested(0);
        assertThat(engine.commands()).containsExactly("cancel " + OrderIds.format(buying));
        engine.partialFill(buying, 3, 100);
        engine.trade(0, 100);
        assertThat(engine.commands()).isEmpty();

        engine.events().onOrderCancelled(buying, 0);
        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 13 I0 market");
    }

    @Test
    void shouldCloseWhatTheOrderFilledWhenTheCancelCameTooLate() {
        final long buying = workingOrder(10);
        engine.events().onClosePositionRequested(0);
        engine.commands();

        engine.fill(buying, 10, 100);
        engine.events().onCancelRejected(buying, 0, RejectReason.TOO_LATE);

        assertThat(engine.commands()).containsExactly("submit 2 s1 SELL 10 I0 market");
    }

    @Test
    void shouldAskAgainWhenTheVenueDidNotCancel() {
        final long buying = workingOrder(10);
        engine.events().onClosePositionRequested(0);
        engine.commands();

        engine.events().onCancelRejected(buying, 0, RejectReason.VENUE_OTHER);
        assertThat(engine.commands()).as("not in the same breath").isEmpty();

        engine.trade(0, 100);
        assertThat(engine.commands()).containsExactly("cancel 1");
        engine.trade(0, 100);
        assertThat(engine.commands()).as("asked already").isEmpty();
        engine.events().onOrderCancelled(buying, 0);
        assertThat(isClosing()).as("there is nothing to close").isFalse();
    }

    @Test
    void shouldKeepStrategiesFromTradingMeanwhile() {
        hold(10);
        final long buying = workingOrder(10);
        engine.events().onClosePositionRequested(0);
        engine.events().onCancelRejected(buying, 0, RejectReason.VENUE_OTHER);

        assertThat(ask(context -> context.replace(buying, 20, 100))).isEqualTo(RejectReason.REDUCE_ONLY);
        assertThat(ask(context -> context.submit(limit(Side.SELL, 1, 100)))).isEqualTo(RejectReason.REDUCE_ONLY);
        final List<RejectReason> elsewhere = new ArrayList<>();
        second.next(context -> elsewhere.add(
                context.submit(new OrderRequest().limit(engine.instrument(1), Side.BUY, 1, 50, TimeInForce.GTC))));
        engine.trade(1, 50);
        assertThat(elsewhere).as("other instruments are free").containsExactly(RejectReason.NONE);
    }

    @Test
    void shouldCloseEachBookByAnOrderOfItsOwn() {
        hold(10);
        second.next(context -> context.submit(limit(Side.SELL, 4, 100)));
        engine.trade(0, 100);
        engine.fill(engine.lastOrderId(), 4, 100);
        engine.events().onPositionReported(1, 0, 8, 100);
        engine.commands();

        engine.events().onClosePositionRequested(0);

        assertThat(engine.commands())
                .containsExactly(
                        "submit 3 s0 SELL 2 I0 market", "submit 4 s1 SELL 10 I0 market", "submit 5 s2 BUY 4 I0 market");
        final long closing = engine.lastOrderId();
        engine.fill(closing, 2, 99);
        engine.fill(closing + 1, 10, 99);
        final List<RejectReason> other = new ArrayList<>();
        second.next(context -> other.add(context.submit(buy(1))));
        engine.trade(0, 100);
        assertThat(other).as("a book that is being closed").containsExactly(RejectReason.REDUCE_ONLY);
        engine.fill(closing + 2, 4, 99);
        for (int book = 0; book < 3; book++) {
            assertThat(engine.core().portfolio().book(book, 0).isFlat()).isTrue();
        }
    }

    @Test
    void shouldRepeatAClosingOrderThatTheVenueEndedWhenTheMarketMovesOn() {
        hold(10);
        engine.events().onClosePositionRequested(0);
        final long closing = engine.lastOrderId();
        engine.partialFill(closing, 4, 99);
        engine.commands();

        engine.events().onOrderExpired(closing, 0);
        assertThat(engine.commands())
                .as("a venue that ends it at once would do so again")
                .isEmpty();

        engine.trade(0, 98);
        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 6 I0 market");
    }

    @Test
    void shouldLeaveTheRestToTheOperatorWhenTheVenueRejects() {
        hold(10);
        engine.events().onClosePositionRequested(0);

        engine.events().onOrderRejected(engine.lastOrderId(), 0, RejectReason.MARKET_CLOSED, "closed");
        engine.commands();
        engine.trade(0, 99);

        assertThat(engine.commands()).isEmpty();
        assertThat(isClosing()).isFalse();
    }

    @Test
    void shouldCloseAsSoonAsTheVenueIsThereAndThereIsAPrice() {
        engine.events().onPositionReported(1, 1, 5, 100);
        engine.events().onVenueDisconnected(1);
        engine.events().onClosePositionRequested(1);
        engine.events().onVenueConnected(1);
        assertThat(engine.commands()).containsExactly("reconcile venue 1");

        engine.events().onQuote(1, 0, 0, 0, 0, 0);
        assertThat(engine.commands()).as("nothing to value it by").isEmpty();

        engine.trade(1, 50);
        assertThat(engine.commands()).containsExactly("submit 1 s0 SELL 5 I1 market");
    }

    @Test
    void shouldNotLetAStrategyTakeBackWhatTheOperatorOrdered() {
        hold(10);
        engine.events().onClosePositionRequested(0);
        final long closing = engine.lastOrderId();
        engine.events().onOrderAccepted(closing, 0);

        assertThat(ask(context -> context.cancel(closing))).isEqualTo(RejectReason.UNKNOWN_ORDER);
        engine.events().onStopRequested(1);

        assertThat(engine.commands()).containsExactly("submit 2 s1 SELL 10 I0 market");
    }

    @Test
    void shouldFlattenEverythingUnderAHalt() {
        hold(10);
        final long buying = workingOrder(5);
        engine.events().onPositionReported(1, 1, -7, 100);
        engine.trade(1, 50);

        engine.events().onFlattenAllRequested();
        assertThat(engine.commands())
                .containsExactly("cancel " + OrderIds.format(buying), "submit 3 s0 BUY 7 I1 market");
        engine.events().onFlattenAllRequested();
        assertThat(engine.commands()).as("pressing twice does no harm").isEmpty();
        engine.fill(3, 7, 51);
        engine.events().onOrderCancelled(buying, 0);
        engine.fill(engine.lastOrderId(), 10, 99);

        assertThat(engine.net(0).isFlat()).isTrue();
        assertThat(engine.net(1).isFlat()).isTrue();
        assertThat(ask(context -> context.submit(buy(1)))).isEqualTo(RejectReason.TRADING_HALTED);
    }

    @Test
    void shouldSendAClosingOrderThatHangsAnewWhenTheOperatorInsists() {
        hold(10);
        engine.events().onClosePositionRequested(0);
        final long closing = engine.lastOrderId();
        engine.commands();

        engine.events().onClosePositionRequested(0);
        assertThat(engine.commands()).containsExactly("cancel " + OrderIds.format(closing));
        engine.events().onOrderCancelled(closing, 0);
        engine.trade(0, 98);

        assertThat(engine.commands()).containsExactly("submit 3 s1 SELL 10 I0 market");
    }

    @Test
    void shouldIgnoreWhatIsNotDefined() {
        engine.events().onClosePositionRequested(99);
        engine.events().onClosePositionRequested(-1);

        assertThat(engine.commands()).isEmpty();
    }

    @Test
    void shouldNeverTurnAPositionOverWhateverFillsRaceTheCancels() {
        RandomCases.check(150, random -> new Race(random).run());
    }

    /** A long position with orders on both sides is closed while its orders go on trading, in parts and in any order. */
    private static final class Race {
        private final SplittableRandom random;
        private final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
        private final TestEngine engine = new TestEngine(strategy);
        private final Map<Long, Long> leaves = new LinkedHashMap<>();

        Race(final SplittableRandom random) {
            this.random = random;
        }

        void run() {
            final long held = random.nextLong(20, 40);
            submit(Side.BUY, held);
            trade(held, leaves.keySet().iterator().next());
            for (int i = 0; i < 4; i++) {
                submit(i % 2 == 0 ? Side.BUY : Side.SELL, random.nextLong(1, 10));
            }
            engine.commands();

            engine.events().onClosePositionRequested(0);
            for (int step = 0; step < 200 && !isDone(); step++) {
                engine.commands().forEach(this::learn);
                step();
                assertThat(engine.net(0).quantity()).isGreaterThanOrEqualTo(0);
            }

            assertThat(isDone()).isTrue();
            engine.close();
        }

        private boolean isDone() {
            return engine.net(0).isFlat() && leaves.isEmpty();
        }

        private void submit(final Side side, final long quantity) {
            strategy.next(context -> context.submit(
                    new OrderRequest().limit(engine.instrument(0), side, quantity, 100, TimeInForce.GTC)));
            engine.trade(0, 100);
            leaves.put(engine.lastOrderId(), quantity);
        }

        /** Closing orders come as commands. */
        private void learn(final String command) {
            if (command.startsWith("submit")) {
                final String[] words = command.split(" ");
                leaves.put(Long.parseLong(words[1]), Long.parseLong(words[4]));
            }
        }

        private void step() {
            if (leaves.isEmpty() || random.nextInt(8) == 0) {
                engine.trade(0, random.nextLong(90, 110));
                return;
            }
            final List<Long> ids = List.copyOf(leaves.keySet());
            final long orderId = ids.get(random.nextInt(ids.size()));
            final Order order = strategy.context().order(orderId);
            switch (random.nextInt(4)) {
                case 0 -> trade(leaves.get(orderId), orderId);
                case 1 -> trade(random.nextLong(1, leaves.get(orderId) + 1), orderId);
                case 2 -> {
                    engine.events().onOrderCancelled(orderId, 0);
                    leaves.remove(orderId);
                }
                default -> {
                    if (!order.isByOperator()) {
                        engine.events().onCancelRejected(orderId, 0, RejectReason.TOO_LATE);
                    }
                }
            }
        }

        private void trade(final long quantity, final long orderId) {
            final long left = leaves.get(orderId) - quantity;
            if (left == 0) {
                leaves.remove(orderId);
                engine.fill(orderId, quantity, 100);
            } else {
                leaves.put(orderId, left);
                engine.partialFill(orderId, quantity, 100);
            }
        }
    }
}
