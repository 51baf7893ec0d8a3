package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** Nothing passes a halt but the operator's own orders; only reductions pass while reducing. Value and limit are no numbers here. */
final class TradingStateCheck implements RiskCheck {
    private final TradingStates states;
    private final PositionProjection projection;

    TradingStateCheck(final TradingStates states, final PositionProjection projection) {
        this.states = states;
        this.projection = projection;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        return switch (states.effective(strategyId, request.instrument().id())) {
            case ACTIVE -> RejectReason.NONE;
            case HALTED -> verdict.refuse(RejectReason.TRADING_HALTED);
            case REDUCING ->
                projection.reduces(strategyId, request) ? RejectReason.NONE : verdict.refuse(RejectReason.REDUCE_ONLY);
        };
    }
}
