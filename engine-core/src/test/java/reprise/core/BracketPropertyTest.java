package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.testing.Definitions;
import reprise.testing.ScriptedStrategy;
import reprise.testing.TestEngine;
import reprise.testkit.RandomCases;

/**
 * A bracket at a venue that answers late and by chance: fills in parts, lets fills overtake cancels and replacements, refuses and rejects.
 * Once everything is answered, what the entry filled is either closed or has a stop and a target of exactly its size.
 */
class BracketPropertyTest {
    private static final int BRACKETS = 1_000;

    /** What the venue knows of an order. */
    private static final class Working {
        private long quantity;
        private long filled;
        private boolean accepted;
        private long asked;
        private boolean cancelAsked;
        private boolean ended;
        private boolean isMarket;
    }

    @Test
    void shouldProtectExactlyWhatTheEntryFilled() {
        RandomCases.check(BRACKETS / 20, random -> {
            for (int i = 0; i < 20; i++) {
                final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
                final CoreConfig config = new CoreConfig(TestEngine.WIDE_LIMITS, 1_000, 1_000);
                final int types = random.nextBoolean() ? -1 : Definitions.PLAIN_TYPES;
                try (TestEngine engine = new TestEngine(
                        config, CoreObserver.NONE, Definitions.anInstrument().withAbilities(types, -1), strategy)) {
                    play(engine, strategy, random);
                }
            }
        });
    }

    private static void play(final TestEngine engine, final ScriptedStrategy strategy, final SplittableRandom random) {
        engine.commands();
        final Side side = RandomCases.oneOf(random, Side.values());
        strategy.next(context -> assertThat(context.submitBracket(
                        new OrderRequest().limit(engine.instrument(0), side, 20, 100, TimeInForce.GTC),
                        100 - 10 * side.sign(),
                        100 + 10 * side.sign()))
                .isEqualTo(RejectReason.NONE));
        engine.trade(0, 100);
        final long entryId = engine.lastOrderId();
        final Map<Long, Working> venue = new HashMap<>();
        for (int step = 0; step < 40; step++) {
            takeCommands(engine.commands(), engine.core().orders(), venue);
            answerOne(engine, venue, random, entryId);
            if (random.nextInt(4) == 0) {
                engine.trade(0, 100 + random.nextLong(-3, 4));
            }
        }
        settle(engine, venue);
        check(engine, side, entryId);
    }

    private static void takeCommands(final List<String> commands, final Orders orders, final Map<Long, Working> venue) {
        for (final String command : commands) {
            final String[] words = command.split(" ");
            if (words[0].equals("reconcile")) {
                continue;
            }
            final long orderId = Long.parseLong(words[1]);
            final Working order = venue.computeIfAbsent(orderId, ignored -> new Working());
            switch (words[0]) {
                case "submit" -> {
                    order.quantity = Long.parseLong(words[4]);
                    order.isMarket = words[6].equals("market");
                }
                case "cancel" -> order.cancelAsked = true;
                case "replace" -> order.asked = Long.parseLong(words[2]);
                default -> throw new AssertionError(command);
            }
            assertThat(orders.find(orderId)).isNotNull();
        }
    }

    private static void answerOne(
            final TestEngine engine,
            final Map<Long, Working> venue,
            final SplittableRandom random,
            final long entryId) {
        final List<Long> open = venue.keySet().stream()
                .filter(id -> !venue.get(id).ended || venue.get(id).asked != 0 || venue.get(id).cancelAsked)
                .sorted()
                .toList();
        if (open.isEmpty()) {
            return;
        }
        final long orderId = open.get(random.nextInt(open.size()));
        final Working order = venue.get(orderId);
        if (order.ended) {
            answer(engine, orderId, order, true);
            return;
        }
        final boolean mayReject = orderId != entryId && !order.accepted && order.filled == 0;
        if (mayReject && random.nextInt(8) == 0) {
            order.ended = true;
            engine.events().onOrderRejected(orderId, 0, RejectReason.VENUE_OTHER, "");
        } else if (random.nextInt(3) == 0) {
            fill(engine, orderId, order, random.nextLong(1, order.quantity - order.filled + 1));
        } else {
            answer(engine, orderId, order, random.nextInt(5) == 0);
        }
    }

    private static void fill(final TestEngine engine, final long orderId, final Working order, final long quantity) {
        order.filled += quantity;
        order.ended = order.filled == order.quantity;
        if (order.ended) {
            engine.fill(orderId, quantity, 100);
        } else {
            engine.partialFill(orderId, quantity, 100);
        }
    }

    private static void answer(final TestEngine engine, final long orderId, final Working order, final boolean refuse) {
        if (order.ended) {
            refuse(engine, orderId, order);
        } else if (!order.accepted) {
            order.accepted = true;
            engine.events().onOrderAccepted(orderId, 0);
        } else if (order.asked != 0) {
            final long asked = order.asked;
            order.asked = 0;
            if (refuse || asked <= order.filled) {
                engine.events().onReplaceRejected(orderId, 0, RejectReason.TOO_LATE);
            } else {
                order.quantity = asked;
                final Order ours = engine.core().orders().find(orderId);
                engine.events()
                        .onOrderReplaced(
                                orderId,
                                0,
                                asked,
                                ours.limitPrice(),
                                ours.terms().stopPrice());
            }
        } else if (order.cancelAsked) {
            order.cancelAsked = false;
            order.ended = true;
            engine.events().onOrderCancelled(orderId, 0);
        }
    }

    /** Of an order that has ended nothing can be cancelled or replaced any more. */
    private static void refuse(final TestEngine engine, final long orderId, final Working order) {
        if (order.asked != 0) {
            order.asked = 0;
            engine.events().onReplaceRejected(orderId, 0, RejectReason.TOO_LATE);
        }
        if (order.cancelAsked) {
            order.cancelAsked = false;
            engine.events().onCancelRejected(orderId, 0, RejectReason.TOO_LATE);
        }
    }

    /** Everything is answered, and nothing but market orders trades; the market moves on for what waits for it. */
    private static void settle(final TestEngine engine, final Map<Long, Working> venue) {
        for (int round = 0; round < 60; round++) {
            takeCommands(engine.commands(), engine.core().orders(), venue);
            for (final Map.Entry<Long, Working> entry : Map.copyOf(venue).entrySet()) {
                final Working order = entry.getValue();
                if (!order.ended && order.isMarket) {
                    fill(engine, entry.getKey(), order, order.quantity - order.filled);
                } else {
                    answer(engine, entry.getKey(), order, false);
                }
            }
            engine.trade(0, 100);
        }
    }

    private static void check(final TestEngine engine, final Side side, final long entryId) {
        final Orders orders = engine.core().orders();
        long exits = 0;
        long open = 0;
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.orderId() != entryId) {
                open++;
                exits = order.leavesQuantity();
                assertThat(order.side()).isEqualTo(side.opposite());
                assertThat(order.leavesQuantity()).isEqualTo(engine.net(0).quantity() * side.sign());
                assertThat(order.state()).isIn(OrderState.NEW, OrderState.PARTIALLY_FILLED, OrderState.HELD);
            }
        }
        final long position = engine.net(0).quantity() * side.sign();
        assertThat(position).isNotNegative();
        if (position == 0) {
            assertThat(open).isZero();
        } else {
            // A target that was rejected three times in a row is given up; the stop is held by the engine by then.
            assertThat(open).isBetween(1L, 2L);
            assertThat(exits).isEqualTo(position);
        }
    }
}
