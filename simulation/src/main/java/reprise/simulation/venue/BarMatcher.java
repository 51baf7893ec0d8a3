package reprise.simulation.venue;

import reprise.order.OrderType;
import reprise.order.Side;
import reprise.simulation.market.BarSource;

/**
 * Which orders a bar fills, and at which price. Nothing can trade in a bar that it was not at the venue before: the order must have come
 * before the bar opened. At the open, market orders fill at the open plus slippage, stops that the open is beyond likewise, and limit orders
 * that the open is good for at the open itself. Within the bar the adverse comes first: stops fill at their price plus slippage, and a limit
 * order whose entry was just stopped out does not trade in this bar any more; then limit orders that the bar trades through fill at their
 * limit. All our fills of a bar share its capacity, first come first served; what is left of an order waits for the next bar.
 *
 * <p>By {@link MarketFill#SAME_CLOSE} market orders wait for a close instead of an open, and one that comes at the moment of a close has met
 * it. By {@link StopFill#WORST_IN_BAR} stops fill at the worst price of the bar instead of their own. Where bars have a spread, an order
 * meets each of their prices half of it worse.
 */
final class BarMatcher {
    private final VenueConfig config;
    private final TakerPrice takerPrice;
    private final Auctions auctions;
    private final FillDesk fillDesk;
    private final VenueOrders orders;
    private final VenueReports reports;

    BarMatcher(
            final VenueConfig config,
            final Auctions auctions,
            final FillDesk fillDesk,
            final VenueOrders orders,
            final VenueReports reports) {
        this.config = config;
        this.takerPrice = new TakerPrice(config);
        this.auctions = auctions;
        this.fillDesk = fillDesk;
        this.orders = orders;
        this.reports = reports;
    }

    void open(final VenueListing listing, final BarSource bar) {
        final boolean auction = auctions.opensWith(listing, bar);
        begin(listing, bar);
        listing.instrument().onTrade(bar.openPrice(), 0);
        if (!listing.fillsFromBars()) {
            return;
        }
        if (auction) {
            auctions.open(listing, bar);
        }
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            final boolean due = listing.mayTradeInBar(order) && !order.isAuction() && !waitsForClose(order);
            index += due && meetOpen(listing, order, quoted(order, bar.openPrice())) ? 0 : 1;
        }
    }

    private void begin(final VenueListing listing, final BarSource bar) {
        listing.beginBar(bar, orders.arrivals(), config.maxParticipationE8());
    }

    /** Opens and closes a bar that leaves every order as it is; returns false, and does nothing, if one may meet it. */
    boolean pass(final VenueListing listing, final BarSource bar) {
        if (listing.fillsFromBars()) {
            for (int i = 0; i < listing.orderCount(); i++) {
                if (!isLeftBy(listing.orderAt(i), bar)) {
                    return false;
                }
            }
        }
        begin(listing, bar);
        listing.endBar();
        return true;
    }

    /** Whether an order surely waits on, the same as before: a stop that the bar does not reach, or a limit that rested before it. */
    private boolean isLeftBy(final VenueOrder order, final BarSource bar) {
        if (order.isAuction()) {
            return false;
        }
        if (order.isDormant()) {
            return !order.isTrailing()
                    && !order.stopReachedBy(quoted(order, bar.openPrice()))
                    && !order.stopReachedBy(worst(order, bar));
        }
        return order.isLimit()
                && !order.isFresh()
                && !order.isImmediate()
                && !isFilledAt(order, quoted(order, bar.openPrice()))
                && !isFilledAt(order, best(order, bar));
    }

    private boolean isFilledAt(final VenueOrder order, final long price) {
        return config.limitFillRule().fills(order.side(), order.limitPrice(), price);
    }

    /** Returns whether the order is done and gone from the listing. */
    private boolean meetOpen(final VenueListing listing, final VenueOrder order, final long openPrice) {
        if (order.isDormant()) {
            if (!order.stopReachedBy(openPrice)) {
                follow(order, openPrice);
                return false;
            }
            if (config.matching().stopFill() == StopFill.WORST_IN_BAR) {
                return false;
            }
            trigger(order);
        }
        if (fillAtOpen(listing, order, openPrice)) {
            return true;
        }
        order.rests();
        if (order.isImmediate()) {
            fillDesk.cancel(order);
            return true;
        }
        return false;
    }

    private boolean fillAtOpen(final VenueListing listing, final VenueOrder order, final long openPrice) {
        if (order.isFillOrKill() && listing.capacityFor(order) < order.leavesQuantity()) {
            return false;
        }
        if (!order.isLimit()) {
            return fill(listing, order, worsened(listing, order, openPrice), false);
        }
        if (!isFilledAt(order, openPrice)) {
            return false;
        }
        // A maker waited at its limit, and the open came to it.
        return fill(listing, order, order.isMakerOnly() ? order.limitPrice() : openPrice, order.isMakerOnly());
    }

    /** The bar's worst for stops is known now, its best is not used yet. Returns whether anything happened. */
    boolean reachExtremes(final VenueListing listing, final BarSource bar) {
        if (!listing.meetsExtremes() || !listing.fillsFromBars()) {
            return false;
        }
        boolean any = false;
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            final boolean stopped = order.isDormant() && listing.mayTradeInBar(order) && isReachedWithin(order, bar);
            any |= stopped;
            index += stopped && stopOut(listing, order, bar) ? 0 : 1;
        }
        return any;
    }

    /** Whether the bar reaches a stop, on the path that is worst for the order: first against it, then with it, then to the close. */
    private boolean isReachedWithin(final VenueOrder order, final BarSource bar) {
        if (order.stopReachedBy(worst(order, bar))) {
            return true;
        }
        follow(order, best(order, bar));
        return order.isTrailing() && order.stopReachedBy(quoted(order, bar.closePrice()));
    }

    /** The highest price that a bar asks of a purchase, or the lowest that it bids for a sale. */
    private long worst(final VenueOrder order, final BarSource bar) {
        return quoted(order, order.side() == Side.BUY ? bar.highPrice() : bar.lowPrice());
    }

    private long best(final VenueOrder order, final BarSource bar) {
        return quoted(order, order.side() == Side.BUY ? bar.lowPrice() : bar.highPrice());
    }

    private long quoted(final VenueOrder order, final long price) {
        return takerPrice.quoted(order.listing().instrument(), order.side(), price);
    }

    private boolean stopOut(final VenueListing listing, final VenueOrder order, final BarSource bar) {
        trigger(order);
        order.rests();
        listing.stopsOut(order.entryOrderId());
        // What the rest of the bar does after the stop is not known: what is left waits for the next one.
        order.arrived(order.arrivalNumber(), reports.timeNs());
        if (!order.allows(order.stopPrice())) {
            return false;
        }
        final long price = worsened(listing, order, stoppedAt(order, bar));
        return fill(listing, order, order.allows(price) ? price : order.limitPrice(), false);
    }

    private long stoppedAt(final VenueOrder order, final BarSource bar) {
        return config.matching().stopFill() == StopFill.AT_STOP ? order.stopPrice() : worst(order, bar);
    }

    private void trigger(final VenueOrder order) {
        orders.trigger(order);
        reports.triggered(order.orderId());
    }

    private static void follow(final VenueOrder order, final long price) {
        if (order.isTrailing()) {
            StopWatcher.follow(order, price);
        }
    }

    void close(final VenueListing listing, final BarSource bar) {
        if (listing.orderCount() > 0 && listing.fillsFromBars()) {
            int index = 0;
            while (index < listing.orderCount()) {
                final VenueOrder order = listing.orderAt(index);
                final boolean done = order.isLimit()
                        && !order.isDormant()
                        && !order.isAuction()
                        && listing.mayTradeInBar(order)
                        && !listing.isStoppedOut(order.entryOrderId())
                        && fillWithinBar(listing, order, best(order, bar));
                index += done ? 0 : 1;
            }
            meetClose(listing, bar.closePrice());
            auctions.close(listing, bar);
        }
        listing.endBar();
    }

    private void meetClose(final VenueListing listing, final long closePrice) {
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            index += waitsForClose(order) && meetClose(listing, order, closePrice) ? 0 : 1;
        }
    }

    /** Lets an order that has just come meet the close that it answers to, if market orders may. Returns whether it did. */
    boolean arrive(final VenueOrder order) {
        final VenueListing listing = order.listing();
        final boolean meets = waitsForClose(order) && listing.fillsFromBars() && listing.isAtClose(reports.timeNs());
        if (meets) {
            meetClose(listing, order, listing.lastPrice());
        }
        return meets;
    }

    private boolean waitsForClose(final VenueOrder order) {
        return config.matching().marketFill() == MarketFill.SAME_CLOSE
                && order.terms().type() == OrderType.MARKET
                && !order.isAuction();
    }

    /** Returns whether the order is done and gone from the listing. */
    private boolean meetClose(final VenueListing listing, final VenueOrder order, final long closePrice) {
        final boolean whole = !order.isFillOrKill() || listing.capacityFor(order) >= order.leavesQuantity();
        if (whole && fill(listing, order, worsened(listing, order, quoted(order, closePrice)), false)) {
            return true;
        }
        if (order.isImmediate()) {
            fillDesk.cancel(order);
            return true;
        }
        return false;
    }

    private boolean fillWithinBar(final VenueListing listing, final VenueOrder order, final long bestPrice) {
        return isFilledAt(order, bestPrice) && fill(listing, order, order.limitPrice(), true);
    }

    /** Returns whether the order is done and gone from the listing. */
    private boolean fill(final VenueListing listing, final VenueOrder order, final long price, final boolean asMaker) {
        final long quantity = listing.capacityFor(order);
        if (quantity == 0) {
            return false;
        }
        listing.take(quantity);
        return fillDesk.fill(order, price, quantity, asMaker);
    }

    private long worsened(final VenueListing listing, final VenueOrder order, final long price) {
        return takerPrice.worsened(
                listing.instrument(), order.side(), price, listing.capacityFor(order), listing.lastVolume());
    }
}
