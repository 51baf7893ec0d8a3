package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** The position in one instrument may be worth only so much, with all open orders filled; reductions always pass. */
final class PositionNotionalLimit implements RiskCheck {
    private final long maxNotional;
    private final PositionProjection projection;

    PositionNotionalLimit(final long maxNotional, final PositionProjection projection) {
        this.maxNotional = maxNotional;
        this.projection = projection;
    }

    @Override
    public RejectReason check(final OrderRequest request) {
        if (request.isByOperator() || projection.reduces(request)) {
            return RejectReason.NONE;
        }
        final long notional =
                request.instrument().notional(request.valuationPrice(), Math.abs(projection.after(request)));
        return notional > maxNotional ? RejectReason.MAX_POSITION_NOTIONAL : RejectReason.NONE;
    }
}
