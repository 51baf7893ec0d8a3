package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.message.EngineEvents;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;
import reprise.testkit.RandomCases;

/** Whatever the order in which the reports of one order arrive, and however often: the same has traded for the same money. */
class ReportOrderTest {
    private static final long QUANTITY = 100;

    private record Fill(long executionId, long price, long quantity, long fee, boolean last) {
        void report(final EngineEvents events, final long orderId) {
            if (last) {
                events.onOrderFilled(orderId, executionId, 0, price, quantity, fee, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            } else {
                events.onOrderPartiallyFilled(
                        orderId, executionId, 0, price, quantity, fee, FeeAsset.QUOTE, Liquidity.UNKNOWN);
            }
        }
    }

    private record Outcome(
            OrderState state,
            long filled,
            long notional,
            long fees,
            long position,
            long cost,
            long realised,
            long cash) {}

    @Test
    void shouldEndEqualWhateverTheOrderOfReports() {
        RandomCases.check(200, random -> {
            final Side side = RandomCases.oneOf(random, Side.values());
            final long held = RandomCases.oneOf(random, 0L, 0L, 2 * QUANTITY, -2 * QUANTITY);
            final List<Fill> fills = anyFills(random);

            final Outcome inOrder = outcome(side, held, fills, List.of(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9));
            final Outcome inAnyOrder = outcome(side, held, fills, anyOrder(random, fills.size()));

            assertThat(inAnyOrder).isEqualTo(inOrder);
            assertThat(inOrder.state()).isEqualTo(OrderState.FILLED);
            assertThat(inOrder.position()).isEqualTo(held + side.sign() * QUANTITY);
        });
    }

    private static List<Fill> anyFills(final SplittableRandom random) {
        final List<Fill> fills = new ArrayList<>();
        long left = QUANTITY;
        while (left > 0) {
            final long quantity = fills.size() == 9 ? left : Math.min(left, random.nextLong(1, QUANTITY));
            left -= quantity;
            fills.add(new Fill(fills.size() + 1, random.nextLong(90, 110), quantity, random.nextLong(50), left == 0));
        }
        return fills;
    }

    /** Every report at least once, some of them again; -1 is the acceptance. */
    private static List<Integer> anyOrder(final SplittableRandom random, final int fills) {
        final List<Integer> order = new ArrayList<>();
        final Set<Integer> missing = new HashSet<>();
        for (int i = -1; i < fills; i++) {
            missing.add(i);
        }
        while (!missing.isEmpty()) {
            final int next = random.nextInt(-1, fills);
            order.add(next);
            missing.remove(next);
        }
        return order;
    }

    private static Outcome outcome(
            final Side side, final long held, final List<Fill> fills, final List<Integer> order) {
        final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
        try (TestEngine engine = new TestEngine(strategy)) {
            if (held != 0) {
                fillAtOnce(engine, strategy, held);
            }
            final long orderId = submit(engine, strategy, side, QUANTITY);
            for (final int report : order) {
                if (report < 0) {
                    engine.events().onOrderAccepted(orderId, 0);
                } else if (report < fills.size()) {
                    fills.get(report).report(engine.events(), orderId);
                }
            }
            return outcome(engine, strategy.context().order(orderId));
        }
    }

    private static void fillAtOnce(final TestEngine engine, final ScriptedStrategy strategy, final long held) {
        final Side side = held > 0 ? Side.BUY : Side.SELL;
        engine.fill(submit(engine, strategy, side, Math.abs(held)), Math.abs(held), 100);
    }

    private static long submit(
            final TestEngine engine, final ScriptedStrategy strategy, final Side side, final long quantity) {
        strategy.next(context ->
                context.submit(new OrderRequest().limit(engine.instrument(0), side, quantity, 100, TimeInForce.GTC)));
        engine.trade(0, 100);
        return engine.lastOrderId();
    }

    private static Outcome outcome(final TestEngine engine, final Order order) {
        return new Outcome(
                order.state(),
                order.filledQuantity(),
                order.filledNotional(),
                order.fees(),
                engine.net(0).quantity(),
                engine.net(0).cost(),
                engine.net(0).realisedPnl(),
                engine.core().portfolio().cash());
    }
}
