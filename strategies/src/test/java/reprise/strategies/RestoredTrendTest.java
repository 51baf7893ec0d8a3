package reprise.strategies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reprise.bar.BarExpression;
import reprise.core.CoreConfig;
import reprise.core.ExecutionPolicy;
import reprise.core.IntentPolicy;
import reprise.core.OrderTimeouts;
import reprise.core.SupervisionPolicy;
import reprise.exit.ExitDistance;
import reprise.exit.ExitPlan;
import reprise.exit.ExitPolicy;
import reprise.market.InstrumentDefinition;
import reprise.message.EventPublisher;
import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.risk.RiskLimits;

/** The trend strategy, saved at any bar and restored, goes on as if nothing had happened, however it trades. */
class RestoredTrendTest {
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int BARS = 400;
    private static final long WIDE = Money.parse("1000000000");

    private static CoreConfig config(final boolean byTarget, final boolean withExits) {
        final ExitPolicy exits = new ExitPolicy(
                ExitPlan.builder()
                        .stop(ExitDistance.atr(200_000_000))
                        .natively(true, false)
                        .build(),
                14,
                10);
        return new CoreConfig(
                new RiskLimits(WIDE, WIDE, 100),
                10_000,
                1_000,
                new OrderTimeouts(MINUTE_NS, MINUTE_NS, MINUTE_NS, MINUTE_NS, MINUTE_NS, 5),
                withExits ? new SupervisionPolicy(null, null, List.of(exits)) : SupervisionPolicy.NONE,
                byTarget ? new IntentPolicy(null, List.of(ExecutionPolicy.MARKET), null) : IntentPolicy.NONE);
    }

    private static TrendStrategy strategy(final String bars, final boolean brackets) {
        return new TrendStrategy(new TrendStrategy.Parameters(
                "BTCUSDT",
                bars.isEmpty() ? null : BarExpression.parse(bars, 5),
                1_000 * Money.ONE,
                3,
                8,
                3,
                5,
                false,
                0,
                true,
                brackets ? 1_000_000 : 0,
                brackets ? 2_000_000 : 0));
    }

    @ParameterizedTest
    @CsvSource({
        "'', false, false, false",
        "5m, false, false, false",
        "'', false, true, false",
        "5m, true, false, false",
        "'', false, false, true",
        "'', true, false, true",
    })
    void shouldGoOnAsIfNothingHadHappened(
            final String bars, final boolean byTarget, final boolean brackets, final boolean withExits) {
        final RestoredEngine whole = new RestoredEngine(config(byTarget, withExits), strategy(bars, brackets));
        final List<RestoredEngine> restored = new ArrayList<>();
        final SplittableRandom random = new SplittableRandom(5);
        int commands = 0;

        begin(whole.events());
        for (int bar = 1; bar <= BARS; bar++) {
            if (bar % 37 == 0) {
                final RestoredEngine next = new RestoredEngine(config(byTarget, withExits), strategy(bars, brackets));
                next.restore(whole.save());
                restored.add(next);
            }
            final long timeNs = bar * MINUTE_NS;
            final long close = (long) (2_000_000 + 200_000 * StrictMath.sin(bar / 15.0) + random.nextInt(4_000));
            commands += both(
                    whole,
                    restored,
                    events -> events.at(timeNs)
                            .onBar(0, timeNs, MINUTE_NS, close - 500, close + 2_000, close - 2_000, close, 1_000_000));
            for (final Consumer<EventPublisher> answer : answers(whole, close, bar)) {
                commands += both(whole, restored, answer);
            }
        }

        for (final RestoredEngine engine : restored) {
            assertThat(engine.core().stateHash()).isEqualTo(whole.core().stateHash());
        }
        assertThat(commands).as("worth its name").isGreaterThan(20);
    }

    private static void begin(final EventPublisher events) {
        events.onInstrumentDefined(new InstrumentDefinition(0, 0, "BTCUSDT", "BTC", "USDT", 2, 5, 1, 1, 0));
        events.onVenueConnected(0);
        events.onAccountReported(0, 1_000_000 * Money.ONE, "USDT");
        events.onStartRequested(1);
    }

    /** Returns how many commands there were, which must be the same everywhere. */
    private static int both(
            final RestoredEngine whole, final List<RestoredEngine> restored, final Consumer<EventPublisher> event) {
        event.accept(whole.events());
        final List<String> expected = whole.takeCommands();
        for (final RestoredEngine engine : restored) {
            event.accept(engine.events());
            assertThat(engine.takeCommands()).isEqualTo(expected);
        }
        return expected.size();
    }

    /** Market orders are filled, the others accepted and, every now and then, filled too; cancels are obeyed. */
    private static List<Consumer<EventPublisher>> answers(
            final RestoredEngine engine, final long price, final int bar) {
        final List<Consumer<EventPublisher>> answers = new ArrayList<>();
        for (int i = 0; i < engine.core().orders().openCount(); i++) {
            final Order order = engine.core().orders().openAt(i);
            final long orderId = order.orderId();
            final long quantity = order.leavesQuantity();
            final boolean fills = order.type() == OrderType.MARKET || bar % 11 == 0;
            if (order.state() == OrderState.PENDING_CANCEL) {
                answers.add(events -> events.onOrderCancelled(orderId, 0));
            } else if (order.state() == OrderState.HELD) {
                continue;
            } else if (fills) {
                answers.add(events -> events.onOrderFilled(
                        orderId, orderId, 0, price, quantity, 3, FeeAsset.QUOTE, Liquidity.UNKNOWN));
            } else if (order.state() == OrderState.PENDING_NEW) {
                answers.add(events -> events.onOrderAccepted(orderId, 0));
            }
        }
        return answers;
    }
}
