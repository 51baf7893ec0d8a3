package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** Nothing is opened on data that cannot be trusted; exits pass, because a position is worse than a bad price. */
final class DataTrustCheck implements SizeLimit {
    private final DataTrust trust;

    DataTrustCheck(final DataTrust trust) {
        this.trust = trust;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        return trust.blocksEntries(request.instrument().id())
                ? verdict.refuse(RejectReason.DATA_NOT_TRUSTED)
                : RejectReason.NONE;
    }
}
