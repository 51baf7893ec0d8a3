package reprise.risk;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.OrderType;
import reprise.order.RejectReason;

/** The instrument's own rules, which bind the operator too: lot, tick, a price to value by, minimum value, maximum quantity. */
final class InstrumentRulesCheck implements RiskCheck {
    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final Instrument instrument = request.instrument();
        if (!instrument.isOnLot(request.quantity())) {
            return verdict.refuse(
                    RejectReason.QUANTITY_NOT_ON_LOT,
                    request.quantity(),
                    instrument.definition().lotSize());
        }
        if (hasLimit(request.type()) && !instrument.isOnTick(request.limitPrice())) {
            return verdict.refuse(
                    RejectReason.PRICE_NOT_ON_TICK,
                    request.limitPrice(),
                    instrument.definition().tickSize());
        }
        final long price = request.valuationPrice();
        if (price <= 0) {
            return verdict.refuse(RejectReason.NO_MARKET_PRICE);
        }
        final long notional = instrument.notional(price, request.quantity());
        if (notional < instrument.definition().minNotional()) {
            return verdict.refuse(
                    RejectReason.BELOW_MIN_NOTIONAL,
                    notional,
                    instrument.definition().minNotional());
        }
        final long maxQuantity = instrument.definition().maxQuantity();
        return maxQuantity > 0 && request.quantity() > maxQuantity
                ? verdict.refuse(RejectReason.MAX_ORDER_QUANTITY, request.quantity(), maxQuantity)
                : RejectReason.NONE;
    }

    private static boolean hasLimit(final OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.LIMIT_MAKER || type == OrderType.STOP_LIMIT;
    }

    @Override
    public boolean bindsOperator() {
        return true;
    }
}
