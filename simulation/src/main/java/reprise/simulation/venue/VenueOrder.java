package reprise.simulation.venue;

import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** An order as the venue sees it. Pooled: valid while it is open. */
final class VenueOrder {
    /** The order outlives every day. */
    static final long NEVER_EXPIRES = Long.MAX_VALUE;

    /** The order belongs to a day that has not begun: the first bar that opens says which. */
    static final long EXPIRES_WITH_NEXT_BAR = Long.MIN_VALUE;

    private long orderId;
    private VenueListing listing;
    private Side side;
    private OrderType type;
    private TimeInForce timeInForce;
    private long quantity;
    private long limitPrice;
    private long filledQuantity;
    private long unitFeeCharged;
    private long arrivalNumber;
    private long arrivalTimeNs;
    private long expiryNs;

    void open(final long newOrderId, final VenueListing newListing, final OrderTerms terms) {
        orderId = newOrderId;
        listing = newListing;
        side = terms.side();
        type = terms.type();
        timeInForce = terms.timeInForce();
        quantity = terms.quantity();
        limitPrice = terms.limitPrice();
        filledQuantity = 0;
        unitFeeCharged = 0;
        expiryNs = NEVER_EXPIRES;
    }

    /** Notes when the order, or its new terms, came: from bars that opened before, it cannot trade. */
    void arrived(final long newArrivalNumber, final long newArrivalTimeNs) {
        arrivalNumber = newArrivalNumber;
        arrivalTimeNs = newArrivalTimeNs;
    }

    void expiresAt(final long newExpiryNs) {
        expiryNs = newExpiryNs;
    }

    void replace(final long newQuantity, final long newLimitPrice) {
        quantity = newQuantity;
        limitPrice = newLimitPrice;
    }

    void filled(final long fillQuantity) {
        filledQuantity += fillQuantity;
    }

    /** Returns what is owed beyond what was charged before, and counts it as charged. */
    long chargeUnitFee(final long owed) {
        final long charge = owed - unitFeeCharged;
        unitFeeCharged = owed;
        return charge;
    }

    long orderId() {
        return orderId;
    }

    VenueListing listing() {
        return listing;
    }

    Side side() {
        return side;
    }

    boolean isLimit() {
        return type == OrderType.LIMIT;
    }

    boolean isDay() {
        return timeInForce == TimeInForce.DAY;
    }

    long limitPrice() {
        return limitPrice;
    }

    long filledQuantity() {
        return filledQuantity;
    }

    long leavesQuantity() {
        return quantity - filledQuantity;
    }

    long arrivalNumber() {
        return arrivalNumber;
    }

    long arrivalTimeNs() {
        return arrivalTimeNs;
    }

    long expiryNs() {
        return expiryNs;
    }
}
