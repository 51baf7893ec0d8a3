package reprise.core;

import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.RejectReason;
import reprise.portfolio.Portfolio;

/**
 * What a strategy must not open while something is unclear in the instrument: the outcome of an order is not known, a position of a bracket
 * has no stop, or the venue's view of the account was not compared with ours since the connection was lost. What only reduces the strategy's own position passes, in the worst case of all its open orders; what the
 * operator orders passes. Pure.
 */
final class OpeningCheck {
    private final Orders orders;
    private final Portfolio portfolio;
    private final GroupBook groups;
    private Reconciliation reconciliation;

    OpeningCheck(final Orders orders, final Portfolio portfolio, final GroupBook groups) {
        this.orders = orders;
        this.portfolio = portfolio;
        this.groups = groups;
    }

    /** Named apart because it needs the desk that needs this. */
    void reconciliation(final Reconciliation newReconciliation) {
        reconciliation = newReconciliation;
    }

    RejectReason check(final int strategyId, final OrderRequest request) {
        final boolean isAwaited = reconciliation.isAwaited(request.instrument());
        if (request.isByOperator() || orders.counts().unknown() == 0 && groups.unprotectedCount() == 0 && !isAwaited) {
            return RejectReason.NONE;
        }
        final int instrumentId = request.instrument().id();
        final long held = portfolio.book(strategyId, instrumentId).quantity();
        final RejectReason reason = isAwaited ? RejectReason.RECONCILING : reason(strategyId, instrumentId, held);
        return reason == RejectReason.NONE || reduces(strategyId, request, held) ? RejectReason.NONE : reason;
    }

    private RejectReason reason(final int strategyId, final int instrumentId, final long held) {
        for (int i = 0; orders.counts().unknown() > 0 && i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.state() == OrderState.UNKNOWN && isOf(order, strategyId, instrumentId)) {
                return RejectReason.OUTCOME_UNKNOWN;
            }
        }
        return groups.isUnprotected(strategyId, instrumentId, held) ? RejectReason.REDUCE_ONLY : RejectReason.NONE;
    }

    private boolean reduces(final int strategyId, final OrderRequest request, final long held) {
        long open = request.quantity() - request.replacedQuantity();
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.side() == request.side()
                    && !order.isContingent()
                    && isOf(order, strategyId, request.instrument().id())) {
                open += order.exposedQuantity();
            }
        }
        final long after = held + request.side().sign() * open;
        return held > 0 ? after >= 0 && after < held : held < 0 && after <= 0 && after > held;
    }

    private static boolean isOf(final Order order, final int strategyId, final int instrumentId) {
        return order.strategyId() == strategyId && order.instrumentId() == instrumentId;
    }
}
