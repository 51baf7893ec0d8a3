package reprise.core;

import reprise.market.Instruments;
import reprise.message.EngineCommands;
import reprise.message.OrderEvents;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.risk.StateCause;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * What venues say about our orders: brings orders and portfolio up to date, then tells the order's strategy. Reports that are late,
 * repeated or in the wrong order change nothing twice; reports that must not be, a fill of an order that is not ours, beyond an order's
 * quantity or without a price, halt trading. (They do not stop the engine: they are on record, and would stop it again at every replay.)
 * Owned by the core; allocates nothing; part of replayed state.
 */
final class OrderReports implements OrderEvents, Snapshotable {
    private final Instruments instruments;
    private final Orders orders;
    private final ExecutionDesk executions;
    private final EngineCore core;
    private final OrderNews news;
    private final OutcomeWatch watch;
    private final OrderDesk desk;
    private final EngineCommands commands;
    private long strayReports;

    OrderReports(
            final Instruments instruments,
            final Orders orders,
            final ExecutionDesk executions,
            final EngineCore core,
            final OrderNews news,
            final OutcomeWatch watch,
            final OrderDesk desk,
            final EngineCommands commands) {
        this.instruments = instruments;
        this.orders = orders;
        this.executions = executions;
        this.core = core;
        this.news = news;
        this.watch = watch;
        this.desk = desk;
        this.commands = commands;
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        final Order order = find(orderId);
        if (order == null) {
            return;
        }
        if (isDisowned(order)) {
            withdraw(order);
            doNotTrust(order);
        } else if (orders.accept(order)) {
            news.tellAll(order);
        }
    }

    /** The venue was sure that this order would not arrive. */
    private static boolean isDisowned(final Order order) {
        return order.state() == OrderState.REJECTED && order.rejectReason() == RejectReason.UNKNOWN_ORDER;
    }

    /** The venue works an order all the same that it disowned. */
    private void withdraw(final Order order) {
        commands.cancelOrder(order.orderId(), order.instrumentId());
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        final Order order = find(orderId);
        if (order == null) {
            return;
        }
        if (reason == RejectReason.DUPLICATE_ORDER) {
            // The order was there already: it is the copy that is refused, and of the order itself nothing is said.
            if (!order.wasSeenAtVenue() && watch.doubt(order)) {
                news.tellAll(order);
            }
            return;
        }
        if (order.filledQuantity() > 0) {
            // What has traded stays; but an order that traded was not rejected, so what else is wrong?
            reconcile(order);
        }
        if (orders.reject(order, reason)) {
            news.tellAll(order);
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
        executions.onFill(orderId, executionId, price, quantity, fee, feeAsset, false);
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
        executions.onFill(orderId, executionId, price, quantity, fee, feeAsset, true);
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
            news.tellAll(order);
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
        if (quantity <= 0 || limitPrice < 0 || order.type().hasLimit() && limitPrice == 0) {
            core.halt(StateCause.VENUE_REPORT);
            return;
        }
        // Of an order whose stop the engine watched, the venue knows no stop.
        final long ourStopPrice = order.isEmulated() ? order.terms().stopPrice() : stopPrice;
        if (orders.replaced(order, quantity, limitPrice, ourStopPrice)) {
            if (order.isOverfilled()) {
                core.halt(StateCause.VENUE_REPORT);
            }
            news.tellAll(order);
        } else if (order.state() == OrderState.FILLED && quantity > order.filledQuantity()) {
            // The venue works on an order that we believed done.
            reconcile(order);
        }
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        requestRefused(orderId, OrderState.PENDING_CANCEL, reason);
    }

    /** The venue has nothing left to cancel: if we believe that it works the order, its end did not reach us. */
    private static boolean isGone(final RejectReason reason) {
        return reason == RejectReason.TOO_LATE || reason == RejectReason.UNKNOWN_ORDER;
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final Order order = orders.find(orderId);
        if (order != null) {
            core.groups().replaceRejected(order);
        }
        requestRefused(orderId, OrderState.PENDING_REPLACE, reason);
    }

    private void requestRefused(final long orderId, final OrderState pending, final RejectReason reason) {
        final Order order = find(orderId);
        if (order == null) {
            return;
        }
        boolean isNews = orders.requestRefused(order, pending, reason);
        if (order.isOverfilled()) {
            core.halt(StateCause.VENUE_REPORT);
        }
        if (pending == OrderState.PENDING_CANCEL && isGone(reason)) {
            isNews |= watch.doubt(order);
        }
        if (isNews) {
            news.tellAll(order);
        }
    }

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {
        final Order order = find(orderId);
        if (order != null && orders.triggered(order)) {
            news.tellAll(order);
        }
    }

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {
        final Order order = find(orderId);
        if (order != null && watch.doubt(order)) {
            news.tellAll(order);
        }
    }

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long reportedQuantity,
            final long limitPrice,
            final long filledQuantity) {
        final Order order = find(orderId);
        if (order == null) {
            core.reconciliation().onStrangeOrder(orderId, reportedQuantity);
            return;
        }
        // Of an amount the venue knows no quantity before it is spent.
        final boolean isAmount = order.terms().cashOrderQty() != 0;
        final long quantity = isAmount && reportedQuantity == 0 ? order.quantity() : reportedQuantity;
        final boolean isKnown = filledQuantity > 0 && filledQuantity == order.filledQuantity();
        if (isAmount && status == ReportedStatus.FILLED && isKnown) {
            restate(order, filledQuantity);
        }
        final boolean isSound = quantity > 0 && limitPrice >= 0 && filledQuantity == order.filledQuantity();
        final boolean isAlive = status == ReportedStatus.WORKING && !order.isOpen();
        if (!isSound || isAlive) {
            if (isAlive && isDisowned(order)) {
                withdraw(order);
            }
            // It stays what it is to us, and unknown if it was: the venue is asked again, and a fill may yet explain
            // it.
            doNotTrust(order);
        } else {
            core.reconciliation().onOrderReported(order, quantity, limitPrice);
            if (apply(order, status, quantity, limitPrice)) {
                news.tellAll(order);
            }
            repeatUnsent(order);
        }
    }

    /** What another process had asked for and what the venue shows not to have been asked. */
    private void repeatUnsent(final Order order) {
        if (order.isOpen() && order.unsentSinceNs() > 0) {
            orders.repeated(order, core.reconciliation().isFresh(order));
            if (!core.groups().repeat(order)) {
                desk.repeat(order);
            }
        }
    }

    private boolean apply(final Order order, final ReportedStatus status, final long quantity, final long limitPrice) {
        return switch (status) {
            case WORKING -> orders.reportedWorking(order, quantity, limitPrice);
            case FILLED -> orders.end(order, OrderState.FILLED);
            case CANCELED -> orders.end(order, OrderState.CANCELED);
            case EXPIRED -> orders.end(order, OrderState.EXPIRED);
            case REJECTED -> orders.reject(order, RejectReason.VENUE_OTHER);
        };
    }

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {
        final Order order = find(orderId);
        if (order == null || !order.isOpen()) {
            return;
        }
        if (order.state() == OrderState.PENDING_NEW) {
            // It answers a question of before the order was sent, perhaps for the second time: only one asked now
            // tells.
            if (watch.doubt(order)) {
                news.tellAll(order);
            }
            return;
        }
        if (core.reconciliation().isFresh(order) && !order.wasSeenAtVenue() && desk.isStillWanted(order)) {
            repeatUnsent(order);
            return;
        }
        if (order.wasSeenAtVenue()) {
            // It was there, so it has ended; how, only the account can tell.
            reconcile(order);
            orders.end(order, OrderState.CANCELED);
        } else {
            orders.reject(order, RejectReason.UNKNOWN_ORDER);
        }
        news.tellAll(order);
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
        executions.onBust(orderId, executionId, price, quantity, fee, feeAsset);
    }

    @Override
    public void onOrderRestated(final long orderId, final long venueTimeNs, final long quantity) {
        final Order order = find(orderId);
        if (order == null) {
            return;
        }
        if (quantity <= 0 || order.terms().cashOrderQty() == 0) {
            core.halt(StateCause.VENUE_REPORT);
        } else {
            restate(order, quantity);
        }
    }

    private void restate(final Order order, final long quantity) {
        if (orders.restated(order, quantity)) {
            news.tellAll(order);
        }
    }

    private void doNotTrust(final Order order) {
        core.halt(StateCause.VENUE_REPORT);
        reconcile(order);
    }

    private void reconcile(final Order order) {
        core.reconciliation()
                .request(instruments.get(order.instrumentId()).definition().venueId());
    }

    private Order find(final long orderId) {
        final Order order = orders.find(orderId);
        strayReports += order == null ? 1 : 0;
        return order;
    }

    @Override
    public void exchange(final StateExchange state) {
        state.section("orderReports", 0);
        strayReports = state.field("strayReports", strayReports);
        executions.exchange(state);
    }
}
