package reprise.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;

/**
 * An order desk and the venue behind it. By hand it does what a test says; left to chance it answers late, rejects, fills in parts, loses
 * answers for a while, and fills what it was asked to cancel. Writes down what it was asked.
 */
final class FakeDesk implements OrderEntry, ExecutionListener {
    static final long SECOND = 1_000_000_000L;

    /** An order as the venue has it, and what the desk thinks is pending. */
    static final class Order {
        long id;
        Instrument instrument;
        Side side;
        OrderType type;
        long quantity;
        long limit;
        long filled;
        boolean accepted;
        boolean open = true;
        boolean unknown;
        boolean cancelAsked;
        long replaceQuantity;
        long replaceLimit;
        long askedNs;

        long leaves() {
            return open ? Math.max(quantity - filled, 0) : 0;
        }
    }

    final List<String> asked = new ArrayList<>();
    final List<String> decided = new ArrayList<>();
    final List<Order> orders = new ArrayList<>();
    ExecutionAlgorithm algorithm;
    RejectReason refusal = RejectReason.NONE;
    int refusedInstrument = -1;
    boolean connected = true;
    long nowNs = 1_000 * SECOND;
    boolean keepsText = true;
    int submitCount;

    /** Of so many units bought the venue keeps one; 0 for none. */
    long feeInBaseOf;

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request) {
        return request.instrument().id() == refusedInstrument ? RejectReason.SHORT_NOT_ALLOWED : refusal;
    }

    @Override
    public RejectReason submit(final int strategyId, final OrderRequest request) {
        final RejectReason reason = connected ? check(strategyId, request) : RejectReason.VENUE_DISCONNECTED;
        if (reason != RejectReason.NONE) {
            request.becameOrder(OrderIds.NULL_ORDER_ID);
            return reason;
        }
        final Order order = new Order();
        order.id = ++submitCount;
        order.instrument = request.instrument();
        order.side = request.side();
        order.type = request.type();
        order.quantity = request.quantity();
        order.limit = request.limitPrice();
        order.askedNs = nowNs;
        orders.add(order);
        request.becameOrder(order.id);
        if (keepsText) {
            asked.add("submit " + order.id + " " + order.side + " " + order.quantity
                    + (order.type == OrderType.LIMIT ? " @ " + text(order.limit) : ""));
        }
        return RejectReason.NONE;
    }

    @Override
    public RejectReason cancel(final long orderId) {
        final Order order = order(orderId);
        assertThatNothingIsAskedOf(order);
        if (!order.open) {
            return RejectReason.TOO_LATE;
        }
        order.cancelAsked = true;
        order.askedNs = nowNs;
        if (keepsText) {
            asked.add("cancel " + orderId);
        }
        return RejectReason.NONE;
    }

    @Override
    public RejectReason replace(final long orderId, final long quantity, final long limitPrice) {
        final Order order = order(orderId);
        assertThatNothingIsAskedOf(order);
        if (!order.open || !order.accepted || quantity <= order.filled) {
            return RejectReason.TOO_LATE;
        }
        order.replaceQuantity = quantity;
        order.replaceLimit = limitPrice;
        order.askedNs = nowNs;
        if (keepsText) {
            asked.add("replace " + orderId + " " + quantity + " @ " + text(limitPrice));
        }
        return RejectReason.NONE;
    }

    private static void assertThatNothingIsAskedOf(final Order order) {
        if (order.unknown || order.cancelAsked || order.replaceQuantity > 0) {
            throw new AssertionError("asked of an order whose answer is pending or unknown: " + order.id);
        }
    }

    /** What of a fill the venue keeps of what was bought, as a fee. */
    long baseFee(final Order order, final long quantity) {
        return order.side == Side.BUY && feeInBaseOf > 0 ? quantity / feeInBaseOf : 0;
    }

    private static String text(final long price) {
        return Decimals.format(price, 2);
    }

    Order order(final long orderId) {
        return orders.get((int) orderId - 1);
    }

    boolean hasOpenOrders() {
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).open) {
                return true;
            }
        }
        return false;
    }

    void accept(final Order order) {
        order.accepted = true;
        order.unknown = false;
        algorithm.onOrderWorking(order.id, order.quantity, order.limit, nowNs);
    }

    void fill(final Order order, final long quantity) {
        fillAt(order, order.type == OrderType.LIMIT ? order.limit : order.instrument.markPrice(), quantity);
    }

    private void fillAt(final Order order, final long price, final long quantity) {
        order.filled += quantity;
        algorithm.onOrderFilled(order.id, price, quantity, order.filled, nowNs);
        if (order.open && order.filled >= order.quantity) {
            end(order, OrderState.FILLED);
        }
    }

    void fillAgain(final Order order) {
        algorithm.onOrderFilled(order.id, order.limit, 1, order.filled, nowNs);
    }

    void end(final Order order, final OrderState state) {
        order.open = false;
        order.unknown = false;
        algorithm.onOrderEnded(order.id, state, nowNs);
    }

    void lose(final Order order) {
        order.unknown = true;
        algorithm.onOrderUnknown(order.id, nowNs);
    }

    void replaced(final Order order) {
        order.quantity = order.replaceQuantity;
        order.limit = order.replaceLimit;
        order.replaceQuantity = 0;
        order.unknown = false;
        if (order.filled >= order.quantity) {
            end(order, OrderState.FILLED);
        } else {
            algorithm.onOrderWorking(order.id, order.quantity, order.limit, nowNs);
        }
    }

    void refuseRequest(final Order order) {
        order.cancelAsked = false;
        order.replaceQuantity = 0;
        accept(order);
    }

    /** One thing that a venue may do to one of its open orders; {@code faults} in 100 of them are not what was hoped for. */
    void chance(final SplittableRandom random, final int faults) {
        int seen = 0;
        Order chosen = null;
        for (int i = orders.size() - 1; i >= 0; i--) {
            if (orders.get(i).open && random.nextInt(++seen) == 0) {
                chosen = orders.get(i);
            }
        }
        if (chosen != null) {
            chance(chosen, random, faults);
        }
    }

    private void chance(final Order order, final SplittableRandom random, final int faults) {
        final boolean fault = random.nextInt(100) < faults;
        if (order.unknown) {
            resolve(order, random);
        } else if (fault && random.nextInt(4) == 0) {
            lose(order);
        } else if (fault && order.filled > 0 && random.nextBoolean()) {
            fillAgain(order);
        } else if (order.cancelAsked) {
            answerCancel(order, random, fault);
        } else if (order.replaceQuantity > 0) {
            answerReplace(order, random, fault);
        } else if (fault) {
            end(order, order.filled > 0 || order.accepted ? OrderState.CANCELED : OrderState.REJECTED);
        } else if (!order.accepted && random.nextBoolean()) {
            accept(order);
        } else {
            trade(order, random);
        }
    }

    private void resolve(final Order order, final SplittableRandom random) {
        if (random.nextBoolean()) {
            order.cancelAsked = false;
            order.replaceQuantity = 0;
            accept(order);
        } else if (random.nextBoolean()) {
            end(order, OrderState.CANCELED);
        } else {
            fill(order, order.leaves());
        }
    }

    private void answerCancel(final Order order, final SplittableRandom random, final boolean fault) {
        if (fault) {
            refuseRequest(order);
        } else if (random.nextInt(3) == 0) {
            trade(order, random);
        } else {
            end(order, OrderState.CANCELED);
        }
    }

    private void answerReplace(final Order order, final SplittableRandom random, final boolean fault) {
        if (fault) {
            refuseRequest(order);
        } else if (random.nextInt(3) == 0) {
            trade(order, random);
        } else {
            replaced(order);
        }
    }

    private void trade(final Order order, final SplittableRandom random) {
        if (order.leaves() > 0) {
            final long lot = order.instrument.definition().lotSize();
            final long lots = order.leaves() / lot;
            fill(order, random.nextBoolean() ? order.leaves() : lot * (1 + random.nextLong(lots)));
        }
    }

    @Override
    public void onDecision(
            final int strategyId,
            final int instrumentId,
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long quantity,
            final long price,
            final long referencePrice) {
        if (keepsText) {
            decided.add(decision + (reason == RejectReason.NONE ? "" : " " + reason) + " " + quantity);
        }
    }
}
