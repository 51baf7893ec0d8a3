package reprise.risk;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** One order may ask for only so many whole units. Value and limit are in the instrument's quantity units. */
final class OrderQuantityLimit implements SizeLimit {
    private final long maxQuantityE8;

    OrderQuantityLimit(final long maxQuantityE8) {
        this.maxQuantityE8 = maxQuantityE8;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final long limit = limitOf(request.instrument());
        return request.quantity() > limit
                ? verdict.refuse(RejectReason.MAX_ORDER_QUANTITY, request.quantity(), limit)
                : RejectReason.NONE;
    }

    private long limitOf(final Instrument instrument) {
        final int decimals = instrument.definition().quantityDecimals();
        final boolean beyondAll = decimals > Money.DECIMALS
                && maxQuantityE8 > Long.MAX_VALUE / Decimals.powerOfTen(decimals - Money.DECIMALS);
        return beyondAll ? Long.MAX_VALUE : Decimals.rescale(maxQuantityE8, Money.DECIMALS, decimals, Rounding.FLOOR);
    }
}
