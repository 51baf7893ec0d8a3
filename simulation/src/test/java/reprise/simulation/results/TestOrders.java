package reprise.simulation.results;

import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderRequest;
import reprise.order.Orders;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Orders at the market, numbered from 1. */
final class TestOrders {
    private final Orders orders = new Orders(100_000);
    private final Instrument instrument;
    private long lastId;

    TestOrders(final Instrument instrument) {
        this.instrument = instrument;
    }

    Order of(final OrderPurpose purpose, final long signedQuantity) {
        final Order order = of(signedQuantity);
        orders.sentFor(order, purpose);
        return order;
    }

    Order of(final long signedQuantity) {
        final Side side = signedQuantity > 0 ? Side.BUY : Side.SELL;
        final long quantity = Math.abs(signedQuantity);
        return orders.open(++lastId, 1, new OrderRequest().market(instrument, side, quantity, TimeInForce.GTC), lastId);
    }
}
