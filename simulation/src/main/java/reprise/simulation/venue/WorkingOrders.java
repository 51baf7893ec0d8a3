package reprise.simulation.venue;

import reprise.order.Side;

/** The open orders of an instrument by what they wait for. An order is in exactly one place. */
final class WorkingOrders {
    /** Orders without a limit that wait for liquidity, in order of arrival. */
    private final OrderLadder takers = new OrderLadder();

    /** Limit orders that work, the best price first. */
    private final OrderLadder bids = new OrderLadder();

    private final OrderLadder offers = new OrderLadder();

    /** Orders that wait for their stop, the nearest first. */
    private final OrderLadder buyStops = new OrderLadder();

    private final OrderLadder sellStops = new OrderLadder();

    /** Stops that move, in order of arrival. */
    private final OrderLadder trailing = new OrderLadder();

    /** Orders for an auction, in order of arrival. */
    private final OrderLadder auction = new OrderLadder();

    private int immediateCount;

    void add(final VenueOrder order) {
        ladder(order).add(order, key(order));
        immediateCount += order.isImmediate() ? 1 : 0;
    }

    /** To be called before anything changes that decides where the order stands. */
    void remove(final VenueOrder order) {
        ladder(order).remove(order, key(order));
        immediateCount -= order.isImmediate() ? 1 : 0;
    }

    private OrderLadder ladder(final VenueOrder order) {
        final boolean buys = order.side() == Side.BUY;
        if (order.isAuction()) {
            return auction;
        }
        if (order.isDormant()) {
            return order.isTrailing() ? trailing : stops(order.side());
        }
        if (order.isLimit()) {
            return buys ? bids : offers;
        }
        return takers;
    }

    private static long key(final VenueOrder order) {
        if (order.isAuction() || order.isDormant() && order.isTrailing()) {
            return 0;
        }
        if (order.isDormant()) {
            return order.side().sign() * order.stopPrice();
        }
        return order.isLimit() ? -order.side().sign() * order.limitPrice() : 0;
    }

    OrderLadder takers() {
        return takers;
    }

    OrderLadder limits(final Side side) {
        return side == Side.BUY ? bids : offers;
    }

    OrderLadder stops(final Side side) {
        return side == Side.BUY ? buyStops : sellStops;
    }

    OrderLadder trailing() {
        return trailing;
    }

    OrderLadder auction() {
        return auction;
    }

    /** Whether an order is here that must not wait. */
    boolean hasImmediate() {
        return immediateCount > 0;
    }
}
