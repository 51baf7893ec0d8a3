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
    public RejectReason check(final OrderRequest request) {
        if (request.replacedQuantity() > 0) {
            return RejectReason.NONE;
        }
        final int limit = request.isByOperator() ? orders.maxOpenOrders() : maxOpenOrders;
        return orders.openCount() >= limit ? RejectReason.MAX_OPEN_ORDERS : RejectReason.NONE;
    }
}
