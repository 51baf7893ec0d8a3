package reprise.risk;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.OrderType;
import reprise.order.RejectReason;

/** The instrument's own rules: lot, tick, a price to value by, minimum value. */
final class InstrumentRulesCheck implements RiskCheck {
    @Override
    public RejectReason check(final OrderRequest request) {
        final Instrument instrument = request.instrument();
        if (!instrument.isOnLot(request.quantity())) {
            return RejectReason.QUANTITY_NOT_ON_LOT;
        }
        if (request.type() == OrderType.LIMIT && !instrument.isOnTick(request.limitPrice())) {
            return RejectReason.PRICE_NOT_ON_TICK;
        }
        final long price = request.valuationPrice();
        if (price <= 0) {
            return RejectReason.NO_MARKET_PRICE;
        }
        return instrument.notional(price, request.quantity())
                        < instrument.definition().minNotional()
                ? RejectReason.BELOW_MIN_NOTIONAL
                : RejectReason.NONE;
    }
}
