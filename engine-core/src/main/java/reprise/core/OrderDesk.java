package reprise.core;

import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineOutput;
import reprise.order.GroupTerms;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;
import reprise.risk.RiskGate;
import reprise.risk.RiskVerdict;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;
import reprise.time.EngineClock;

/**
 * Turns requests into orders and commands, past the risk gate. What no venue can do for us is held here and changed or withdrawn at once.
 * Single-threaded, owned by the core; allocates nothing.
 */
final class OrderDesk implements Snapshotable {
    /** Stands for every strategy or every instrument. */
    static final int ANY = -1;

    private final EngineClock clock;
    private final Instruments instruments;
    private final Orders orders;
    private final RiskGate gate;
    private final OpeningCheck openings;
    private final GroupBook groups;
    private final VenueLinks venues;
    private final EngineOutput commands;
    private final CoreObserver observer;
    private final OutcomeWatch watch;
    private final OrderNews news;
    private final OrderRequest replacement = new OrderRequest();
    private final OrderTerms sent = new OrderTerms();
    private long lastOrderId;

    OrderDesk(
            final EngineClock clock,
            final Instruments instruments,
            final CoreBooks books,
            final VenueLinks venues,
            final OutcomeWatch watch,
            final OrderNews news,
            final EngineOutput commands,
            final CoreObserver observer) {
        this.clock = clock;
        this.instruments = instruments;
        this.orders = books.orders();
        this.gate = books.gate();
        this.openings = new OpeningCheck(books.orders(), books.portfolio(), books.groups());
        this.groups = books.groups();
        this.venues = venues;
        this.watch = watch;
        this.news = news;
        this.commands = commands;
        this.observer = observer;
    }

    /** Named apart because each needs the other. */
    void reconciliation(final Reconciliation reconciliation) {
        openings.reconciliation(reconciliation);
    }

    /** Checks and submits what a strategy asks for itself; the request learns its order id. */
    RejectReason submit(final int strategyId, final OrderRequest request) {
        return submit(strategyId, request, OrderPurpose.STRATEGY);
    }

    /** Checks and submits; the request learns its order id. */
    RejectReason submit(final int strategyId, final OrderRequest request, final OrderPurpose purpose) {
        final RejectReason reason = check(strategyId, request);
        if (reason != RejectReason.NONE) {
            return refuse(strategyId, request, gate.verdict());
        }
        gate.passed();
        final long orderId = nextOrderId();
        final Order order = orders.open(orderId, strategyId, request, clock.timeNs());
        orders.sentFor(order, purpose);
        request.becameOrder(orderId);
        if (order.state() != OrderState.HELD) {
            send(order, request.terms());
            watch.submitted(order);
        }
        observer.onOrder(order, clock.timeNs());
        return RejectReason.NONE;
    }

    /** Whether an order may go out with others that a venue keeps as one; those are exits, which only reduce, and need but room. */
    RejectReason checkGroup(final int strategyId, final OrderRequest request, final int count) {
        final RejectReason reason = check(strategyId, request);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        if (request.isHeldByEngine() || request.type() == OrderType.TRAILING_STOP) {
            return gate.verdict().refuse(RejectReason.ORDER_TYPE_NOT_SUPPORTED);
        }
        if (request.timeInForce() != TimeInForce.DAY && request.timeInForce() != TimeInForce.GTC) {
            return gate.verdict().refuse(RejectReason.TIME_IN_FORCE_NOT_SUPPORTED);
        }
        return gate.hasRoom(count) ? RejectReason.NONE : gate.verdict().refuse(RejectReason.MAX_OPEN_ORDERS);
    }

    /** A request that was checked becomes an order, which goes out with its group. */
    Order openMember(final int strategyId, final OrderRequest request, final OrderPurpose purpose) {
        final long orderId = nextOrderId();
        final Order order = orders.open(orderId, strategyId, request, clock.timeNs());
        orders.sentFor(order, purpose);
        request.becameOrder(orderId);
        return order;
    }

    /** Sends orders as one. */
    void sendGroup(final int instrumentId, final int strategyId, final GroupTerms group) {
        gate.passed();
        commands.submitGroup(instrumentId, strategyId, group);
        for (int i = 0; i < group.count(); i++) {
            final Order order = orders.find(group.firstOrderId() + i);
            watch.submitted(order);
            observer.onOrder(order, clock.timeNs());
        }
    }

    /** The venue did not take the group of an order that it never showed; its strategy hears of that later. */
    void endUnseen(final Order order, final RejectReason reason) {
        if (order != null && order.isOpen() && !order.wasSeenAtVenue() && orders.reject(order, reason)) {
            news.later(order);
        }
    }

    /** Refuses for a reason that has no numbers. */
    RejectReason refuse(final int strategyId, final OrderRequest request, final RejectReason reason) {
        return refuse(strategyId, request, reason, 0, 0);
    }

    private RejectReason refuse(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        return refuse(strategyId, request, verdict.reason(), verdict.value(), verdict.limit());
    }

    private RejectReason refuse(
            final int strategyId,
            final OrderRequest request,
            final RejectReason reason,
            final long value,
            final long limit) {
        request.becameOrder(OrderIds.NULL_ORDER_ID);
        commands.orderRefused(
                strategyId,
                request.instrument().id(),
                request.side(),
                request.quantity(),
                request.valuationPrice(),
                reason,
                value,
                limit);
        observer.onRefused(strategyId, request, reason, clock.timeNs());
        return reason;
    }

    /** Whether a request may become an order; marks what the engine has to hold. */
    RejectReason check(final int strategyId, final OrderRequest request) {
        if (!venues.isConnected(request.instrument())) {
            return gate.verdict().refuse(RejectReason.VENUE_DISCONNECTED);
        }
        RejectReason reason = OrderRules.check(request);
        if (reason != RejectReason.NONE) {
            return gate.verdict().refuse(reason);
        }
        reason = gate.check(strategyId, request);
        if (reason != RejectReason.NONE) {
            return reason;
        }
        reason = openings.check(strategyId, request);
        return reason == RejectReason.NONE ? reason : gate.verdict().refuse(reason);
    }

    /** Whether orders of strategies can pass at all now. */
    boolean isOpenForBusiness(final Instrument instrument) {
        return venues.isConnected(instrument) && gate.states().get(TradingScope.ENGINE, 0) != TradingState.HALTED;
    }

    private long nextOrderId() {
        return ++lastOrderId;
    }

    /** The id of the order decided last; 0 before the first. */
    long lastOrderId() {
        return lastOrderId;
    }

    /** Orders that this core does not know of may bear the next names. */
    void leaveOutNames() {
        lastOrderId += OrderIds.LEFT_OUT_AFTER_LOSS;
    }

    /** Whether an order that never left may leave now: nobody has withdrawn it, and what may be traded has not changed since. */
    boolean isStillWanted(final Order order) {
        return !order.isCancelAsked()
                && (order.isByOperator()
                        || gate.states().effective(order.strategyId(), order.instrumentId()) == TradingState.ACTIVE);
    }

    /** Asks once more for what another process had asked for, under the same names; the venue is known not to have been asked. */
    void repeat(final Order order) {
        if (order.isSubmitUnanswered()) {
            send(order);
            watch.submitted(order);
        }
        if (order.isReplaceUnanswered()) {
            order.pendingTo(sent);
            commands.replaceOrder(
                    order.orderId(),
                    order.instrumentId(),
                    order.revision(),
                    sent.quantity(),
                    sent.limitPrice(),
                    sent.stopPrice());
            watch.replaceAsked(order);
        }
        if (order.isCancelUnanswered()) {
            commands.cancelOrder(order.orderId(), order.instrumentId());
            watch.cancelAsked(order);
        }
    }

    private void send(final Order order) {
        if (order.isEmulated()) {
            sent.set(order.side(), order.type().triggered(), order.timeInForce(), order.leavesQuantity())
                    .limitPrice(order.limitPrice())
                    .entryOrderId(order.terms().entryOrderId());
        } else {
            sent.set(order.terms());
        }
        send(order, sent);
    }

    private void send(final Order order, final OrderTerms terms) {
        if (terms.cashOrderQty() != 0) {
            commands.submitCashOrder(order.orderId(), order.instrumentId(), order.strategyId(), terms);
        } else {
            commands.submitOrder(order.orderId(), order.instrumentId(), order.strategyId(), terms);
        }
    }

    /** The stop of a held order is reached: it goes out as what it becomes, under its own id, once its venue is there. */
    void trigger(final Order order) {
        orders.trigger(order);
        if (!venues.isConnected(instruments.get(order.instrumentId()))) {
            return;
        }
        orders.release(order);
        send(order);
        watch.submitted(order);
        news.later(order);
    }

    /** Asks to cancel; asking twice asks the venue once. What the engine holds is cancelled at once, and its strategy hears of it later. */
    RejectReason cancel(final Order order) {
        if (order == null) {
            return RejectReason.UNKNOWN_ORDER;
        }
        if (!order.isOpen()) {
            return RejectReason.TOO_LATE;
        }
        if (order.state() == OrderState.HELD) {
            orders.requestCancel(order);
            orders.end(order, OrderState.CANCELED);
            news.later(order);
        } else if (!order.isCancelUnanswered()) {
            orders.requestCancel(order);
            commands.cancelOrder(order.orderId(), order.instrumentId());
            watch.cancelAsked(order);
        }
        return RejectReason.NONE;
    }

    /** Asks to replace only the quantity; includes what has traded. */
    RejectReason resize(final Order order, final long quantity) {
        return replace(order, quantity, order.limitPrice(), order.terms().stopPrice());
    }

    /** Asks to replace an order that nothing else is pending on. */
    RejectReason replace(final Order order, final long quantity, final long limitPrice, final long stopPrice) {
        if (order == null) {
            return RejectReason.UNKNOWN_ORDER;
        }
        final long leaves = quantity - order.filledQuantity() - order.bustedQuantity();
        if (!isReplaceable(order) || leaves <= 0) {
            return RejectReason.TOO_LATE;
        }
        if (quantity != order.quantity() && groups.isNative(order)) {
            return RejectReason.ORDER_TYPE_NOT_SUPPORTED;
        }
        final OrderType type = typeNow(order);
        final long newLimitPrice = type.hasLimit() ? limitPrice : 0;
        // A stop that has done its work stays on record as it was.
        final boolean stopMoves = type.isStop() && type != OrderType.TRAILING_STOP;
        final long newStopPrice = stopMoves ? stopPrice : order.terms().stopPrice();
        ask(order, type, leaves, newLimitPrice, newStopPrice);
        final RejectReason reason = check(order.strategyId(), replacement);
        if (reason != RejectReason.NONE) {
            return refuse(order.strategyId(), replacement, gate.verdict());
        }
        gate.passed();
        if (order.state() == OrderState.HELD) {
            orders.changeHeld(
                    order, quantity, newLimitPrice, newStopPrice, order.terms().trailDistance());
            observer.onOrder(order, clock.timeNs());
            return RejectReason.NONE;
        }
        orders.requestReplace(order, quantity, newLimitPrice, newStopPrice);
        commands.replaceOrder(
                order.orderId(),
                order.instrumentId(),
                order.revision(),
                quantity,
                newLimitPrice,
                type.isStop() ? newStopPrice : 0);
        watch.replaceAsked(order);
        return RejectReason.NONE;
    }

    private static boolean isReplaceable(final Order order) {
        return switch (order.state()) {
            case NEW, PARTIALLY_FILLED -> typeNow(order) != OrderType.MARKET;
            case HELD -> !order.isTriggered();
            default -> false;
        };
    }

    /** What the order is now that its stop is reached or not. */
    private static OrderType typeNow(final Order order) {
        return order.isTriggered() ? order.type().triggered() : order.type();
    }

    private void ask(
            final Order order, final OrderType type, final long leaves, final long limitPrice, final long stopPrice) {
        replacement.of(instruments.get(order.instrumentId()), order.terms());
        replacement
                .terms()
                .set(order.side(), type, order.timeInForce(), leaves)
                .limitPrice(limitPrice)
                .stopPrice(type.isStop() ? stopPrice : 0)
                .trailDistance(order.terms().trailDistance());
        // What is contingent is not in the sums, and must not be in them afterwards.
        if (order.isContingent()) {
            replacement.replacing(leaves);
        } else {
            replacement.replacing(order);
        }
        if (order.isByOperator()) {
            replacement.byOperator();
        }
        if (order.state() == OrderState.HELD) {
            replacement.heldByEngine();
        }
    }

    /**
     * Asks to cancel every open order of strategies that matches; {@link #ANY} matches all. What the operator ordered stays: it closes
     * positions, and closing must not begin anew because the operator presses the button twice.
     */
    void cancelAll(final int strategyId, final int instrumentId) {
        int index = 0;
        while (index < orders.openCount()) {
            final Order order = orders.openAt(index);
            if (!order.isByOperator()
                    && (strategyId == ANY || order.strategyId() == strategyId)
                    && (instrumentId == ANY || order.instrumentId() == instrumentId)) {
                cancel(order);
            }
            // One that was held has ended and left its place to the next.
            index += order.isOpen() ? 1 : 0;
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("orderDesk", 0);
        lastOrderId = state.field("lastOrderId", lastOrderId);
    }
}
