package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;
import static reprise.testing.TestEngine.WIDE_LIMITS;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reprise.market.Instrument;
import reprise.number.Money;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;

class EngineCoreTest extends CoreFixture {
    @Test
    void shouldBringTheMarketUpToDateBeforeItTellsStrategies() {
        final List<String> seen = new ArrayList<>();
        final Instrument instrument = engine.instrument(0);

        first.next(context -> seen.add("bar " + instrument.bar().close() + " mark " + instrument.markPrice()));
        engine.events().at(60).onBar(0, 60, 60, 100, 110, 90, 105, 7);
        first.next(context -> seen.add("quote " + instrument.quote().askPrice() + " at " + context.timeNs()));
        engine.events().at(70).onQuote(0, 69, 100, 1, 102, 1);
        first.next(context -> seen.add("trade " + instrument.lastTradePrice() + " mark " + instrument.markPrice()));
        engine.trade(0, 103);

        assertThat(seen).containsExactly("bar 105 mark 105", "quote 102 at 70", "trade 103 mark 103");
    }

    @Test
    void shouldBringOrdersAndMoneyUpToDateBeforeItTellsStrategies() {
        final long orderId = workingOrder(10);
        final List<String> seen = new ArrayList<>();
        first.next(context -> seen.add(context.order(orderId).state() + " "
                + context.position(engine.instrument(0)).quantity() + " "
                + Money.format(engine.core().portfolio().cash())));

        engine.fill(orderId, 10, 100);

        assertThat(seen).containsExactly("FILLED 10 99990.00000000");
    }

    @Test
    void shouldCallStrategiesInOrderOfRegistrationAndOnlyForWhatTheySubscribed() {
        engine.trade(0, 100);
        engine.trade(1, 50);

        assertThat(heard).containsExactly("s1 trade I0 100", "s2 trade I0 100", "s2 trade I1 50");
    }

    @Test
    void shouldCallInOrderOfRegistrationWhateverTheOrderOfSubscription() {
        first.next(context -> context.subscribe(engine.instrument(1)));
        engine.trade(0, 100);
        second.next(context -> context.subscribe(engine.instrument(1)));
        engine.trade(0, 100);
        heard.clear();

        engine.trade(1, 50);

        assertThat(heard).containsExactly("s1 trade I1 50", "s2 trade I1 50");
    }

    @Test
    void shouldFireTimersAtTheirDeadlineBeforeTheEventThatIsLater() {
        first.next(context -> {
            context.schedule(200, 2);
            context.schedule(100, 1);
        });
        engine.events().at(50);
        engine.trade(0, 100);
        second.next(context -> context.schedule(100, 3));
        engine.trade(0, 100);
        heard.clear();
        first.next(context -> {
            context.submit(buy(1));
            context.schedule(150, 4);
        });

        engine.events().at(200);
        engine.trade(0, 101);

        assertThat(heard)
                .containsExactly(
                        "s1 timer 1 due 100 at 100",
                        "s2 timer 3 due 100 at 100",
                        "s1 timer 4 due 150 at 150",
                        "s1 timer 2 due 200 at 200",
                        "s1 trade I0 101",
                        "s2 trade I0 101");
        assertThat(engine.commandLog().timeNs(0))
                .as("stamped with the deadline")
                .isEqualTo(100);
        assertThat(engine.commandLog().causeSequence(0))
                .as("named after the event that let it fire")
                .isEqualTo(9);
        assertThat(engine.core().timeNs()).isEqualTo(200);
    }

    @Test
    void shouldFireTimersOnATickInAQuietMarket() {
        first.next(context -> context.schedule(100, 1));
        engine.events().at(50);
        engine.trade(0, 100);
        heard.clear();

        engine.events().at(99).onClockTicked();
        assertThat(heard).isEmpty();
        engine.events().at(100).onClockTicked();
        assertThat(heard).containsExactly("s1 timer 1 due 100 at 100");
    }

    @Test
    void shouldSurviveTheEndOfTime() {
        first.next(context -> context.schedule(Long.MAX_VALUE, 1));
        engine.trade(0, 100);
        heard.clear();

        engine.events().at(Long.MAX_VALUE).onClockTicked();
        engine.events().onClockTicked();

        assertThat(heard).hasSize(1);
    }

    @Test
    void shouldTellTheObserverAfterTheStrategies() {
        final List<String> order = new ArrayList<>();
        final ScriptedStrategy strategy = new ScriptedStrategy(order, "I0");
        final TestEngine observed = new TestEngine(WIDE_LIMITS, new Notes(order), strategy);
        order.clear();
        strategy.next(context -> {
            context.submit(new OrderRequest().limit(observed.instrument(0), Side.BUY, 5, 100, TimeInForce.GTC));
            context.submit(new OrderRequest().limit(observed.instrument(0), Side.BUY, 0, 100, TimeInForce.GTC));
        });

        observed.events().at(60).onBar(0, 60, 60, 1, 1, 1, 1, 1);
        observed.fill(observed.lastOrderId(), 5, 100);

        assertThat(order)
                .containsExactly(
                        "s1 bar I0 1",
                        "order PENDING_NEW at 60",
                        "refused 1 QUANTITY_NOT_ON_LOT at 60",
                        "bar I0 at 60",
                        "s1 order 1 FILLED 5/5",
                        "fill 5 @ 100 at 60",
                        "order FILLED at 60");
    }

    private record Notes(List<String> lines) implements CoreObserver {
        @Override
        public void onBar(final Instrument instrument, final long timeNs) {
            lines.add("bar " + instrument.symbol() + " at " + timeNs);
        }

        @Override
        public void onOrder(final Order order, final long timeNs) {
            lines.add("order " + order.state() + " at " + timeNs);
        }

        @Override
        public void onFill(
                final Order order, final long price, final long quantity, final long fee, final long timeNs) {
            lines.add("fill " + quantity + " @ " + price + " at " + timeNs);
        }

        @Override
        public void onRefused(
                final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {
            lines.add("refused " + strategyId + " " + reason + " at " + timeNs);
        }
    }
}
