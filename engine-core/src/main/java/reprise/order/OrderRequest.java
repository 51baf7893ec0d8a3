package reprise.order;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * What somebody wants to order, before the risk gate has seen it. Mutable, so that its owner can use one for ever; read only during
 * the call that it is passed to.
 */
public final class OrderRequest {
    /** How far the market may fall before an amount buys more than was reckoned, in percent. */
    private static final int COLLAR_PERCENT = 3;

    private static final int PERCENT_DECIMALS = 2;

    private Instrument instrument;
    private final OrderTerms terms = new OrderTerms();
    private long replacedQuantity;
    private long replacedValue;
    private boolean byOperator;
    private boolean heldByEngine;
    private boolean contingent;
    private long amountPrice;
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
     * Asks for a market order of an amount of money. An instrument that takes amounts is bought by one: the venue says what it comes to, and
     * until then the quantity is what it buys three percent below the market, for all that counts quantities. In any other case it is an order
     * of the quantity that the amount buys at the market's price, rounded down to the lot.
     *
     * @param newInstrument to trade, whose price is known.
     * @param newSide to trade on.
     * @param amount in money units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest marketFor(
            final Instrument newInstrument, final Side newSide, final long amount, final TimeInForce newTimeInForce) {
        set(newInstrument, newSide, OrderType.MARKET, 0, 0, newTimeInForce);
        final long price = newInstrument.markPrice();
        if (price <= 0) {
            return this;
        }
        if (newSide == Side.BUY && newInstrument.definition().takesAmounts()) {
            amountPrice = price - Decimals.multiply(price, COLLAR_PERCENT, PERCENT_DECIMALS, Rounding.FLOOR);
            terms.cashOrderQty(amount);
        }
        terms.quantity(newInstrument.quantityFor(amount, amountPrice == 0 ? price : amountPrice));
        return this;
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

    /**
     * Asks for a stop order: a market order once the market has reached the stop price.
     *
     * @param newInstrument to trade.
     * @param newSide to trade on.
     * @param newQuantity in quantity units.
     * @param newStopPrice in price units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest stop(
            final Instrument newInstrument,
            final Side newSide,
            final long newQuantity,
            final long newStopPrice,
            final TimeInForce newTimeInForce) {
        set(newInstrument, newSide, OrderType.STOP, newQuantity, 0, newTimeInForce);
        terms.stopPrice(newStopPrice);
        return this;
    }

    /**
     * Asks for a stop-limit order: a limit order once the market has reached the stop price.
     *
     * @param newInstrument to trade.
     * @param newSide to trade on.
     * @param newQuantity in quantity units.
     * @param newStopPrice in price units.
     * @param newLimitPrice in price units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest stopLimit(
            final Instrument newInstrument,
            final Side newSide,
            final long newQuantity,
            final long newStopPrice,
            final long newLimitPrice,
            final TimeInForce newTimeInForce) {
        set(newInstrument, newSide, OrderType.STOP_LIMIT, newQuantity, newLimitPrice, newTimeInForce);
        terms.stopPrice(newStopPrice);
        return this;
    }

    /**
     * Asks for a trailing stop order: its stop price follows the market at a distance.
     *
     * @param newInstrument to trade.
     * @param newSide to trade on.
     * @param newQuantity in quantity units.
     * @param newTrailDistance in price units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest trailingStop(
            final Instrument newInstrument,
            final Side newSide,
            final long newQuantity,
            final long newTrailDistance,
            final TimeInForce newTimeInForce) {
        set(newInstrument, newSide, OrderType.TRAILING_STOP, newQuantity, 0, newTimeInForce);
        terms.trailDistance(newTrailDistance);
        return this;
    }

    /**
     * Asks for a limit order that is refused rather than take liquidity.
     *
     * @param newInstrument to trade.
     * @param newSide to trade on.
     * @param newQuantity in quantity units.
     * @param newLimitPrice in price units.
     * @param newTimeInForce how long it stays open.
     * @return this.
     */
    public OrderRequest limitMaker(
            final Instrument newInstrument,
            final Side newSide,
            final long newQuantity,
            final long newLimitPrice,
            final TimeInForce newTimeInForce) {
        return set(newInstrument, newSide, OrderType.LIMIT_MAKER, newQuantity, newLimitPrice, newTimeInForce);
    }

    /**
     * Asks for an order of given terms.
     *
     * @param newInstrument to trade.
     * @param newTerms copied.
     * @return this.
     */
    public OrderRequest of(final Instrument newInstrument, final OrderTerms newTerms) {
        begin(newInstrument);
        terms.set(newTerms);
        return this;
    }

    private OrderRequest set(
            final Instrument newInstrument,
            final Side newSide,
            final OrderType newType,
            final long newQuantity,
            final long newLimitPrice,
            final TimeInForce newTimeInForce) {
        begin(newInstrument);
        terms.set(newSide, newType, newTimeInForce, newQuantity).limitPrice(newLimitPrice);
        return this;
    }

    private void begin(final Instrument newInstrument) {
        instrument = newInstrument;
        replacedQuantity = 0;
        replacedValue = 0;
        byOperator = false;
        heldByEngine = false;
        contingent = false;
        amountPrice = 0;
        orderId = OrderIds.NULL_ORDER_ID;
    }

    /**
     * Makes this the exit of an entry.
     *
     * @param entryOrderId order that opened what this one closes.
     * @return this.
     */
    public OrderRequest closing(final long entryOrderId) {
        terms.entryOrderId(entryOrderId);
        return this;
    }

    /**
     * All terms.
     *
     * @return one object for the life of this request.
     */
    public OrderTerms terms() {
        return terms;
    }

    /**
     * The price by which the order is valued before it trades: its limit, or its stop, or the market's price; of an amount, the price at which
     * it buys the quantity, so that the order is worth the amount.
     *
     * @return in price units; 0 where there is none.
     */
    public long valuationPrice() {
        if (terms.limitPrice() != 0 || amountPrice != 0) {
            return terms.limitPrice() + amountPrice;
        }
        return terms.stopPrice() != 0 ? terms.stopPrice() : instrument.markPrice();
    }

    /**
     * The change of position if all of it trades.
     *
     * @return quantity with the sign of the side.
     */
    public long signedQuantity() {
        return terms.side().sign() * terms.quantity();
    }

    /** What to trade. */
    public Instrument instrument() {
        return instrument;
    }

    /** Which way. */
    public Side side() {
        return terms.side();
    }

    /** How it finds its price. */
    public OrderType type() {
        return terms.type();
    }

    /** How long it stays open. */
    public TimeInForce timeInForce() {
        return terms.timeInForce();
    }

    /** How much: in quantity units. */
    public long quantity() {
        return terms.quantity();
    }

    /** The limit: in price units; 0 for market orders. */
    public long limitPrice() {
        return terms.limitPrice();
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
     * Makes this a request for new terms of an open order.
     *
     * @param order whose place it takes.
     * @return this.
     */
    public OrderRequest replacing(final Order order) {
        replacedValue = order.exposedValue();
        return replacing(order.exposedQuantity());
    }

    /**
     * What the order that this takes the place of may still cost.
     *
     * @return money; 0 for a new order.
     */
    public long replacedValue() {
        return replacedValue;
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
     * Makes this one of two orders that trade instead of each other: what may still trade of the other is not added to it.
     *
     * @param otherQuantity what may still trade of the other, positive.
     * @return this.
     */
    public OrderRequest contingentOn(final long otherQuantity) {
        contingent = true;
        return replacing(otherQuantity);
    }

    /** Makes this stand alone again; returns this. */
    public OrderRequest standingAlone() {
        contingent = false;
        return replacing(0);
    }

    /** Whether it trades instead of another; false for orders that stand alone. */
    public boolean isContingent() {
        return contingent;
    }

    /**
     * Makes the engine wait for the stop itself, whatever the venue can do: nobody else sees the stop, and the venue cannot refuse it. But it
     * protects only while the engine runs.
     *
     * @return this.
     */
    public OrderRequest heldByEngine() {
        heldByEngine = true;
        return this;
    }

    /**
     * Whether the engine waits for the stop.
     *
     * @return false where the venue does, or where there is no stop.
     */
    public boolean isHeldByEngine() {
        return heldByEngine;
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
