package reprise.risk;

import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.time.EngineClock;

/**
 * A strategy asks once: an order of the same strategy, instrument, side, type, quantity and prices that the venue has not answered yet, and
 * that is not older than the window, is the same intent. Looks at the orders within the window only, from the newest. The value is the age of
 * the other order in nanoseconds, the limit the window.
 */
final class DuplicateIntentCheck implements RiskCheck {
    private final long windowNs;
    private final Orders orders;
    private final EngineClock clock;

    DuplicateIntentCheck(final long windowNs, final Orders orders, final EngineClock clock) {
        this.windowNs = windowNs;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        if (request.replacedQuantity() > 0) {
            return RejectReason.NONE;
        }
        for (int i = orders.openCount() - 1; i >= 0; i--) {
            final Order order = orders.openAt(i);
            final long ageNs = clock.timeNs() - order.createdTimeNs();
            if (ageNs >= windowNs) {
                return RejectReason.NONE;
            }
            if (order.state() == OrderState.PENDING_NEW && isSame(order, strategyId, request)) {
                return verdict.refuse(RejectReason.DUPLICATE_INTENT, ageNs, windowNs);
            }
        }
        return RejectReason.NONE;
    }

    private static boolean isSame(final Order order, final int strategyId, final OrderRequest request) {
        return order.strategyId() == strategyId
                && order.instrumentId() == request.instrument().id()
                && order.side() == request.side()
                && order.type() == request.type()
                && isSameSize(order, request)
                && order.limitPrice() == request.limitPrice()
                && order.terms().stopPrice() == request.terms().stopPrice()
                && order.terms().trailDistance() == request.terms().trailDistance();
    }

    /** The same amount is the same wish, whatever quantity it comes to. */
    private static boolean isSameSize(final Order order, final OrderRequest request) {
        final long amount = request.terms().cashOrderQty();
        return order.terms().cashOrderQty() == amount && (amount != 0 || order.quantity() == request.quantity());
    }
}
