package reprise.core;

import reprise.market.Instruments;
import reprise.message.EngineOutput;
import reprise.order.Order;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.risk.RiskGate;
import reprise.risk.RiskVerdict;
import reprise.time.EngineClock;

/** Turns requests into orders and commands, past the risk gate. Single-threaded, owned by the core; allocates nothing. */
final class OrderDesk {
    /** Stands for every strategy or every instrument. */
    static final int ANY = -1;

    private final EngineClock clock;
    private final Instruments instruments;
    private final Orders orders;
    private final RiskGate gate;
    private final VenueLinks venues;
    private final EngineOutput commands;
    private final CoreObserver observer;
    private final OrderRequest replacement = new OrderRequest();
    private long ordinalSequence;
    private int nextOrdinal;

    OrderDesk(
            final EngineClock clock,
            final Instruments instruments,
            final CoreBooks books,
            final VenueLinks venues,
            final EngineOutput commands,
            final CoreObserver observer) {
        this.clock = clock;
        this.instruments = instruments;
        this.orders = books.orders();
        this.gate = books.gate();
        this.venues = venues;
        this.commands = commands;
        this.observer = observer;
    }

    /** Checks and submits; the request learns its order id. */
    RejectReason submit(final int strategyId, final OrderRequest request) {
        final RejectReason reason = check(strategyId, request);
        if (reason != RejectReason.NONE) {
            return refuse(strategyId, request, gate.verdict());
        }
        gate.passed();
        final long orderId = nextOrderId();
        final Order order = orders.open(orderId, strategyId, request, clock.timeNs());
        request.becameOrder(orderId);
        commands.submitOrder(orderId, request.instrument().id(), strategyId, request.terms());
        observer.onOrder(order, clock.timeNs());
        return RejectReason.NONE;
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

    private RejectReason check(final int strategyId, final OrderRequest request) {
        return venues.isConnected(request.instrument())
                ? gate.check(strategyId, request)
                : gate.verdict().refuse(RejectReason.VENUE_DISCONNECTED);
    }

    private long nextOrderId() {
        if (ordinalSequence != clock.sequence()) {
            ordinalSequence = clock.sequence();
            nextOrdinal = 0;
        }
        return OrderIds.of(ordinalSequence, nextOrdinal++);
    }

    /** Asks to cancel; asking twice asks the venue once. */
    RejectReason cancel(final Order order) {
        if (order == null) {
            return RejectReason.UNKNOWN_ORDER;
        }
        if (!order.isOpen()) {
            return RejectReason.TOO_LATE;
        }
        if (order.state() != OrderState.PENDING_CANCEL) {
            orders.requestCancel(order);
            commands.cancelOrder(order.orderId(), order.instrumentId());
        }
        return RejectReason.NONE;
    }

    /** Asks to replace an order that nothing else is pending on. */
    RejectReason replace(final Order order, final long quantity, final long limitPrice) {
        if (order == null) {
            return RejectReason.UNKNOWN_ORDER;
        }
        final boolean working = order.state() == OrderState.NEW || order.state() == OrderState.PARTIALLY_FILLED;
        if (!working || quantity <= order.filledQuantity() || order.type() != OrderType.LIMIT) {
            return RejectReason.TOO_LATE;
        }
        replacement
                .limit(
                        instruments.get(order.instrumentId()),
                        order.side(),
                        quantity - order.filledQuantity(),
                        limitPrice,
                        order.timeInForce())
                .replacing(order);
        final RejectReason reason = check(order.strategyId(), replacement);
        if (reason != RejectReason.NONE) {
            return refuse(order.strategyId(), replacement, gate.verdict());
        }
        gate.passed();
        orders.requestReplace(order, quantity, limitPrice, 0);
        commands.replaceOrder(order.orderId(), order.instrumentId(), order.revision(), quantity, limitPrice, 0);
        return RejectReason.NONE;
    }

    /**
     * Asks to cancel every open order of strategies that matches; {@link #ANY} matches all. What the operator ordered stays: it closes
     * positions, and closing must not begin anew because the operator presses the button twice.
     */
    void cancelAll(final int strategyId, final int instrumentId) {
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (!order.isByOperator()
                    && (strategyId == ANY || order.strategyId() == strategyId)
                    && (instrumentId == ANY || order.instrumentId() == instrumentId)) {
                cancel(order);
            }
        }
    }
}
