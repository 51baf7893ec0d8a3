package reprise.simulation.venue;

import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** An order as the venue sees it. Pooled: valid while it is open. */
final class VenueOrder {
    /** The order outlives every day. */
    static final long NEVER_EXPIRES = Long.MAX_VALUE;

    /** The order belongs to a day that has not begun: the first price of the instrument says which. */
    static final long EXPIRES_WITH_NEXT_BAR = Long.MIN_VALUE;

    /** What is ahead in the queue is not known, because the price was not displayed yet. */
    static final long AHEAD_NOT_KNOWN = Long.MAX_VALUE;

    private final OrderTerms terms = new OrderTerms();
    private long orderId;
    private VenueListing listing;
    private boolean dormant;
    private boolean fresh;
    private long filledQuantity;
    private long filledNotional;
    private long unitFeeCharged;
    private long arrivalNumber;
    private long arrivalTimeNs;
    private long expiryNs;
    private long aheadQuantity;
    private long lastExecutionId;

    void open(final long newOrderId, final VenueListing newListing, final OrderTerms newTerms) {
        orderId = newOrderId;
        listing = newListing;
        terms.set(newTerms);
        dormant = isStop(newTerms.type());
        fresh = true;
        filledQuantity = 0;
        filledNotional = 0;
        unitFeeCharged = 0;
        expiryNs = NEVER_EXPIRES;
        aheadQuantity = 0;
        lastExecutionId = 0;
    }

    static boolean isStop(final OrderType type) {
        return type == OrderType.STOP || type == OrderType.STOP_LIMIT || type == OrderType.TRAILING_STOP;
    }

    static boolean hasLimit(final OrderType type) {
        return type == OrderType.LIMIT || type == OrderType.LIMIT_MAKER || type == OrderType.STOP_LIMIT;
    }

    static boolean isAuction(final TimeInForce timeInForce) {
        return timeInForce == TimeInForce.OPG || timeInForce == TimeInForce.CLS;
    }

    /** Notes when the order, or its new terms, came: from bars that opened before, it cannot trade. */
    void arrived(final long newArrivalNumber, final long newArrivalTimeNs) {
        arrivalNumber = newArrivalNumber;
        arrivalTimeNs = newArrivalTimeNs;
    }

    void expiresAt(final long newExpiryNs) {
        expiryNs = newExpiryNs;
    }

    void replace(final long newQuantity, final long newLimitPrice, final long newStopPrice) {
        terms.quantity(newQuantity).limitPrice(newLimitPrice).stopPrice(newStopPrice);
    }

    /** A trailing stop followed the market. */
    void trailTo(final long newStopPrice) {
        terms.stopPrice(newStopPrice);
    }

    /** The stop was reached: the order is to trade from now on. */
    void trigger() {
        dormant = false;
        fresh = true;
    }

    /** The order has met the market once: from now on it waits for others. */
    void rests() {
        fresh = false;
    }

    /** New terms have to meet the market once more. */
    void meetsMarketAgain() {
        fresh = true;
    }

    void queuesBehind(final long quantity) {
        aheadQuantity = quantity;
    }

    /** Counts a fill: its quantity and value, both without sign. */
    void filled(final long fillQuantity, final long notional, final long executionId) {
        filledQuantity += fillQuantity;
        filledNotional += notional;
        lastExecutionId = executionId;
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

    OrderTerms terms() {
        return terms;
    }

    Side side() {
        return terms.side();
    }

    /** Whether the order waits for its stop. */
    boolean isDormant() {
        return dormant;
    }

    /** Whether the order has not met the market yet: what it meets first, it takes. */
    boolean isFresh() {
        return fresh;
    }

    /** Whether a limit stands on the order. */
    boolean isLimit() {
        return hasLimit(terms.type());
    }

    boolean isMakerOnly() {
        return terms.type() == OrderType.LIMIT_MAKER;
    }

    boolean isTrailing() {
        return terms.type() == OrderType.TRAILING_STOP;
    }

    boolean isAuction() {
        return isAuction(terms.timeInForce());
    }

    /** Whether what does not trade at once is withdrawn. */
    boolean isImmediate() {
        return terms.timeInForce() == TimeInForce.IOC || isFillOrKill();
    }

    boolean isFillOrKill() {
        return terms.timeInForce() == TimeInForce.FOK;
    }

    /** Whether the order ends with its day at the latest. */
    boolean isDay() {
        return terms.timeInForce() == TimeInForce.DAY || isAuction();
    }

    long limitPrice() {
        return terms.limitPrice();
    }

    long stopPrice() {
        return terms.stopPrice();
    }

    long trailDistance() {
        return terms.trailDistance();
    }

    long entryOrderId() {
        return terms.entryOrderId();
    }

    /** The price by which funds for the order are measured. */
    long valuePrice(final long lastPrice) {
        return valuePrice(terms, lastPrice);
    }

    /** A limit is the worst that can happen; a stop trades at its price or, if the market is there already, at the market's. */
    static long valuePrice(final OrderTerms terms, final long lastPrice) {
        if (hasLimit(terms.type())) {
            return terms.limitPrice();
        }
        return isStop(terms.type()) ? Math.max(terms.stopPrice(), lastPrice) : lastPrice;
    }

    /** Whether the limit, if there is one, allows a price. */
    boolean allows(final long price) {
        return !isLimit() || (side() == Side.BUY ? price <= limitPrice() : price >= limitPrice());
    }

    /** Whether a price reaches the stop. */
    boolean stopReachedBy(final long price) {
        return side() == Side.BUY ? price >= stopPrice() : price <= stopPrice();
    }

    long filledQuantity() {
        return filledQuantity;
    }

    /** Value of what has traded, without sign. */
    long filledNotional() {
        return filledNotional;
    }

    long leavesQuantity() {
        return terms.quantity() - filledQuantity;
    }

    long aheadQuantity() {
        return aheadQuantity;
    }

    /** The last execution; 0 for none. */
    long lastExecutionId() {
        return lastExecutionId;
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
