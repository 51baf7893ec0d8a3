package reprise.simulation.venue;

import java.util.List;
import reprise.order.TimeInForce;

/**
 * Ends orders with their day. A day has begun for an instrument once a bar of that day has opened, or it was quoted or traded; an order that
 * comes before belongs to the day of the next price, so that weekends and holidays need no table.
 */
final class DayOrders {
    private final TradingCalendar calendar;
    private final List<VenueListing> listings;
    private final FillDesk fillDesk;
    private final VenueReports reports;
    private long earliestExpiryNs = VenueOrder.NEVER_EXPIRES;

    DayOrders(
            final TradingCalendar calendar,
            final List<VenueListing> listings,
            final FillDesk fillDesk,
            final VenueReports reports) {
        this.calendar = calendar;
        this.listings = listings;
        this.fillDesk = fillDesk;
        this.reports = reports;
    }

    /** Gives a new order that ends with a day its end: for an auction that of the auction's session, which the calendar knows. */
    void accept(final VenueOrder order) {
        final long nowNs = reports.timeNs();
        if (order.isAuction()) {
            final boolean opening = order.terms().timeInForce() == TimeInForce.OPG;
            setExpiry(order, calendar.dayEndNs(opening ? calendar.sessions().nextOpenNs(nowNs) : nowNs));
            return;
        }
        final long dayEndNs = calendar.dayEndNs(nowNs);
        final long marketTimeNs = order.listing().lastMarketTimeNs();
        final boolean dayHasBegun = calendar.tradesEveryDay()
                || marketTimeNs != VenueListing.NO_BAR && calendar.dayEndNs(marketTimeNs) == dayEndNs;
        setExpiry(order, dayHasBegun ? dayEndNs : VenueOrder.EXPIRES_WITH_NEXT_BAR);
    }

    /** Whether a price at a time changes nothing. */
    boolean endAfter(final long timeNs) {
        return earliestExpiryNs > timeNs;
    }

    /** A price is about to come, such as the open of a bar: orders whose day is over end, and those that waited for a day of the instrument have found it. */
    void marketMoves(final VenueListing listing, final long timeNs) {
        if (endAfter(timeNs)) {
            return;
        }
        earliestExpiryNs = VenueOrder.NEVER_EXPIRES;
        for (int i = 0; i < listings.size(); i++) {
            endOrders(listings.get(i), listings.get(i) == listing, timeNs);
        }
    }

    private void endOrders(final VenueListing listing, final boolean moving, final long timeNs) {
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            if (order.expiryNs() == VenueOrder.EXPIRES_WITH_NEXT_BAR) {
                setExpiry(order, moving ? calendar.dayEndNs(timeNs) : VenueOrder.EXPIRES_WITH_NEXT_BAR);
                index++;
            } else if (order.expiryNs() <= timeNs) {
                reports.advanceTo(order.expiryNs());
                fillDesk.expire(order);
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
