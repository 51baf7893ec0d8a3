package reprise.core;

import reprise.market.Instruments;
import reprise.order.Order;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.portfolio.Portfolio;

/** What of a book can be closed without turning it over: what it holds and no open order is closing already. Holds no state. */
final class Closable {
    private final Instruments instruments;
    private final Orders orders;
    private final Portfolio portfolio;

    Closable(final Instruments instruments, final CoreBooks books) {
        this.instruments = instruments;
        this.orders = books.orders();
        this.portfolio = books.portfolio();
    }

    /** Which way the book is closed. */
    Side side(final int strategyId, final int instrumentId) {
        return portfolio.book(strategyId, instrumentId).quantity() > 0 ? Side.SELL : Side.BUY;
    }

    /** At most what is asked for, on lot; 0 or less where there is nothing. */
    long quantity(final int strategyId, final int instrumentId, final long asked) {
        final Side side = side(strategyId, instrumentId);
        long quantity = Math.abs(portfolio.book(strategyId, instrumentId).quantity());
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.strategyId() == strategyId && order.instrumentId() == instrumentId && order.side() == side) {
                quantity -= order.exposedQuantity();
            }
        }
        final long lot = instruments.get(instrumentId).definition().lotSize();
        return Math.min(asked, quantity - Math.floorMod(quantity, lot));
    }
}
