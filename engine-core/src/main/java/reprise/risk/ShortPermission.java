package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.portfolio.Borrow;
import reprise.portfolio.Portfolio;

/**
 * A sale that would leave the account short, with all open sales filled, needs an instrument that may be sold short, an account that is not a
 * cash account, and as much to borrow as is not borrowed yet, where a venue reports it. It is the net that counts: a strategy may be short
 * against the long position of another. Value and limit are in quantity units.
 */
final class ShortPermission implements RiskCheck {
    private final boolean cashAccount;
    private final PositionProjection projection;
    private final Portfolio portfolio;

    ShortPermission(final boolean cashAccount, final PositionProjection projection, final Portfolio portfolio) {
        this.cashAccount = cashAccount;
        this.projection = projection;
        this.portfolio = portfolio;
    }

    @Override
    public RejectReason check(final int strategyId, final OrderRequest request, final RiskVerdict verdict) {
        if (request.side() == Side.BUY) {
            return RejectReason.NONE;
        }
        final int instrumentId = request.instrument().id();
        final long shortAfter = Math.negateExact(Math.min(projection.after(request), 0));
        final long shortNow = Math.max(-portfolio.net(instrumentId).quantity(), 0);
        final long borrowed = shortAfter - shortNow;
        if (borrowed <= 0) {
            return RejectReason.NONE;
        }
        final long available = portfolio.borrow().available(instrumentId);
        final boolean allowed = request.instrument().definition().shortable() && !cashAccount;
        final long limit = allowed ? available : 0;
        return limit != Borrow.NOT_REPORTED && borrowed > limit
                ? verdict.refuse(RejectReason.SHORT_NOT_ALLOWED, borrowed, limit)
                : RejectReason.NONE;
    }
}
