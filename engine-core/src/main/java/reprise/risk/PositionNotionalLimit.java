package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;

/** The net position in one instrument may be worth only so much, with all open orders filled. */
final class PositionNotionalLimit implements SizeLimit {
    private final long maxNotional;
    private final PositionProjection projection;
    private final Portfolio portfolio;

    PositionNotionalLimit(final long maxNotional, final PositionProjection projection, final Portfolio portfolio) {
        this.maxNotional = maxNotional;
        this.projection = projection;
        this.portfolio = portfolio;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final long quantity = Math.absExact(projection.after(request));
        final long notional = MoneyOf.quantity(portfolio, request.instrument(), request.valuationPrice(), quantity);
        return notional > maxNotional
                ? verdict.refuse(RejectReason.MAX_POSITION_NOTIONAL, notional, maxNotional)
                : RejectReason.NONE;
    }
}
