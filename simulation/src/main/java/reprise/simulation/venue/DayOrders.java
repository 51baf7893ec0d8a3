package reprise.simulation.venue;

import java.util.List;

/**
 * Ends orders with their day. A day has begun for an instrument once a bar of that day has opened; an order that comes before belongs to
 * the day of the next bar, so that weekends and holidays need no table.
 */
final class DayOrders {
    private final TradingCalendar calendar;
    private final List<VenueListing> listings;
    private final VenueOrders orders;
    private final VenueReports reports;
    private long earliestExpiryNs = VenueOrder.NEVER_EXPIRES;

    DayOrders(
            final TradingCalendar calendar,
            final List<VenueListing> listings,
            final VenueOrders orders,
            final VenueReports reports) {
        this.calendar = calendar;
        this.listings = listings;
        this.orders = orders;
        this.reports = reports;
    }

    /** Gives a new DAY order its end. */
    void accept(final VenueOrder order) {
        final long dayEndNs = calendar.dayEndNs(reports.timeNs());
        final long barOpenTimeNs = order.listing().barOpenTimeNs();
        final boolean dayHasBegun = calendar.tradesEveryDay()
                || barOpenTimeNs != VenueListing.NO_BAR && calendar.dayEndNs(barOpenTimeNs) == dayEndNs;
        setExpiry(order, dayHasBegun ? dayEndNs : VenueOrder.EXPIRES_WITH_NEXT_BAR);
    }

    /** A bar is about to open: orders whose day is over end, and those that waited for a day of the instrument have found it. */
    void barOpens(final VenueListing listing, final long openTimeNs) {
        if (earliestExpiryNs > openTimeNs) {
            return;
        }
        earliestExpiryNs = VenueOrder.NEVER_EXPIRES;
        for (int i = 0; i < listings.size(); i++) {
            endOrders(listings.get(i), listings.get(i) == listing, openTimeNs);
        }
    }

    private void endOrders(final VenueListing listing, final boolean opening, final long openTimeNs) {
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            if (order.expiryNs() == VenueOrder.EXPIRES_WITH_NEXT_BAR) {
                setExpiry(order, opening ? calendar.dayEndNs(openTimeNs) : VenueOrder.EXPIRES_WITH_NEXT_BAR);
                index++;
            } else if (order.expiryNs() <= openTimeNs) {
                reports.advanceTo(order.expiryNs());
                reports.expired(order.orderId());
                orders.remove(order);
            } else {
                setExpiry(order, order.expiryNs());
                index++;
            }
        }
    }

    private void setExpiry(final VenueOrder order, final long expiryNs) {
        order.expiresAt(expiryNs);
        earliestExpiryNs = Math.min(earliestExpiryNs, expiryNs);
    }
}
