package reprise.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import reprise.market.BracketStyle;
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
 * A bracket that a venue keeps, which may fill, reject, expire and cancel any of its orders at any time, and tells of each when it likes. Once
 * everything is told, what is held has a stop of exactly its size: the venue's, or the engine's.
 */
class NativeBracketPropertyTest {
    private static final long QUANTITY = 20;

    /** What the venue knows of an order, and has told of it. */
    private static final class Working {
        private long quantity;
        private long filled;
        private boolean isExitOfGroup;
        private boolean isMarket;
        private boolean isStop;
        private boolean accepted;
        private boolean cancelAsked;
        private long asked;
        private boolean mustEnd;
        private boolean ended;
    }

    private final Map<Long, Working> venue = new TreeMap<>();
    private TestEngine engine;
    private SplittableRandom random;
    private Side side;

    @Test
    void shouldLeaveNothingUnprotected() {
        RandomCases.check(600, chance -> {
            final ScriptedStrategy strategy = ScriptedStrategy.listeningTo("I0");
            try (TestEngine newEngine = new TestEngine(
                    new CoreConfig(TestEngine.WIDE_LIMITS, 1_000, 1_000),
                    CoreObserver.NONE,
                    Definitions.anInstrument().withBrackets(BracketStyle.NATIVE),
                    strategy)) {
                engine = newEngine;
                random = chance;
                venue.clear();
                play(strategy);
            }
        });
    }

    private void play(final ScriptedStrategy strategy) {
        engine.commands();
        side = RandomCases.oneOf(random, Side.values());
        strategy.next(context -> assertThat(context.submitBracket(
                        new OrderRequest().limit(engine.instrument(0), side, QUANTITY, 100, TimeInForce.GTC),
                        100 - 10 * side.sign(),
                        100 + 10 * side.sign()))
                .isEqualTo(RejectReason.NONE));
        engine.trade(0, 100);
        for (int step = 0; step < 40; step++) {
            takeCommands();
            happen(pick());
            if (random.nextInt(4) == 0) {
                engine.trade(0, 100 + random.nextLong(-3, 4));
            }
        }
        for (int round = 0; round < 60; round++) {
            takeCommands();
            List.copyOf(venue.keySet()).forEach(this::settle);
            engine.trade(0, 100);
        }
        check();
    }

    private void takeCommands() {
        for (final String command : engine.commands()) {
            final String[] words = command.split(" ");
            switch (words[0]) {
                case "group" -> {
                    add(Long.parseLong(words[4]), QUANTITY, false, "limit");
                    add(Long.parseLong(words[10]), QUANTITY, true, "limit");
                    add(Long.parseLong(words[16]), QUANTITY, true, "stop");
                }
                case "submit" -> add(Long.parseLong(words[1]), Long.parseLong(words[4]), false, words[6]);
                case "cancel" -> venue.get(Long.parseLong(words[1])).cancelAsked = true;
                case "replace" -> venue.get(Long.parseLong(words[1])).asked = Long.parseLong(words[2]);
                default -> throw new AssertionError(command);
            }
        }
    }

    private void add(final long orderId, final long quantity, final boolean isExitOfGroup, final String type) {
        final Working order = new Working();
        order.quantity = quantity;
        order.isExitOfGroup = isExitOfGroup;
        order.isMarket = type.equals("market");
        order.isStop = type.equals("stop");
        venue.put(orderId, order);
    }

    private long pick() {
        final List<Long> open =
                venue.keySet().stream().filter(id -> !venue.get(id).ended).toList();
        return open.isEmpty() ? 0 : open.get(random.nextInt(open.size()));
    }

    private void happen(final long orderId) {
        final Working order = venue.get(orderId);
        if (order == null) {
            return;
        }
        final boolean canTrade = !order.isExitOfGroup || venue.get(1L).filled == QUANTITY;
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> {
                if (canTrade) {
                    fill(orderId, order, random.nextLong(1, order.quantity - order.filled + 1));
                }
            }
            case 3 -> {
                if (!order.accepted && order.filled == 0 && orderId != 1) {
                    end(orderId, order);
                    engine.events().onOrderRejected(orderId, 0, RejectReason.VENUE_OTHER, "");
                }
            }
            case 4 -> {
                end(orderId, order);
                engine.events().onOrderExpired(orderId, 0);
            }
            default -> answer(orderId, order);
        }
    }

    /** Nothing but market orders trades any more, and all that is due is told. */
    private void settle(final long orderId) {
        final Working order = venue.get(orderId);
        if (order.ended) {
            return;
        }
        if (order.isMarket) {
            fill(orderId, order, order.quantity - order.filled);
        } else {
            answer(orderId, order);
        }
    }

    private void fill(final long orderId, final Working order, final long quantity) {
        order.filled += quantity;
        if (order.filled == order.quantity) {
            order.ended = true;
            engine.fill(orderId, quantity, 100);
        } else {
            engine.partialFill(orderId, quantity, 100);
        }
        if (order.isExitOfGroup) {
            other(orderId, quantity, order.ended);
        }
    }

    /** The venue cancels the other exit, or reduces it, unless it has traded meanwhile. */
    private void other(final long orderId, final long quantity, final boolean isOver) {
        final long otherId = orderId == 2 ? 3 : 2;
        final Working other = venue.get(otherId);
        if (other.ended) {
            return;
        }
        other.mustEnd |= isOver || other.quantity - quantity <= other.filled;
        if (!other.mustEnd) {
            other.quantity -= quantity;
            final Order ours = engine.core().orders().find(otherId);
            engine.events()
                    .onOrderReplaced(
                            otherId,
                            0,
                            other.quantity,
                            ours.limitPrice(),
                            ours.terms().stopPrice());
        }
    }

    /** An order that ends takes along those that depend on it. */
    private void end(final long orderId, final Working order) {
        order.ended = true;
        if (orderId == 1 || order.isExitOfGroup) {
            venue.values().stream().filter(one -> one.isExitOfGroup).forEach(one -> one.mustEnd = true);
        }
    }

    private void answer(final long orderId, final Working order) {
        if (!order.accepted) {
            order.accepted = true;
            engine.events().onOrderAccepted(orderId, 0);
        } else if (order.asked != 0) {
            order.quantity = Math.max(order.asked, order.filled + 1);
            order.asked = 0;
            final Order ours = engine.core().orders().find(orderId);
            engine.events()
                    .onOrderReplaced(
                            orderId,
                            0,
                            order.quantity,
                            ours.limitPrice(),
                            ours.terms().stopPrice());
        } else if (order.cancelAsked || order.mustEnd) {
            end(orderId, order);
            engine.events().onOrderCancelled(orderId, 0);
        }
    }

    private void check() {
        final Orders orders = engine.core().orders();
        final long position = engine.net(0).quantity() * side.sign();
        assertThat(position).isNotNegative();
        long stops = 0;
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.orderId() == 1) {
                assertThat(order.filledQuantity())
                        .as("the exits of an open entry wait")
                        .isEqualTo(position);
                return;
            }
            assertThat(order.side()).isEqualTo(side.opposite());
            assertThat(order.leavesQuantity()).isEqualTo(position);
            assertThat(order.state()).isIn(OrderState.NEW, OrderState.PARTIALLY_FILLED, OrderState.HELD);
            stops += order.type().isStop() ? 1 : 0;
        }
        assertThat(stops).isEqualTo(position == 0 ? 0 : 1);
    }
}
