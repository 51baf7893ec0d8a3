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
        // An order of an amount is valued below the market, so that it is worth the amount; what is held is not.
        final boolean isOfAmount = request.terms().cashOrderQty() != 0;
        final long price = isOfAmount ? request.instrument().markPrice() : request.valuationPrice();
        final long notional = MoneyOf.quantity(portfolio, request.instrument(), price, quantity);
        return notional > maxNotional
                ? verdict.refuse(RejectReason.MAX_POSITION_NOTIONAL, notional, maxNotional)
                : RejectReason.NONE;
    }
}
