package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.portfolio.Portfolio;

/** What a position would be if an order and all open orders on its side were filled: the worst case that a limit must bear. */
final class PositionProjection {
    private final Portfolio portfolio;
    private final Orders orders;

    PositionProjection(final Portfolio portfolio, final Orders orders) {
        this.portfolio = portfolio;
        this.orders = orders;
    }

    /** Net quantity after the request and all open orders of its side; throws if that is more than a quantity can say. */
    long after(final OrderRequest request) {
        final int instrumentId = request.instrument().id();
        final long others = orders.openQuantity(instrumentId, request.side()) - request.replacedQuantity();
        final long traded = Math.addExact(others, request.quantity());
        return Math.addExact(
                portfolio.net(instrumentId).quantity(), request.side().sign() * traded);
    }

    /** Whether the request, with all open orders of its side, only takes the position towards zero. */
    boolean reduces(final OrderRequest request) {
        final long before = portfolio.net(request.instrument().id()).quantity();
        final long after = after(request);
        return before > 0 ? after >= 0 && after < before : before < 0 && after <= 0 && after > before;
    }
}
