package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;

/** Exposure after an order may be only so high, with all open orders filled that make it worse. */
final class ExposureLimit implements SizeLimit {
    /** What is measured. */
    enum Measure {
        /** Longs and shorts of the net positions. */
        GROSS(RejectReason.MAX_GROSS_EXPOSURE),
        /** Longs less shorts, or shorts less longs, whichever the order adds to. */
        NET(RejectReason.MAX_NET_EXPOSURE),
        /** Longs and shorts of the strategy's books. */
        STRATEGY_GROSS(RejectReason.MAX_STRATEGY_EXPOSURE),
        /** Longs less shorts of the strategy's books, or the other way round. */
        STRATEGY_NET(RejectReason.MAX_STRATEGY_EXPOSURE);

        private final RejectReason reason;

        Measure(final RejectReason reason) {
            this.reason = reason;
        }

        private long after(final WorstCase worstCase, final int strategyId, final OrderRequest request) {
            return switch (this) {
                case GROSS -> worstCase.grossAfter(request);
                case NET -> worstCase.netAfter(request);
                case STRATEGY_GROSS -> worstCase.grossAfter(strategyId, request);
                case STRATEGY_NET -> worstCase.netAfter(strategyId, request);
            };
        }
    }

    private final Measure measure;
    private final long limit;
    private final WorstCase worstCase;

    ExposureLimit(final Measure measure, final long limit, final WorstCase worstCase) {
        this.measure = measure;
        this.limit = limit;
        this.worstCase = worstCase;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        if (request.instrument().markPrice() <= 0) {
            return verdict.refuse(RejectReason.NO_MARKET_PRICE);
        }
        final long value = measure.after(worstCase, strategyId, request);
        return value > limit ? verdict.refuse(measure.reason, value, limit) : RejectReason.NONE;
    }
}
