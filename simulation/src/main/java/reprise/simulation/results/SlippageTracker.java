package reprise.simulation.results;

import org.agrona.collections.Long2LongHashMap;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderPurpose;
import reprise.order.OrderState;
import reprise.order.OrderType;
import reprise.portfolio.Portfolio;

/**
 * What fills cost against the price that the decision to order saw: the mark price when the order was made; of an order with a stop the stop
 * price, and of the target of a bracket its limit, because there the decision was that price. Holds one price an open order; allocates nothing once it has room for those.
 */
final class SlippageTracker {
    private static final long UNKNOWN = 0;

    private final Portfolio portfolio;
    private final Long2LongHashMap decisionPrices = new Long2LongHashMap(UNKNOWN);
    private long market;
    private long stop;
    private long limit;
    private long unmeasured;

    SlippageTracker(final Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /** An order came into being or changed. */
    void onOrder(final Order order, final Instrument instrument) {
        if (!order.isOpen()) {
            decisionPrices.remove(order.orderId());
        } else if (isNew(order) && !decisionPrices.containsKey(order.orderId())) {
            decisionPrices.put(order.orderId(), instrument.markPrice());
        }
    }

    private static boolean isNew(final Order order) {
        return order.state() == OrderState.PENDING_NEW || order.state() == OrderState.HELD;
    }

    void onFill(final Order order, final Instrument instrument, final long price, final long quantity) {
        final OrderType type = order.type();
        final long reference = reference(order);
        if (reference <= 0) {
            unmeasured++;
            return;
        }
        final long own =
                order.side().sign() * (instrument.notional(price, quantity) - instrument.notional(reference, quantity));
        final long cost = portfolio.valuation().valueOf(portfolio.currencyId(instrument.id()), own);
        if (type.isStop()) {
            stop = Math.addExact(stop, cost);
        } else if (type.hasLimit()) {
            limit = Math.addExact(limit, cost);
        } else {
            market = Math.addExact(market, cost);
        }
    }

    private long reference(final Order order) {
        if (order.type().isStop()) {
            return order.terms().stopPrice();
        }
        return order.purpose() == OrderPurpose.BRACKET_TARGET
                ? order.limitPrice()
                : decisionPrices.get(order.orderId());
    }

    Slippage slippage() {
        return new Slippage(market, stop, limit, unmeasured);
    }
}
