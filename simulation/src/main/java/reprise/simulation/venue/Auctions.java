package reprise.simulation.venue;

import reprise.calendar.SessionCalendar;
import reprise.order.TimeInForce;
import reprise.simulation.market.BarSource;

/**
 * Opening and closing auctions. With bars they are the open of the first bar of a session and the close of its last; with trades the first
 * trade of a session, and the first within minutes after its end. All orders of an auction trade at its price, as far as its volume goes; the
 * rest expires. Markets that never close have none.
 */
final class Auctions {
    /** A trade later than this after the close is not the closing print. */
    private static final long CLOSING_PRINT_NS = 600_000_000_000L;

    private final TradingCalendar calendar;
    private final boolean exist;
    private final FillDesk fillDesk;

    Auctions(final TradingCalendar calendar, final FillDesk fillDesk) {
        this.calendar = calendar;
        this.fillDesk = fillDesk;
        exist = !calendar.tradesEveryDay();
    }

    /** To be called before the listing knows of the bar. */
    boolean opensWith(final VenueListing listing, final BarSource bar) {
        if (!exist || listing.working().auction().size() == 0) {
            return false;
        }
        final SessionCalendar sessions = calendar.sessions();
        final long openNs = sessions.openNs(sessions.sessionAtOrAfter(bar.openTimeNs()));
        return openNs < bar.closeTimeNs() && listing.lastMarketTimeNs() < openNs;
    }

    void open(final VenueListing listing, final BarSource bar) {
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            final boolean due = order.terms().timeInForce() == TimeInForce.OPG && listing.mayTradeInBar(order);
            index += due && cross(listing, order, bar.openPrice()) ? 0 : 1;
        }
    }

    void close(final VenueListing listing, final BarSource bar) {
        if (!exist || listing.working().auction().size() == 0) {
            return;
        }
        final SessionCalendar sessions = calendar.sessions();
        final int session = sessions.sessionAtOrAfter(bar.openTimeNs());
        if (sessions.closeNs(session) > bar.closeTimeNs() || sessions.openNs(session) >= bar.closeTimeNs()) {
            return;
        }
        int index = 0;
        while (index < listing.orderCount()) {
            final VenueOrder order = listing.orderAt(index);
            final boolean due = order.terms().timeInForce() == TimeInForce.CLS;
            index += due && cross(listing, order, bar.closePrice()) ? 0 : 1;
        }
    }

    /** Fills what the bar has room for; what is left expires. Always ends the order. */
    private boolean cross(final VenueListing listing, final VenueOrder order, final long price) {
        final long quantity = order.allows(price) ? listing.capacityFor(order) : 0;
        listing.take(quantity);
        if (quantity == 0 || !fillDesk.fill(order, price, quantity, false)) {
            fillDesk.expire(order);
        }
        return true;
    }

    /** A trade that may be the print of an auction; to be called before the listing knows of it. Returns what is left of its quantity. */
    long traded(final VenueListing listing, final long timeNs, final long price, final long quantity) {
        if (!exist || listing.working().auction().size() == 0) {
            return quantity;
        }
        final SessionCalendar sessions = calendar.sessions();
        final int session = sessions.sessionAtOrAfter(timeNs);
        final long openNs = sessions.openNs(session);
        final long lastNs = listing.lastMarketTimeNs();
        if (timeNs >= openNs && lastNs < openNs) {
            return cross(listing, TimeInForce.OPG, price, quantity);
        }
        final long closeNs = session == 0 ? Long.MIN_VALUE : sessions.closeNs(session - 1);
        final boolean closing = lastNs < closeNs && timeNs >= closeNs && timeNs - closeNs <= CLOSING_PRINT_NS;
        return closing ? cross(listing, TimeInForce.CLS, price, quantity) : quantity;
    }

    private long cross(
            final VenueListing listing, final TimeInForce timeInForce, final long price, final long quantity) {
        final OrderLadder auction = listing.working().auction();
        long left = quantity;
        int index = 0;
        while (index < auction.size()) {
            final VenueOrder order = auction.at(index);
            if (order.terms().timeInForce() != timeInForce) {
                index++;
                continue;
            }
            final long fill = order.allows(price) ? listing.wholeLots(Math.min(order.leavesQuantity(), left)) : 0;
            left -= fill;
            if (fill == 0 || !fillDesk.fill(order, price, fill, false)) {
                fillDesk.expire(order);
            }
        }
        return left;
    }
}
