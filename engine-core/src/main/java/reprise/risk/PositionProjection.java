package reprise.risk;

import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.Side;
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
        return after(
                portfolio.net(instrumentId).quantity(), orders.openQuantity(instrumentId, request.side()), request);
    }

    /** The same of a strategy's book and its own orders. */
    long after(final int strategyId, final OrderRequest request) {
        final int instrumentId = request.instrument().id();
        return after(
                portfolio.book(strategyId, instrumentId).quantity(),
                orders.openQuantity(strategyId, instrumentId, request.side()),
                request);
    }

    private static long after(final long held, final long open, final OrderRequest request) {
        final long traded = Math.addExact(open - request.replacedQuantity(), request.quantity());
        return Math.addExact(held, request.side().sign() * traded);
    }

    /** Net quantity if all open orders on a side were filled. */
    long withOpen(final int instrumentId, final Side side) {
        return Math.addExact(
                portfolio.net(instrumentId).quantity(), side.sign() * orders.openQuantity(instrumentId, side));
    }

    /** The same of a strategy's book and its own orders. */
    long withOpen(final int strategyId, final int instrumentId, final Side side) {
        return Math.addExact(
                portfolio.book(strategyId, instrumentId).quantity(),
                side.sign() * orders.openQuantity(strategyId, instrumentId, side));
    }

    /**
     * Whether the request, with all open orders of the strategy on its side, only takes the strategy's book towards zero. It is the book that
     * counts and not the net: a strategy must be able to leave its position whatever others hold.
     */
    boolean reduces(final int strategyId, final OrderRequest request) {
        final long before =
                portfolio.book(strategyId, request.instrument().id()).quantity();
        final long after = after(strategyId, request);
        return before > 0 ? after >= 0 && after < before : before < 0 && after <= 0 && after > before;
    }
}
