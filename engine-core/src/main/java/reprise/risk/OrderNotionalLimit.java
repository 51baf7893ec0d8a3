package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** One order may be worth only so much. */
final class OrderNotionalLimit implements RiskCheck {
    private final long maxNotional;

    OrderNotionalLimit(final long maxNotional) {
        this.maxNotional = maxNotional;
    }

    @Override
    public RejectReason check(final OrderRequest request) {
        final long notional = request.instrument().notional(request.valuationPrice(), request.quantity());
        return !request.isByOperator() && notional > maxNotional ? RejectReason.MAX_ORDER_NOTIONAL : RejectReason.NONE;
    }
}
