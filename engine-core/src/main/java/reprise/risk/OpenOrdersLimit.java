package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.RejectReason;

/** Only so many orders may be open at once; the operator may use the room kept above the limit. */
final class OpenOrdersLimit implements RiskCheck {
    private final int maxOpenOrders;
    private final Orders orders;

    OpenOrdersLimit(final int maxOpenOrders, final Orders orders) {
        this.maxOpenOrders = maxOpenOrders;
        this.orders = orders;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        if (request.replacedQuantity() > 0) {
            return RejectReason.NONE;
        }
        final int limit = request.isByOperator() ? orders.maxOpenOrders() : maxOpenOrders;
        final int count = orders.openCount() + 1;
        return count > limit ? verdict.refuse(RejectReason.MAX_OPEN_ORDERS, count, limit) : RejectReason.NONE;
    }

    @Override
    public boolean bindsOperator() {
        return true;
    }
}
