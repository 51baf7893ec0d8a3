package reprise.core;

import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.message.EngineCommands;
import reprise.message.OrderEvents;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RecentExecutions;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.portfolio.OrderFills;
import reprise.risk.StateCause;
import reprise.state.Snapshotable;
import reprise.state.StateSink;
import reprise.time.EngineClock;

/**
 * What venues say about our orders: brings orders and portfolio up to date, then tells the order's strategy. Reports that are late,
 * repeated or in the wrong order change nothing twice; reports that must not be, a fill of an order that is not ours, beyond an order's
 * quantity or without a price, halt trading. (They do not stop the engine: they are on record, and would stop it again at every replay.)
 * Owned by the core; allocates nothing; part of replayed state.
 */
final class OrderReports implements OrderEvents, Snapshotable {
    private final EngineClock clock;
    private final Instruments instruments;
    private final CoreBooks books;
    private final Orders orders;
    private final OrderFills fills;
    private final RecentExecutions executions;
    private final EngineCore core;
    private final EngineCommands commands;
    private long strayReports;

    OrderReports(
            final EngineClock clock,
            final Instruments instruments,
            final CoreBooks books,
            final CoreConfig config,
            final EngineCore core,
            final EngineCommands commands) {
        this.clock = clock;
        this.instruments = instruments;
        this.books = books;
        this.orders = books.orders();
        this.fills = new OrderFills(books.portfolio());
        this.executions = new RecentExecutions(config.executionsRemembered());
        this.core = core;
        this.commands = commands;
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        final Order order = find(orderId);
        if (order != null && orders.accept(order)) {
            changed(order);
        }
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        final Order order = find(orderId);
        if (order != null && orders.reject(order, reason)) {
            changed(order);
        }
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        onFill(orderId, executionId, price, quantity, fee, feeAsset, false);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        onFill(orderId, executionId, price, quantity, fee, feeAsset, true);
    }

    private void onFill(
            final long orderId,
            final long executionId,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final boolean complete) {
        if (!executions.add(orderId, executionId)) {
            strayReports++;
            return;
        }
        final Order order = find(orderId);
        if (order == null || price <= 0 || quantity <= 0) {
            core.halt(StateCause.VENUE_REPORT);
            return;
        }
        final Instrument instrument = instruments.get(order.instrumentId());
        final long notional = instrument.notional(price, quantity);
        final long feeMoney = OrderFills.inMoney(instrument, price, fee, feeAsset);
        orders.fill(order, quantity, notional, feeMoney);
        fills.fill(order, price, quantity, fee, feeAsset);
        if (order.isOverfilled()) {
            core.halt(StateCause.VENUE_REPORT);
        }
        if (complete && order.isOpen()) {
            // The venue is done with the order and we have not seen all of its fills: ask, never guess.
            commands.requestReconciliation(instrument.definition().venueId());
        }
        tellStrategy(order);
        core.observer().onFill(order, price, quantity, feeMoney, clock.timeNs());
        core.observer().onOrder(order, clock.timeNs());
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        end(orderId, OrderState.CANCELED);
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        end(orderId, OrderState.EXPIRED);
    }

    private void end(final long orderId, final OrderState endState) {
        final Order order = find(orderId);
        if (order != null && orders.end(order, endState)) {
            changed(order);
        }
    }

    @Override
    public void onOrderReplaced(
            final long orderId,
            final long venueTimeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final Order order = find(orderId);
        if (order == null) {
            return;
        }
        if (quantity <= 0 || limitPrice <= 0) {
            core.halt(StateCause.VENUE_REPORT);
        } else if (orders.replaced(order, quantity, limitPrice, stopPrice)) {
            changed(order);
        } else if (order.state() == OrderState.FILLED && quantity > order.filledQuantity()) {
            // The venue works on an order that we believed done.
            commands.requestReconciliation(
                    instruments.get(order.instrumentId()).definition().venueId());
        }
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        requestRefused(orderId, OrderState.PENDING_CANCEL, reason);
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        requestRefused(orderId, OrderState.PENDING_REPLACE, reason);
    }

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {
        find(orderId);
    }

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {
        find(orderId);
    }

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {
        find(orderId);
    }

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {
        find(orderId);
    }

    @Override
    public void onExecutionBusted(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset) {
        core.halt(StateCause.VENUE_REPORT);
    }

    private void requestRefused(final long orderId, final OrderState pending, final RejectReason reason) {
        final Order order = find(orderId);
        if (order != null && orders.requestRefused(order, pending, reason)) {
            changed(order);
        }
    }

    private Order find(final long orderId) {
        final Order order = orders.find(orderId);
        strayReports += order == null ? 1 : 0;
        return order;
    }

    private void changed(final Order order) {
        tellStrategy(order);
        core.observer().onOrder(order, clock.timeNs());
    }

    private void tellStrategy(final Order order) {
        final StrategyHost host = core.host(order.strategyId());
        if (host != null) {
            host.onOrder(order);
        }
        core.liquidation().onOrder(order);
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("orderReports", 0);
        sink.field("strayReports", strayReports);
        executions.snapshotTo(sink);
    }
}
