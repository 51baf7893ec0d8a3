package reprise.order;

import reprise.state.StateExchange;

/**
 * What an order is to do: side, type, time in force, quantity and prices. Mutable and reused; read only during the call that it is passed
 * to. Prices and quantities are in the instrument's decimals.
 */
public final class OrderTerms {
    private Side side = Side.BUY;
    private OrderType type = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long quantity;
    private long limitPrice;
    private long stopPrice;
    private long trailDistance;
    private long entryOrderId;
    private long cashOrderQty;

    /**
     * New terms; prices, the entry order and an amount are none until they are given.
     *
     * @param newSide which way.
     * @param newType how it finds its price.
     * @param newTimeInForce how long it stays open.
     * @param newQuantity how much.
     * @return this.
     */
    public OrderTerms set(
            final Side newSide, final OrderType newType, final TimeInForce newTimeInForce, final long newQuantity) {
        side = newSide;
        type = newType;
        timeInForce = newTimeInForce;
        quantity = newQuantity;
        limitPrice = 0;
        stopPrice = 0;
        trailDistance = 0;
        entryOrderId = OrderIds.NULL_ORDER_ID;
        cashOrderQty = 0;
        return this;
    }

    /**
     * The terms of another.
     *
     * @param other to take all terms from.
     * @return this.
     */
    public OrderTerms set(final OrderTerms other) {
        return set(other.side, other.type, other.timeInForce, other.quantity)
                .limitPrice(other.limitPrice)
                .stopPrice(other.stopPrice)
                .trailDistance(other.trailDistance)
                .entryOrderId(other.entryOrderId)
                .cashOrderQty(other.cashOrderQty);
    }

    /**
     * Changes how much is ordered in all.
     *
     * @param newQuantity in quantity units.
     * @return this.
     */
    public OrderTerms quantity(final long newQuantity) {
        quantity = newQuantity;
        return this;
    }

    /**
     * Changes the limit.
     *
     * @param newLimitPrice in price units; 0 for none.
     * @return this.
     */
    public OrderTerms limitPrice(final long newLimitPrice) {
        limitPrice = newLimitPrice;
        return this;
    }

    /**
     * Changes the stop.
     *
     * @param newStopPrice in price units; 0 for none.
     * @return this.
     */
    public OrderTerms stopPrice(final long newStopPrice) {
        stopPrice = newStopPrice;
        return this;
    }

    /**
     * Changes how far a trailing stop stays behind the market.
     *
     * @param newTrailDistance in price units; 0 for none.
     * @return this.
     */
    public OrderTerms trailDistance(final long newTrailDistance) {
        trailDistance = newTrailDistance;
        return this;
    }

    /**
     * Links an exit to the entry that it closes.
     *
     * @param newEntryOrderId order that opened what this one closes; 0 for none.
     * @return this.
     */
    public OrderTerms entryOrderId(final long newEntryOrderId) {
        entryOrderId = newEntryOrderId;
        return this;
    }

    /**
     * Makes it an order of an amount of money: the quantity is the most that it may come to, by our own reckoning, until the venue says what
     * it does come to.
     *
     * @param amount in money units; 0 for an order of a quantity.
     * @return this.
     */
    public OrderTerms cashOrderQty(final long amount) {
        cashOrderQty = amount;
        return this;
    }

    /**
     * Which way.
     *
     * @return the side.
     */
    public Side side() {
        return side;
    }

    /**
     * How it finds its price.
     *
     * @return the type.
     */
    public OrderType type() {
        return type;
    }

    /**
     * How long it stays open.
     *
     * @return the time in force.
     */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /**
     * How much.
     *
     * @return in quantity units.
     */
    public long quantity() {
        return quantity;
    }

    /**
     * The limit.
     *
     * @return in price units; 0 for none.
     */
    public long limitPrice() {
        return limitPrice;
    }

    /**
     * The stop.
     *
     * @return in price units; 0 for none.
     */
    public long stopPrice() {
        return stopPrice;
    }

    /**
     * How far a trailing stop stays behind the market.
     *
     * @return in price units; 0 for none.
     */
    public long trailDistance() {
        return trailDistance;
    }

    /**
     * The order that opened what this one closes.
     *
     * @return its id; 0 for none.
     */
    public long entryOrderId() {
        return entryOrderId;
    }

    /**
     * The amount that is ordered, where it is no quantity.
     *
     * @return in money units; 0 for an order of a quantity.
     */
    public long cashOrderQty() {
        return cashOrderQty;
    }

    void exchange(final StateExchange state) {
        side = state.field("side", side, Side::valueOf);
        type = state.field("type", type, OrderType::valueOf);
        timeInForce = state.field("timeInForce", timeInForce, TimeInForce::valueOf);
        quantity = state.field("quantity", quantity);
        limitPrice = state.field("limitPrice", limitPrice);
        stopPrice = state.field("stopPrice", stopPrice);
        trailDistance = state.field("trailDistance", trailDistance);
        entryOrderId = state.field("entryOrderId", entryOrderId);
        cashOrderQty = state.field("cashOrderQty", cashOrderQty);
    }

    @Override
    public String toString() {
        return side + " " + type + " " + timeInForce + " quantity=" + quantity + ", limitPrice=" + limitPrice
                + ", stopPrice=" + stopPrice + ", trailDistance=" + trailDistance + ", entryOrderId=" + entryOrderId
                + (cashOrderQty == 0 ? "" : ", cashOrderQty=" + cashOrderQty);
    }
}
