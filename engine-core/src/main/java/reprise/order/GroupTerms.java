package reprise.order;

/**
 * Orders that a venue takes as one: an entry with a target, a stop or both for what it fills; or a target and a stop without an entry, of which
 * one cancels the other. All have one quantity and one time in force; the exits trade against the entry. Their ids follow one another: entry,
 * target, stop, as far as they are there; the first is the one whose name the venue knows. Mutable and reused; read only during the call that
 * it is passed to. Prices and quantities are in the instrument's decimals.
 */
public final class GroupTerms {
    private final OrderTerms entry = new OrderTerms();
    private boolean hasEntry;
    private long firstOrderId;
    private long closedOrderId;
    private Side exitSide = Side.SELL;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long quantity;
    private long targetPrice;
    private long stopPrice;
    private long stopLimitPrice;

    /**
     * An entry, whose exits are to be given.
     *
     * @param orderId of the entry.
     * @param terms of the entry, copied.
     * @return this.
     */
    public GroupTerms entry(final long orderId, final OrderTerms terms) {
        begin(orderId, terms.side().opposite(), terms.timeInForce(), terms.quantity());
        hasEntry = true;
        closedOrderId = orderId;
        entry.set(terms);
        return this;
    }

    /**
     * Exits of what is held already, which are to be given.
     *
     * @param orderId of the target.
     * @param side of both.
     * @param newTimeInForce of both.
     * @param newQuantity of both.
     * @param newClosedOrderId entry that they close; 0 for none.
     * @return this.
     */
    public GroupTerms exits(
            final long orderId,
            final Side side,
            final TimeInForce newTimeInForce,
            final long newQuantity,
            final long newClosedOrderId) {
        begin(orderId, side, newTimeInForce, newQuantity);
        hasEntry = false;
        closedOrderId = newClosedOrderId;
        return this;
    }

    private void begin(final long orderId, final Side side, final TimeInForce newTimeInForce, final long newQuantity) {
        firstOrderId = orderId;
        exitSide = side;
        timeInForce = newTimeInForce;
        quantity = newQuantity;
        targetPrice = 0;
        stopPrice = 0;
        stopLimitPrice = 0;
    }

    /**
     * Gives it a target.
     *
     * @param limitPrice of the target; 0 for none.
     * @return this.
     */
    public GroupTerms target(final long limitPrice) {
        targetPrice = limitPrice;
        return this;
    }

    /**
     * Gives it a stop.
     *
     * @param newStopPrice at which it is triggered; 0 for none.
     * @param limitPrice of what it becomes; 0 for a market order.
     * @return this.
     */
    public GroupTerms stop(final long newStopPrice, final long limitPrice) {
        stopPrice = newStopPrice;
        stopLimitPrice = limitPrice;
        return this;
    }

    /**
     * The same as another.
     *
     * @param other to take all from.
     * @return this.
     */
    public GroupTerms set(final GroupTerms other) {
        if (other.hasEntry) {
            entry(other.firstOrderId, other.entry);
        } else {
            exits(other.firstOrderId, other.exitSide, other.timeInForce, other.quantity, other.closedOrderId);
        }
        return target(other.targetPrice).stop(other.stopPrice, other.stopLimitPrice);
    }

    /**
     * Writes the target's terms.
     *
     * @param terms take them.
     */
    public void targetTo(final OrderTerms terms) {
        terms.set(exitSide, OrderType.LIMIT, timeInForce, quantity)
                .limitPrice(targetPrice)
                .entryOrderId(closedOrderId);
    }

    /**
     * Writes the stop's terms.
     *
     * @param terms take them.
     */
    public void stopTo(final OrderTerms terms) {
        terms.set(exitSide, stopLimitPrice == 0 ? OrderType.STOP : OrderType.STOP_LIMIT, timeInForce, quantity)
                .limitPrice(stopLimitPrice)
                .stopPrice(stopPrice)
                .entryOrderId(closedOrderId);
    }

    /** Whether there is an entry. */
    public boolean hasEntry() {
        return hasEntry;
    }

    /** The entry's terms; of no meaning where there is none. */
    public OrderTerms entry() {
        return entry;
    }

    /** The order whose name the venue knows: the entry, or the target where there is none. */
    public long firstOrderId() {
        return firstOrderId;
    }

    /** The target's id; 0 for none. */
    public long targetOrderId() {
        if (targetPrice == 0) {
            return OrderIds.NULL_ORDER_ID;
        }
        return firstOrderId + (hasEntry ? 1 : 0);
    }

    /** The stop's id; 0 for none. */
    public long stopOrderId() {
        if (stopPrice == 0) {
            return OrderIds.NULL_ORDER_ID;
        }
        return firstOrderId + (hasEntry ? 1 : 0) + (targetPrice == 0 ? 0 : 1);
    }

    /** How many orders there are; a count. */
    public int count() {
        return (hasEntry ? 1 : 0) + (targetPrice == 0 ? 0 : 1) + (stopPrice == 0 ? 0 : 1);
    }

    /** The entry that the exits close; 0 for none. */
    public long closedOrderId() {
        return closedOrderId;
    }

    /** Which way the exits trade. */
    public Side exitSide() {
        return exitSide;
    }

    /** How long all stay open. */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** How much each trades: in quantity units. */
    public long quantity() {
        return quantity;
    }

    /** The target's limit: in price units; 0 for no target. */
    public long targetPrice() {
        return targetPrice;
    }

    /** What triggers the stop: in price units; 0 for no stop. */
    public long stopPrice() {
        return stopPrice;
    }

    /** The limit of what the stop becomes: in price units; 0 for a market order. */
    public long stopLimitPrice() {
        return stopLimitPrice;
    }

    @Override
    public String toString() {
        return "first=" + firstOrderId + (hasEntry ? ", entry " + entry : "") + ", exits " + exitSide + " "
                + timeInForce
                + " quantity=" + quantity + ", target=" + targetPrice + ", stop=" + stopPrice + ", stopLimit="
                + stopLimitPrice + ", closes=" + closedOrderId;
    }
}
