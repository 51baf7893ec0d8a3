package reprise.risk;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.OrderType;
import reprise.order.RejectReason;
import reprise.order.Side;

/**
 * A limit price may be only so much worse than the market: above it for a buy, below it for a sell. A price on the better side waits or is
 * refused by the venue, and harms nobody. Measured from the middle of a sane quote and from the last trade (the last close where only bars are
 * known), each if there is one; a stop-limit
 * order from its own stop, because its market is where the stop is. The value is the limit price, the limit the worst price allowed.
 */
final class PriceCollar implements RiskCheck {
    private static final long ONE_IN_BPS = 10_000;

    private final int midBps;
    private final int lastBps;

    PriceCollar(final int midBps, final int lastBps) {
        this.midBps = midBps;
        this.lastBps = lastBps;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        if (request.limitPrice() == 0) {
            return RejectReason.NONE;
        }
        if (request.type() == OrderType.STOP_LIMIT) {
            final int bps = Math.max(midBps, lastBps);
            return check(request, request.terms().stopPrice(), bps, verdict);
        }
        final Instrument instrument = request.instrument();
        final long mid = instrument.quote().isSane()
                ? instrument.quote().bidPrice()
                        + (instrument.quote().askPrice() - instrument.quote().bidPrice()) / 2
                : 0;
        final RejectReason reason = check(request, mid, midBps, verdict);
        return reason != RejectReason.NONE ? reason : check(request, instrument.lastTradePrice(), lastBps, verdict);
    }

    private static RejectReason check(
            final OrderRequest request, final long reference, final int bps, final RiskVerdict verdict) {
        if (bps == RiskLimits.OFF || reference <= 0) {
            return RejectReason.NONE;
        }
        final long room = Math.multiplyExact(reference, (long) bps) / ONE_IN_BPS;
        final long worst = request.side() == Side.BUY ? Math.addExact(reference, room) : reference - room;
        final boolean beyond = request.side() == Side.BUY ? request.limitPrice() > worst : request.limitPrice() < worst;
        return beyond ? verdict.refuse(RejectReason.PRICE_COLLAR, request.limitPrice(), worst) : RejectReason.NONE;
    }
}
