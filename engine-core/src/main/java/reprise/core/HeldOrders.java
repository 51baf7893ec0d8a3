package reprise.core;

import reprise.market.Bar;
import reprise.market.Instrument;
import reprise.market.Instruments;
import reprise.order.Order;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.order.Orders;
import reprise.order.Side;

/**
 * Stands in for venues that have no stop orders: holds them until {@link TriggerPrices} reach their stops. Within one event, orders are
 * triggered in the order in which they were submitted; of a bar, the open comes first, because a gap happens before anything else, then the
 * extreme that is against the order (the low for a sell, the high for a buy). A trailing stop follows the other extreme only afterwards: in
 * which order a bar reached its high and its low is not known, so a stop never profits from a price that may have come later.
 *
 * <p>Once reached, a stop stays reached: if the venue is not connected then, the order goes out when it is. Owned by the core; allocates
 * nothing; its state is that of the orders.
 */
final class HeldOrders {
    private final Instruments instruments;
    private final Orders orders;
    private final OrderDesk desk;

    HeldOrders(final Instruments instruments, final Orders orders, final OrderDesk desk) {
        this.instruments = instruments;
        this.orders = orders;
        this.desk = desk;
    }

    void onTrade(final Instrument instrument) {
        if (orders.counts().held() > 0) {
            final long price = instrument.lastTradePrice();
            trigger(instrument, price, price);
            trail(instrument, price, price);
        }
    }

    void onQuote(final Instrument instrument) {
        if (orders.counts().held() > 0 && TriggerPrices.areQuotes(instrument)) {
            final long ask = instrument.quote().askPrice();
            final long bid = instrument.quote().bidPrice();
            trigger(instrument, ask, bid);
            trail(instrument, ask, bid);
        }
    }

    void onBar(final Instrument instrument) {
        if (orders.counts().held() > 0 && TriggerPrices.areBars(instrument)) {
            final Bar bar = instrument.bar();
            trigger(instrument, bar.open(), bar.open());
            trigger(instrument, bar.high(), bar.low());
            trail(instrument, bar.low(), bar.high());
        }
    }

    /** Triggers buys by one price and sells by another. */
    private void trigger(final Instrument instrument, final long buyPrice, final long sellPrice) {
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (isHeld(order, instrument)) {
                final long price = order.side() == Side.BUY ? buyPrice : sellPrice;
                if (TriggerPrices.isReached(order.side(), order.terms().stopPrice(), price)) {
                    desk.trigger(order);
                }
            }
        }
    }

    private void trail(final Instrument instrument, final long buyPrice, final long sellPrice) {
        for (int i = 0; i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (isHeld(order, instrument) && order.type() == OrderType.TRAILING_STOP && !order.isTriggered()) {
                final long distance = order.terms().trailDistance();
                final long stopPrice = order.terms().stopPrice();
                orders.trailTo(
                        order,
                        order.side() == Side.BUY
                                ? Math.min(stopPrice, buyPrice + distance)
                                : Math.max(stopPrice, sellPrice - distance));
            }
        }
    }

    private static boolean isHeld(final Order order, final Instrument instrument) {
        return order.state() == OrderState.HELD && order.instrumentId() == instrument.id();
    }

    /** What was triggered while the venue could not be reached goes out. */
    void onVenueConnected(final int venueId) {
        for (int i = 0; orders.counts().held() > 0 && i < orders.openCount(); i++) {
            final Order order = orders.openAt(i);
            if (order.state() == OrderState.HELD
                    && order.isTriggered()
                    && instruments.get(order.instrumentId()).definition().venueId() == venueId) {
                desk.trigger(order);
            }
        }
    }
}
