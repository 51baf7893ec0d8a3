package reprise.simulation.venue;

import java.util.List;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.OrderIds;
import reprise.order.Side;

/**
 * Whether the account can carry one more order. Only the part of an order that opens or adds to a position needs funds; what reduces a
 * position does not. Open orders reserve theirs in order of arrival. Reads only; allocates nothing.
 */
final class Funds {
    private final VenueAccount account;
    private final List<VenueListing> listings;
    private final long leverageE8;

    Funds(final VenueAccount account, final List<VenueListing> listings, final long leverageE8) {
        this.account = account;
        this.listings = listings;
        this.leverageE8 = leverageE8;
    }

    /**
     * Whether an order fits.
     *
     * @param listing it is for.
     * @param side of it.
     * @param quantity of it.
     * @param price by which it is valued.
     * @param entryOrderId the entry that it closes; {@link OrderIds#NULL_ORDER_ID} for none.
     * @param replaced an open order whose place it takes, or null.
     */
    boolean cover(
            final VenueListing listing,
            final Side side,
            final long quantity,
            final long price,
            final long entryOrderId,
            final VenueOrder replaced) {
        final long closable =
                Math.max(closable(listing, side) - openQuantity(listing, side, entryOrderId, replaced), 0);
        final long opening = quantity - Math.min(quantity, closable);
        if (opening == 0) {
            return true;
        }
        final long needed = listing.instrument().notional(price, opening);
        return needed <= limit() - account.grossExposure() - reserved(replaced);
    }

    /** Whether a sale leaves no short position, with all open sales filled. */
    boolean isHeld(
            final VenueListing listing, final long quantity, final long entryOrderId, final VenueOrder replaced) {
        return quantity <= closable(listing, Side.SELL) - openQuantity(listing, Side.SELL, entryOrderId, replaced);
    }

    private long limit() {
        return Money.fraction(Math.max(account.equity(), 0), leverageE8, Rounding.FLOOR);
    }

    private long reserved(final VenueOrder replaced) {
        long reserved = 0;
        for (int i = 0; i < listings.size(); i++) {
            final VenueListing listing = listings.get(i);
            if (listing.orderCount() > 0) {
                reserved += reserved(listing, Side.BUY, replaced) + reserved(listing, Side.SELL, replaced);
            }
        }
        return reserved;
    }

    private long reserved(final VenueListing listing, final Side side, final VenueOrder replaced) {
        long closable = closable(listing, side);
        long reserved = 0;
        for (int i = 0; i < listing.orderCount(); i++) {
            final VenueOrder order = listing.orderAt(i);
            final boolean counts = order.side() == side
                    && order != replaced
                    && (order.entryOrderId() == OrderIds.NULL_ORDER_ID || isLargestOfEntry(listing, i, replaced));
            if (counts) {
                final long closing = Math.min(order.leavesQuantity(), closable);
                closable -= closing;
                final long price = order.valuePrice(listing.lastPrice());
                reserved += listing.instrument().notional(price, order.leavesQuantity() - closing);
            }
        }
        return reserved;
    }

    /** How much an order of a side can take off the position. */
    private long closable(final VenueListing listing, final Side side) {
        return Math.max(-side.sign() * account.quantity(listing.instrument()), 0);
    }

    /**
     * What open orders of a side may still trade. The exits of one entry stand for each other: of them the largest counts, and those of the
     * entry in question do not count beside it.
     */
    private static long openQuantity(
            final VenueListing listing, final Side side, final long entryOrderId, final VenueOrder replaced) {
        long quantity = 0;
        for (int i = 0; i < listing.orderCount(); i++) {
            final VenueOrder order = listing.orderAt(i);
            final boolean counts = order.side() == side
                    && order != replaced
                    && (order.entryOrderId() == OrderIds.NULL_ORDER_ID
                            || order.entryOrderId() != entryOrderId && isLargestOfEntry(listing, i, replaced));
            quantity += counts ? order.leavesQuantity() : 0;
        }
        return quantity;
    }

    private static boolean isLargestOfEntry(final VenueListing listing, final int index, final VenueOrder replaced) {
        final VenueOrder order = listing.orderAt(index);
        for (int i = 0; i < listing.orderCount(); i++) {
            final VenueOrder other = listing.orderAt(i);
            final boolean rival = other != order
                    && other != replaced
                    && other.side() == order.side()
                    && other.entryOrderId() == order.entryOrderId();
            final long more = other.leavesQuantity() - order.leavesQuantity();
            if (rival && (more > 0 || more == 0 && i < index)) {
                return false;
            }
        }
        return true;
    }
}
