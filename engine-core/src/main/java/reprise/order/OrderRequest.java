package reprise.order;

import reprise.market.Instrument;

/**
 * What somebody wants to order, before the risk gate has seen it. Mutable, so that its owner can use one for ever; read only during
 * the call that it is passed to.
 */
public final class OrderRequest {
    private Instrument instrument;
    private Side side = Side.BUY;
    private OrderType type = OrderType.MARKET;
    private TimeInForce timeInForce = TimeInForce.GTC;
    private long quantity;
    private long limitPrice;
    private long replacedQuantity;
    private boolean byOperator;
    private long orderId;

    /**
     * Asks for a market order.
     *
     * @param newInstrument to trade.
     * @param newSide to trade on.
     * @param newQuantity in quantity units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest market(
            final Instrument newInstrument,
            final Side newSide,
            final long newQuantity,
            final TimeInForce newTimeInForce) {
        return set(newInstrument, newSide, OrderType.MARKET, newQuantity, 0, newTimeInForce);
    }

    /**
     * Asks for a limit order.
     *
     * @param newInstrument to trade.
     * @param newSide to trade on.
     * @param newQuantity in quantity units.
     * @param newLimitPrice in price units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest limit(
            final Instrument newInstrument,
            final Side newSide,
            final long newQuantity,
            final long newLimitPrice,
            final TimeInForce newTimeInForce) {
        return set(newInstrument, newSide, OrderType.LIMIT, newQuantity, newLimitPrice, newTimeInForce);
    }

    private OrderRequest set(
            final Instrument newInstrument,
            final Side newSide,
            final OrderType newType,
            final long newQuantity,
            final long newLimitPrice,
            final TimeInForce newTimeInForce) {
        instrument = newInstrument;
        side = newSide;
        type = newType;
        quantity = newQuantity;
        limitPrice = newLimitPrice;
        timeInForce = newTimeInForce;
        replacedQuantity = 0;
        byOperator = false;
        orderId = OrderIds.NULL_ORDER_ID;
        return this;
    }

    /**
     * The price by which the order is valued before it trades: its limit, or the market's price.
     *
     * @return in price units; 0 where there is none.
     */
    public long valuationPrice() {
        return type == OrderType.LIMIT ? limitPrice : instrument.markPrice();
    }

    /**
     * The change of position if all of it trades.
     *
     * @return quantity with the sign of the side.
     */
    public long signedQuantity() {
        return side.sign() * quantity;
    }

    /**
     * What to trade.
     *
     * @return the instrument.
     */
    public Instrument instrument() {
        return instrument;
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
     * @return in price units; 0 for market orders.
     */
    public long limitPrice() {
        return limitPrice;
    }

    /**
     * Makes this a request for new terms of an open order.
     *
     * @param newReplacedQuantity what may still trade of the order under its old terms, positive.
     * @return this.
     */
    public OrderRequest replacing(final long newReplacedQuantity) {
        replacedQuantity = newReplacedQuantity;
        return this;
    }

    /**
     * What the request takes the place of.
     *
     * @return leaves quantity under the old terms; 0 for a new order.
     */
    public long replacedQuantity() {
        return replacedQuantity;
    }

    /**
     * Makes this the operator's explicit request: it passes a halt, and size limits do not keep it from closing a position. Strategies that
     * try it are stopped.
     *
     * @return this.
     */
    public OrderRequest byOperator() {
        byOperator = true;
        return this;
    }

    /**
     * Whether the operator asked for it explicitly.
     *
     * @return false for what strategies want.
     */
    public boolean isByOperator() {
        return byOperator;
    }

    /**
     * The id of the order that came of this request.
     *
     * @return the id, or {@link OrderIds#NULL_ORDER_ID} before acceptance and after a refusal.
     */
    public long orderId() {
        return orderId;
    }

    /**
     * The request became an order; called by the core only.
     *
     * @param newOrderId its id.
     */
    public void becameOrder(final long newOrderId) {
        orderId = newOrderId;
    }
}
