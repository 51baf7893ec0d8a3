package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** Nothing passes a halt but the operator's own orders; only reductions pass while reducing. */
final class TradingStateCheck implements RiskCheck {
    private final RiskGate gate;
    private final PositionProjection projection;

    TradingStateCheck(final RiskGate gate, final PositionProjection projection) {
        this.gate = gate;
        this.projection = projection;
    }

    @Override
    public RejectReason check(final OrderRequest request) {
        if (request.isByOperator() || gate.tradingState() == TradingState.ACTIVE) {
            return RejectReason.NONE;
        }
        if (gate.tradingState() == TradingState.HALTED) {
            return RejectReason.TRADING_HALTED;
        }
        return projection.reduces(request) ? RejectReason.NONE : RejectReason.REDUCE_ONLY;
    }
}
