package reprise.simulation.venue;

import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.Side;

/**
 * What an instrument's market displays: levels if they are fed, else the best bid and offer. Where levels are fed, quotes add nothing. Tells
 * our own orders how the queues ahead of them change.
 */
final class DisplayedBook {
    private final PriceLevels bids = new PriceLevels(Side.BUY);
    private final PriceLevels asks = new PriceLevels(Side.SELL);
    private final QueueModel queueModel;
    private final WorkingOrders orders;
    private boolean displayed;
    private boolean byLevel;

    DisplayedBook(final QueueModel queueModel, final WorkingOrders orders) {
        this.queueModel = queueModel;
        this.orders = orders;
    }

    /** Whether anything was ever displayed: else trades and bars are all there is. */
    boolean isDisplayed() {
        return displayed;
    }

    /** The levels that buys, or sells, of others stand at. */
    PriceLevels levels(final Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** The levels that an order of a side takes from. */
    PriceLevels against(final Side side) {
        return levels(side.opposite());
    }

    void quote(final long bidPrice, final long bidQuantity, final long askPrice, final long askQuantity) {
        displayed = true;
        if (!byLevel) {
            quote(Side.BUY, bidPrice, bidQuantity);
            quote(Side.SELL, askPrice, askQuantity);
        }
    }

    private void quote(final Side side, final long price, final long quantity) {
        final PriceLevels levels = levels(side);
        final OrderLadder own = orders.limits(side);
        for (int i = 0; i < own.size(); i++) {
            final VenueOrder order = own.at(i);
            if (price > 0 && side.sign() * (order.limitPrice() - price) <= 0) {
                break;
            }
            // Nobody is left at a better price than the best.
            order.queuesBehind(0);
        }
        final long shown = levels.bestPrice();
        if (shown != 0 && shown != price) {
            levels.set(shown, 0);
        }
        if (price > 0) {
            set(side, price, quantity);
        }
    }

    void level(final Side side, final long price, final long quantity) {
        displayed = true;
        if (!byLevel) {
            byLevel = true;
            bids.clear();
            asks.clear();
        }
        set(side, price, quantity);
    }

    void clear() {
        bids.clear();
        asks.clear();
    }

    private void set(final Side side, final long price, final long quantity) {
        final PriceLevels levels = levels(side);
        final long standing = levels.standing(price);
        levels.set(price, quantity);
        final OrderLadder own = orders.limits(side);
        for (int i = 0; i < own.size(); i++) {
            final VenueOrder order = own.at(i);
            if (order.limitPrice() == price) {
                order.queuesBehind(Math.min(afterCancels(order.aheadQuantity(), standing, quantity), quantity));
            }
        }
    }

    /** What trades do not explain was cancelled, ahead of us as much as behind us. */
    private long afterCancels(final long ahead, final long standing, final long quantity) {
        if (queueModel != QueueModel.BEHIND_PRO_RATA || quantity >= standing || ahead >= standing) {
            return ahead;
        }
        return Decimals.multiplyDivide(ahead, quantity, standing, Rounding.CEILING);
    }

    /** Puts an order at the end of the queue at its limit. */
    void join(final VenueOrder order) {
        order.queuesBehind(queueModel == QueueModel.FRONT ? 0 : displayedAt(order));
    }

    private long displayedAt(final VenueOrder order) {
        final PriceLevels levels = levels(order.side());
        final boolean hidden =
                !byLevel && levels.size() > 0 && order.side().sign() * (levels.bestPrice() - order.limitPrice()) > 0;
        return hidden ? VenueOrder.AHEAD_NOT_KNOWN : levels.standing(order.limitPrice());
    }
}
