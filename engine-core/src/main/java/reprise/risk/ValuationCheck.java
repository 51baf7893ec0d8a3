package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;

/** Limits on value are in the account's currency: what cannot be valued in it cannot be held to them, and may not be opened. */
final class ValuationCheck implements SizeLimit {
    private final Portfolio portfolio;

    ValuationCheck(final Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        return portfolio
                        .valuation()
                        .isValued(portfolio.currencyId(request.instrument().id()))
                ? RejectReason.NONE
                : verdict.refuse(RejectReason.NO_MARKET_PRICE);
    }
}
