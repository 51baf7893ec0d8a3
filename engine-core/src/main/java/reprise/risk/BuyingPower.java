package reprise.risk;

import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.portfolio.Portfolio;

/**
 * The account can pay for the order and for all that is open already.
 *
 * <p>A cash account (a multiplier of 1): what a purchase costs with fees must not be more than the cash of its quote currency, less what the
 * open orders to buy may still cost with fees; sales need nothing. Value and limit are in the quote currency.
 *
 * <p>A margin account (a multiplier above 1): gross exposure after the order, with all open orders filled that make it worse, and the order's
 * fees must not be more than equity times the multiplier. Value and limit are in the account's currency.
 */
final class BuyingPower implements SizeLimit {
    private final RiskLimits limits;
    private final WorstCase worstCase;
    private final Portfolio portfolio;

    BuyingPower(final RiskLimits limits, final WorstCase worstCase, final Portfolio portfolio) {
        this.limits = limits;
        this.worstCase = worstCase;
        this.portfolio = portfolio;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        return limits.isCashAccount() ? checkCash(request, verdict) : checkMargin(request, verdict);
    }

    private RejectReason checkCash(final OrderRequest request, final RiskVerdict verdict) {
        if (request.side() == Side.SELL) {
            return RejectReason.NONE;
        }
        final int currencyId = portfolio.currencyId(request.instrument().id());
        final long cost = withFees(request.instrument().notional(request.valuationPrice(), request.quantity()));
        final long reserved = withFees(Math.max(worstCase.reserved(currencyId) - request.replacedValue(), 0));
        final long available =
                Math.subtractExact(portfolio.valuation().ledger(currencyId).cash(), reserved);
        return cost > available ? verdict.refuse(RejectReason.INSUFFICIENT_FUNDS, cost, available) : RejectReason.NONE;
    }

    private RejectReason checkMargin(final OrderRequest request, final RiskVerdict verdict) {
        if (request.instrument().markPrice() <= 0) {
            return verdict.refuse(RejectReason.NO_MARKET_PRICE);
        }
        final long value =
                MoneyOf.quantity(portfolio, request.instrument(), request.valuationPrice(), request.quantity());
        final long needed = Math.addExact(worstCase.grossAfter(request), withFees(value) - value);
        final long power =
                Money.fraction(Math.max(portfolio.valuation().equity(), 0), limits.buyingPowerE8(), Rounding.FLOOR);
        return needed > power ? verdict.refuse(RejectReason.INSUFFICIENT_FUNDS, needed, power) : RejectReason.NONE;
    }

    private long withFees(final long value) {
        return Math.addExact(value, Money.fraction(value, limits.feeAllowanceE8(), Rounding.CEILING));
    }
}
