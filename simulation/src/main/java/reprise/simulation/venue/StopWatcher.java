package reprise.simulation.venue;

import reprise.order.Side;

/** Wakes stop orders that quotes and trades reach, and lets trailing stops follow. */
final class StopWatcher {
    /** No price on a side. */
    private static final long NO_PRICE = 0;

    private final StopTrigger trigger;
    private final VenueOrders orders;
    private final VenueReports reports;
    private final BookMatcher matcher;

    StopWatcher(
            final StopTrigger trigger,
            final VenueOrders orders,
            final VenueReports reports,
            final BookMatcher matcher) {
        this.trigger = trigger;
        this.orders = orders;
        this.reports = reports;
        this.matcher = matcher;
    }

    void traded(final VenueListing listing, final long price) {
        if (trigger == StopTrigger.LAST_TRADE) {
            reached(listing, price, price);
        }
    }

    void quoted(final VenueListing listing) {
        if (trigger == StopTrigger.QUOTE || !listing.hasTraded()) {
            reached(
                    listing,
                    listing.book().levels(Side.SELL).bestPrice(),
                    listing.book().levels(Side.BUY).bestPrice());
        }
    }

    private void reached(final VenueListing listing, final long buyPrice, final long sellPrice) {
        wake(listing.working().stops(Side.BUY), buyPrice);
        wake(listing.working().stops(Side.SELL), sellPrice);
        final OrderLadder trailing = listing.working().trailing();
        int index = 0;
        while (index < trailing.size()) {
            final VenueOrder order = trailing.at(index);
            final long price = order.side() == Side.BUY ? buyPrice : sellPrice;
            if (price != NO_PRICE && order.stopReachedBy(price)) {
                wake(order);
            } else {
                index++;
                if (price != NO_PRICE) {
                    follow(order, price);
                }
            }
        }
    }

    private void wake(final OrderLadder stops, final long price) {
        while (price != NO_PRICE && stops.size() > 0 && stops.at(0).stopReachedBy(price)) {
            wake(stops.at(0));
        }
    }

    private void wake(final VenueOrder order) {
        orders.trigger(order);
        reports.triggered(order.orderId());
        matcher.arrive(order);
    }

    /** Keeps a trailing stop no farther from the market than its distance; it never goes back. */
    static void follow(final VenueOrder order, final long price) {
        final int sign = order.side().sign();
        final long candidate = price + sign * order.trailDistance();
        if (sign * (candidate - order.stopPrice()) < 0) {
            order.trailTo(candidate);
        }
    }
}
