package reprise.core;

import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.Orders;
import reprise.order.Side;

/**
 * What a split does to the open orders of its instrument, whose prices and quantities are of the old units. What the engine holds is brought
 * to the new ones; what the venue works is asked to be cancelled, whatever the venue may do by itself, because venues differ in that. The
 * protective orders of brackets and exits are then placed anew by their owners; a strategy hears that its own was cancelled. Holds no state.
 */
final class SplitOrders {
    private final Orders orders;
    private final OrderDesk desk;

    SplitOrders(final Orders orders, final OrderDesk desk) {
        this.orders = orders;
        this.desk = desk;
    }

    void onSplit(final Instrument instrument, final SplitRatio ratio) {
        int index = 0;
        while (index < orders.openCount()) {
            final Order order = orders.openAt(index);
            if (order.instrumentId() == instrument.id()) {
                adjust(order, instrument, ratio);
            }
            // One that was held has ended and left its place to the next.
            index += order.isOpen() ? 1 : 0;
        }
    }

    private void adjust(final Order order, final Instrument instrument, final SplitRatio ratio) {
        final long exact = ratio.quantity(order.quantity());
        final long quantity = exact - exact % instrument.definition().lotSize();
        if (order.state() != OrderState.HELD || quantity == 0) {
            desk.cancel(order);
            return;
        }
        final boolean sells = order.side() == Side.SELL;
        final long tick = instrument.definition().tickSize();
        orders.changeHeld(
                order,
                quantity,
                ratio.waitingPrice(order.limitPrice(), sells, tick),
                ratio.waitingPrice(order.terms().stopPrice(), sells, tick),
                ratio.waitingPrice(order.terms().trailDistance(), true, tick));
    }
}
