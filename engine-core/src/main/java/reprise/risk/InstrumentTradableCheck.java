package reprise.risk;

import reprise.market.InstrumentStatus;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.TimeInForce;

/**
 * The instrument's market takes orders: not while it is halted; while it is closed only those for its opening or closing auction. The value is
 * the ordinal of its status.
 */
final class InstrumentTradableCheck implements RiskCheck {
    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        final InstrumentStatus status = request.instrument().status();
        final boolean tradable = switch (status) {
            case TRADING, AUCTION -> true;
            case CLOSED -> request.timeInForce() == TimeInForce.OPG || request.timeInForce() == TimeInForce.CLS;
            case HALTED -> false;
        };
        return tradable
                ? RejectReason.NONE
                : verdict.refuse(RejectReason.NOT_TRADABLE, status.ordinal(), InstrumentStatus.TRADING.ordinal());
    }
}
