package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.message.EventPublisher;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;
import reprise.testkit.RandomCases;

/**
 * Random lives of an order at a venue: fills, some of them taken back; a replacement to more or less, done or refused; a cancel, in time or
 * too late; doubts; an end of any kind. Whatever the order in which their reports arrive, and however often, the order ends in the same
 * state, with the same quantity, for the same money and fees.
 */
class ReportOrderPropertyTest {
    private static final int SEEDS = 100;
    private static final int HISTORIES_PER_SEED = 110;
    private static final long QUANTITY = 100;

    /** One report of a venue about an order. */
    private interface Report {
        void send(EventPublisher events, long orderId);
    }

    private record Outcome(
            OrderState state,
            long quantity,
            long filled,
            long busted,
            long notional,
            long fees,
            long position,
            long cash,
            long portfolioFees) {}

    private record History(Side side, long replacedQuantity, boolean cancelAsked, List<Report> reports) {}

    @Test
    void shouldEndEqualWhateverTheOrderOfReports() {
        RandomCases.check(SEEDS, random -> {
            final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
            final CoreConfig config = new CoreConfig(TestEngine.WIDE_LIMITS, 1_000, 4_096);
            try (TestEngine engine = new TestEngine(config, CoreObserver.NONE, Definitions.anInstrument(), strategy)) {
                for (int i = 0; i < HISTORIES_PER_SEED; i++) {
                    final History history = anyHistory(random);
                    final Outcome inOrder = outcome(engine, strategy, history, history.reports());
                    final List<Report> shuffled = new ArrayList<>(history.reports());
                    for (int repeats = random.nextInt(4); repeats > 0; repeats--) {
                        shuffled.add(shuffled.get(random.nextInt(shuffled.size())));
                    }
                    Collections.shuffle(shuffled, new Random(random.nextLong()));

                    assertThat(outcome(engine, strategy, history, shuffled)).isEqualTo(inOrder);
                    assertThat(inOrder.state().isOpen()).isFalse();
                }
            }
        });
    }

    private static History anyHistory(final SplittableRandom random) {
        final List<Report> reports = new ArrayList<>();
        final long asked = RandomCases.oneOf(random, 0L, 0L, 60L, 150L);
        final boolean isReplaced = asked != 0 && random.nextBoolean();
        final long total = isReplaced ? asked : QUANTITY;
        final boolean cancelAsked = random.nextInt(3) == 0;
        reports.add((events, id) -> events.onOrderAccepted(id, 0));
        if (asked != 0) {
            reports.add(
                    isReplaced
                            ? (events, id) -> events.onOrderReplaced(id, 0, asked, 100, 0)
                            : (events, id) -> events.onReplaceRejected(id, 0, RejectReason.TOO_LATE));
        }
        final boolean isComplete = random.nextBoolean();
        addFills(reports, random, isComplete ? total : random.nextLong(total), isComplete);
        if (random.nextInt(4) == 0) {
            reports.add((events, id) -> events.onOrderOutcomeUnknown(id, 0));
        }
        if (isComplete) {
            if (cancelAsked) {
                reports.add((events, id) -> events.onCancelRejected(id, 0, RejectReason.TOO_LATE));
            }
        } else {
            reports.add(anyEnd(random));
        }
        return new History(RandomCases.oneOf(random, Side.values()), asked, cancelAsked, reports);
    }

    private static Report anyEnd(final SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> (events, id) -> events.onOrderCancelled(id, 0);
            case 1 -> (events, id) -> events.onOrderExpired(id, 0);
            default -> (events, id) -> events.onOrderRejected(id, 0, RejectReason.VENUE_OTHER, "");
        };
    }

    private static void addFills(
            final List<Report> reports, final SplittableRandom random, final long traded, final boolean isComplete) {
        long left = traded;
        for (int number = 1; left > 0; number++) {
            final long executionId = number;
            final long quantity = number == 5 ? left : random.nextLong(1, left + 1);
            final long price = random.nextLong(90, 110);
            final long fee = random.nextLong(50);
            left -= quantity;
            final boolean isLast = isComplete && left == 0;
            reports.add((events, id) -> {
                if (isLast) {
                    events.onOrderFilled(id, executionId, 0, price, quantity, fee, FeeAsset.QUOTE, Liquidity.UNKNOWN);
                } else {
                    events.onOrderPartiallyFilled(
                            id, executionId, 0, price, quantity, fee, FeeAsset.QUOTE, Liquidity.UNKNOWN);
                }
            });
            if (random.nextInt(8) == 0) {
                reports.add((events, id) ->
                        events.onExecutionBusted(id, executionId, 0, price, quantity, fee, FeeAsset.QUOTE));
            }
        }
    }

    private static Outcome outcome(
            final TestEngine engine,
            final ScriptedStrategy strategy,
            final History history,
            final List<Report> reports) {
        // A fill that is taken back before it came has halted trading.
        engine.events().onTradingStateRequested(TradingScope.ENGINE, 0, TradingState.ACTIVE);
        final long positionBefore = engine.net(0).quantity();
        final long cashBefore = engine.core().portfolio().cash();
        final long feesBefore = engine.core().portfolio().fees();
        final long orderId = submit(engine, strategy, history);

        reports.forEach(report -> report.send(engine.events(), orderId));

        final Order order = engine.core().orders().find(orderId);
        return new Outcome(
                order.state(),
                order.quantity(),
                order.filledQuantity(),
                order.bustedQuantity(),
                order.filledNotional(),
                order.fees(),
                engine.net(0).quantity() - positionBefore,
                engine.core().portfolio().cash() - cashBefore,
                engine.core().portfolio().fees() - feesBefore);
    }

    /** Requests are made before any report; a replacement needs an order that is known to work. */
    private static long submit(final TestEngine engine, final ScriptedStrategy strategy, final History history) {
        strategy.next(context -> context.submit(
                new OrderRequest().limit(engine.instrument(0), history.side(), QUANTITY, 100, TimeInForce.GTC)));
        engine.trade(0, 100);
        final long orderId = engine.lastOrderId();
        if (history.replacedQuantity() != 0) {
            engine.events().onOrderAccepted(orderId, 0);
            strategy.next(context -> context.replace(orderId, history.replacedQuantity(), 100));
            engine.trade(0, 100);
        }
        if (history.cancelAsked()) {
            strategy.next(context -> context.cancel(orderId));
            engine.trade(0, 100);
        }
        return orderId;
    }
}
