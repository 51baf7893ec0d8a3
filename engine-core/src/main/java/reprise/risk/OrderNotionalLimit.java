package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;

/** One order may be worth only so much, and must be worth so much. */
final class OrderNotionalLimit implements SizeLimit {
    private final long minNotional;
    private final long maxNotional;
    private final Portfolio portfolio;

    OrderNotionalLimit(final long minNotional, final long maxNotional, final Portfolio portfolio) {
        this.minNotional = minNotional;
        this.maxNotional = maxNotional;
        this.portfolio = portfolio;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final long notional =
                MoneyOf.quantity(portfolio, request.instrument(), request.valuationPrice(), request.quantity());
        if (notional > maxNotional) {
            return verdict.refuse(RejectReason.MAX_ORDER_NOTIONAL, notional, maxNotional);
        }
        return notional < minNotional
                ? verdict.refuse(RejectReason.BELOW_MIN_NOTIONAL, notional, minNotional)
                : RejectReason.NONE;
    }
}
