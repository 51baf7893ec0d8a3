package reprise.order;

import reprise.market.Instrument;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * One order of ours. Changed only by the core through {@link Orders}; others read it during callbacks. Objects are reused some time after
 * the order ended, so keep the id, not the object. Part of replayed state.
 */
public final class Order implements Snapshotable {
    private static final long MAX_VALUE = Long.MAX_VALUE / 1024;

    private long orderId;
    private int strategyId;
    private int instrumentId;
    private final OrderTerms terms = new OrderTerms();
    private long pendingQuantity;
    private long pendingLimitPrice;
    private long pendingStopPrice;
    private int revision;
    private OrderState state;
    private RejectReason rejectReason;
    private long filledQuantity;
    private long filledNotional;
    private long fees;
    private long createdTimeNs;
    private boolean byOperator;
    private Instrument instrument;
    private long valuationPrice;

    /** What the sums of open quantities have counted of it. */
    long countedQuantity;

    long countedValue;

    Order() {}

    void open(final long newOrderId, final int newStrategyId, final OrderRequest request, final long timeNs) {
        orderId = newOrderId;
        strategyId = newStrategyId;
        instrumentId = request.instrument().id();
        terms.set(request.terms());
        forgetReplacement();
        revision = 0;
        state = OrderState.PENDING_NEW;
        rejectReason = RejectReason.NONE;
        filledQuantity = 0;
        filledNotional = 0;
        fees = 0;
        createdTimeNs = timeNs;
        byOperator = request.isByOperator();
        instrument = request.instrument();
        valuationPrice = request.valuationPrice();
        countedQuantity = 0;
        countedValue = 0;
    }

    private void become(final OrderState newState) {
        if (!state.canBecome(newState)) {
            throw new IllegalStateException(
                    "illegal transition: from=" + state + ", to=" + newState + ", orderId=" + orderId);
        }
        state = newState;
    }

    /** A refused cancel leaves a replacement that was asked for before it still unanswered. */
    private OrderState workingState() {
        if (pendingQuantity > 0) {
            return OrderState.PENDING_REPLACE;
        }
        return filledQuantity == 0 ? OrderState.NEW : OrderState.PARTIALLY_FILLED;
    }

    /** Acceptance is news only before anything else was heard. */
    boolean accept() {
        if (state != OrderState.PENDING_NEW) {
            return false;
        }
        become(OrderState.NEW);
        return true;
    }

    boolean reject(final RejectReason reason) {
        if (!state.isOpen() || filledQuantity > 0) {
            return false;
        }
        become(OrderState.REJECTED);
        rejectReason = reason;
        return true;
    }

    /** Always booked: a fill that comes early, late or beyond the quantity has moved money all the same. */
    void fill(final long fillQuantity, final long notional, final long fee) {
        filledQuantity += fillQuantity;
        filledNotional += notional;
        fees += fee;
        if (filledQuantity >= terms.quantity()) {
            if (state != OrderState.FILLED) {
                become(OrderState.FILLED);
            }
        } else if (state == OrderState.PENDING_NEW || state == OrderState.NEW) {
            become(OrderState.PARTIALLY_FILLED);
        }
    }

    boolean end(final OrderState endState) {
        if (!state.isOpen()) {
            return false;
        }
        become(endState);
        return true;
    }

    void requestCancel() {
        become(OrderState.PENDING_CANCEL);
    }

    void requestReplace(final long newQuantity, final long newLimitPrice, final long newStopPrice) {
        become(OrderState.PENDING_REPLACE);
        pendingQuantity = newQuantity;
        pendingLimitPrice = newLimitPrice;
        pendingStopPrice = newStopPrice;
        revision++;
    }

    boolean replaced(final long newQuantity, final long newLimitPrice, final long newStopPrice) {
        if (!state.isOpen()) {
            return false;
        }
        terms.quantity(newQuantity).limitPrice(newLimitPrice).stopPrice(newStopPrice);
        forgetReplacement();
        if (filledQuantity >= terms.quantity()) {
            become(OrderState.FILLED);
        } else if (state == OrderState.PENDING_REPLACE) {
            become(workingState());
        }
        return true;
    }

    private void forgetReplacement() {
        pendingQuantity = 0;
        pendingLimitPrice = 0;
        pendingStopPrice = 0;
    }

    boolean requestRefused(final OrderState pending, final RejectReason reason) {
        if (pending == OrderState.PENDING_REPLACE) {
            forgetReplacement();
        }
        if (state != pending) {
            return false;
        }
        become(workingState());
        rejectReason = reason;
        return true;
    }

    /**
     * Names the order.
     *
     * @return deterministic id, see {@link OrderIds}.
     */
    public long orderId() {
        return orderId;
    }

    /**
     * Whose order it is.
     *
     * @return id of a strategy, or 0 for the operator.
     */
    public int strategyId() {
        return strategyId;
    }

    /**
     * What it trades.
     *
     * @return dense instrument id.
     */
    public int instrumentId() {
        return instrumentId;
    }

    /**
     * Which way it trades.
     *
     * @return the side.
     */
    public Side side() {
        return terms.side();
    }

    /**
     * How it finds its price.
     *
     * @return the type.
     */
    public OrderType type() {
        return terms.type();
    }

    /**
     * How long it stays open.
     *
     * @return the time in force.
     */
    public TimeInForce timeInForce() {
        return terms.timeInForce();
    }

    /**
     * How much was ordered.
     *
     * @return in quantity units.
     */
    public long quantity() {
        return terms.quantity();
    }

    /**
     * The limit.
     *
     * @return in price units; 0 for market orders.
     */
    public long limitPrice() {
        return terms.limitPrice();
    }

    /**
     * All terms as the venue has them, as far as we know.
     *
     * @return to be read only.
     */
    public OrderTerms terms() {
        return terms;
    }

    /**
     * How many replacements were asked for.
     *
     * @return count, by which the venue knows the last one.
     */
    public int revision() {
        return revision;
    }

    /**
     * Where it is in its life.
     *
     * @return the state.
     */
    public OrderState state() {
        return state;
    }

    /**
     * Why the order, or the last request about it, was refused.
     *
     * @return the reason, or NONE.
     */
    public RejectReason rejectReason() {
        return rejectReason;
    }

    /**
     * How much has traded; beyond {@link #quantity()} when a venue over-fills.
     *
     * @return in quantity units.
     */
    public long filledQuantity() {
        return filledQuantity;
    }

    /**
     * How much may still trade.
     *
     * @return in quantity units; 0 once the order has ended.
     */
    public long leavesQuantity() {
        return state.isOpen() ? Math.max(terms.quantity() - filledQuantity, 0) : 0;
    }

    /**
     * How much may still trade in the worst case: a replacement that was asked for may have taken effect or not.
     *
     * @return in quantity units, the larger of the two; 0 once the order has ended.
     */
    public long exposedQuantity() {
        return state.isOpen() ? Math.max(Math.max(terms.quantity(), pendingQuantity) - filledQuantity, 0) : 0;
    }

    /**
     * What may still be paid for it, without fees: {@link #exposedQuantity} at its limit, the higher one while a replacement is pending; at its
     * stop or the market's price when it was ordered, where it has no limit.
     *
     * @return money, positive; 90 million where money cannot say it.
     */
    public long exposedValue() {
        final long limit = Math.max(terms.limitPrice(), pendingLimitPrice);
        final long price = limit > 0 ? limit : valuationPrice;
        final long exposed = exposedQuantity();
        try {
            return exposed == 0 ? 0 : instrument.notional(price, exposed);
        } catch (final ArithmeticException e) {
            return MAX_VALUE;
        }
    }

    /**
     * Value of what has traded.
     *
     * @return money, positive.
     */
    public long filledNotional() {
        return filledNotional;
    }

    /**
     * Fees of what has traded.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return fees;
    }

    /**
     * When the core decided it.
     *
     * @return nanoseconds since the epoch.
     */
    public long createdTimeNs() {
        return createdTimeNs;
    }

    /**
     * Whether the operator ordered it explicitly, be it in a strategy's book.
     *
     * @return false for what strategies ordered.
     */
    public boolean isByOperator() {
        return byOperator;
    }

    /**
     * Whether it may still trade as far as we know.
     *
     * @return true up to the end states.
     */
    public boolean isOpen() {
        return state.isOpen();
    }

    /**
     * Whether more has traded than was ordered.
     *
     * @return true for a venue's error that must stop trading.
     */
    public boolean isOverfilled() {
        return filledQuantity > terms.quantity();
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("order", orderId);
        sink.field("strategyId", strategyId);
        sink.field("instrumentId", instrumentId);
        sink.field("side", terms.side().name());
        sink.field("type", terms.type().name());
        sink.field("timeInForce", terms.timeInForce().name());
        sink.field("quantity", terms.quantity());
        sink.field("limitPrice", terms.limitPrice());
        sink.field("stopPrice", terms.stopPrice());
        sink.field("trailDistance", terms.trailDistance());
        sink.field("entryOrderId", terms.entryOrderId());
        sink.field("pendingQuantity", pendingQuantity);
        sink.field("pendingLimitPrice", pendingLimitPrice);
        sink.field("pendingStopPrice", pendingStopPrice);
        sink.field("revision", revision);
        sink.field("state", state.name());
        sink.field("rejectReason", rejectReason.name());
        sink.field("filledQuantity", filledQuantity);
        sink.field("filledNotional", filledNotional);
        sink.field("fees", fees);
        sink.field("createdTimeNs", createdTimeNs);
        sink.field("byOperator", byOperator);
        sink.field("valuationPrice", valuationPrice);
    }
}
