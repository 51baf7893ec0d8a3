package reprise.simulation.venue;

import reprise.market.Aggressor;
import reprise.order.Side;

/**
 * Which orders quotes, levels and trades fill, and at which price. What meets the market for the first time takes displayed liquidity, level
 * by level; what waits is filled at its limit, when trades reach it in the queue or go through it, or when the other side comes to its price.
 * Where nothing is displayed, trades fill what they reach. No fill is larger than what was displayed or traded.
 */
final class BookMatcher {
    private final VenueConfig config;
    private final TakerPrice takerPrice;
    private final FillDesk fillDesk;

    BookMatcher(final VenueConfig config, final FillDesk fillDesk) {
        this.config = config;
        this.takerPrice = new TakerPrice(config);
        this.fillDesk = fillDesk;
    }

    /** Lets an order meet the market that is there now: it is new, has new terms, or its stop was reached. */
    void arrive(final VenueOrder order) {
        final VenueListing listing = order.listing();
        if (order.isDormant() || order.isAuction()) {
            return;
        }
        if (order.isLimit()) {
            listing.book().join(order);
        }
        if (listing.isTrading() && listing.book().isDisplayed()) {
            meet(listing, order);
        }
    }

    /** Whether the book shows all of an order. */
    boolean canFillAtOnce(final VenueListing listing, final Side side, final long limitPrice, final long quantity) {
        final PriceLevels levels = listing.book().against(side);
        long available = 0;
        for (int i = 0; i < levels.size() && available < quantity; i++) {
            if (limitPrice != OrderRules.NO_LIMIT && side.sign() * (levels.price(i) - limitPrice) > 0) {
                break;
            }
            available += listing.wholeLots(levels.available(i));
        }
        return available >= quantity;
    }

    /** Lets everything meet a book that has changed. */
    void bookChanged(final VenueListing listing) {
        if (!listing.isTrading() || !listing.book().isDisplayed()) {
            return;
        }
        final OrderLadder takers = listing.working().takers();
        int index = 0;
        while (index < takers.size()) {
            index += meet(listing, takers.at(index)) ? 0 : 1;
        }
        meetLimits(listing, Side.BUY);
        meetLimits(listing, Side.SELL);
    }

    private void meetLimits(final VenueListing listing, final Side side) {
        final OrderLadder limits = listing.working().limits(side);
        int index = 0;
        while (index < limits.size()) {
            final VenueOrder order = limits.at(index);
            final boolean done = order.isFresh() ? meet(listing, order) : wait(listing, order);
            index += done ? 0 : 1;
        }
    }

    /** Takes what is displayed. Returns whether the order is done. */
    private boolean meet(final VenueListing listing, final VenueOrder order) {
        final long limit = order.isLimit() ? order.limitPrice() : OrderRules.NO_LIMIT;
        final boolean whole =
                !order.isFillOrKill() || canFillAtOnce(listing, order.side(), limit, order.leavesQuantity());
        order.rests();
        if (whole && take(listing, order)) {
            return true;
        }
        if (order.isImmediate()) {
            fillDesk.cancel(order);
            return true;
        }
        return false;
    }

    private boolean take(final VenueListing listing, final VenueOrder order) {
        final PriceLevels levels = listing.book().against(order.side());
        for (int i = 0; i < levels.size() && order.allows(levels.price(i)); i++) {
            final long quantity = listing.wholeLots(Math.min(order.leavesQuantity(), levels.available(i)));
            if (quantity > 0) {
                levels.take(i, quantity);
                if (fillDesk.fill(order, levels.price(i), quantity, order.isMakerOnly())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The other side may have come to our price: then it has met us at our limit. Returns whether the order is done. */
    private boolean wait(final VenueListing listing, final VenueOrder order) {
        final PriceLevels levels = listing.book().against(order.side());
        long quantity = 0;
        for (int i = 0; i < levels.size() && order.allows(levels.price(i)); i++) {
            final long taken = listing.wholeLots(Math.min(order.leavesQuantity() - quantity, levels.available(i)));
            levels.take(i, taken);
            quantity += taken;
        }
        return quantity > 0 && fillDesk.fill(order, order.limitPrice(), quantity, true);
    }

    /** Others traded. */
    void traded(final VenueListing listing, final long price, final long quantity, final Aggressor aggressor) {
        final boolean displayed = listing.book().isDisplayed();
        long left = quantity;
        if (!displayed) {
            left = fillTakers(listing, price, left);
        }
        if (aggressor != Aggressor.BUYER) {
            listing.book().levels(Side.BUY).trade(price, quantity);
            left = fillLimits(listing, Side.BUY, price, left);
        }
        if (aggressor != Aggressor.SELLER) {
            listing.book().levels(Side.SELL).trade(price, quantity);
            left = fillLimits(listing, Side.SELL, price, left);
        }
        if (!displayed && listing.working().hasImmediate()) {
            cancelImmediate(listing);
        }
    }

    private long fillTakers(final VenueListing listing, final long price, final long quantity) {
        final OrderLadder takers = listing.working().takers();
        long left = quantity;
        int index = 0;
        while (index < takers.size()) {
            final VenueOrder order = takers.at(index);
            final long fill = listing.wholeLots(Math.min(order.leavesQuantity(), left));
            final boolean none = fill == 0 || order.isFillOrKill() && fill < order.leavesQuantity();
            final long worse = takerPrice.worsened(listing.instrument(), order.side(), price, fill, quantity);
            left -= none ? 0 : fill;
            index += !none && fillDesk.fill(order, worse, fill, false) ? 0 : 1;
        }
        return left;
    }

    private long fillLimits(final VenueListing listing, final Side side, final long price, final long quantity) {
        final OrderLadder limits = listing.working().limits(side);
        long left = quantity;
        int index = 0;
        while (index < limits.size() && limits.at(index).allows(price)) {
            final VenueOrder order = limits.at(index);
            final long reached = listing.book().isDisplayed()
                    ? pastQueue(order, price, left)
                    : config.limitFillRule().fills(side, order.limitPrice(), price) ? left : 0;
            final long fill = listing.wholeLots(Math.min(order.leavesQuantity(), reached));
            final boolean takes = order.isFresh() && !order.isMakerOnly();
            order.rests();
            final boolean none = fill == 0 || order.isFillOrKill() && fill < order.leavesQuantity();
            left -= none ? 0 : fill;
            index += !none && fillDesk.fill(order, takes ? price : order.limitPrice(), fill, !takes) ? 0 : 1;
        }
        return left;
    }

    /** How much of a trade is left for an order behind what is ahead of it. A trade beyond the limit has done away with the queue. */
    private static long pastQueue(final VenueOrder order, final long price, final long quantity) {
        final long ahead = order.limitPrice() == price ? order.aheadQuantity() : 0;
        if (ahead == VenueOrder.AHEAD_NOT_KNOWN) {
            return 0;
        }
        final long passed = Math.min(ahead, quantity);
        order.queuesBehind(ahead - passed);
        return quantity - passed;
    }

    private void cancelImmediate(final VenueListing listing) {
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            if (order.isImmediate() && !order.isDormant()) {
                fillDesk.cancel(order);
            } else {
                index++;
            }
        }
    }
}
