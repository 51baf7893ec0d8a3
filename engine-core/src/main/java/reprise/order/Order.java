package reprise.order;

import reprise.market.Instrument;
import reprise.state.Snapshotable;
import reprise.state.StateExchange;

/**
 * One order of ours. Changed only by the core through {@link Orders}; others read it during callbacks. Objects are reused some time after
 * the order ended, so keep the id, not the object. Part of replayed state.
 */
public final class Order implements Snapshotable {
    private static final long MAX_VALUE = Long.MAX_VALUE / 1024;

    /** Beyond an amount by a part of so much, a venue has traded too much for it; less is rounding. */
    private static final long OVERSPENT_PART = 100;

    private long orderId;
    private int strategyId;
    private int instrumentId;
    private final OrderTerms terms = new OrderTerms();
    private final OrderLife life = new OrderLife(terms);
    private long createdTimeNs;
    private long deadlineNs;
    private long group;
    private boolean byOperator;
    private boolean emulated;
    private boolean contingent;
    private OrderPurpose purpose = OrderPurpose.STRATEGY;
    private Instrument instrument;
    long valuationPrice;

    /** What the sums of {@link Orders} hold of this order; follows from the rest. */
    long countedQuantity;

    long countedValue;
    OrderState countedState;

    /** Which of its pool it is; not part of the state. */
    final int poolIndex;

    Order(final int poolIndex) {
        this.poolIndex = poolIndex;
    }

    void open(final long newOrderId, final int newStrategyId, final OrderRequest request, final long timeNs) {
        orderId = newOrderId;
        strategyId = newStrategyId;
        instrumentId = request.instrument().id();
        terms.set(request.terms());
        life.open(newOrderId, request.isHeldByEngine());
        createdTimeNs = timeNs;
        deadlineNs = 0;
        group = 0;
        byOperator = request.isByOperator();
        emulated = request.isHeldByEngine();
        contingent = request.isContingent();
        purpose = OrderPurpose.STRATEGY;
        instrument = request.instrument();
        valuationPrice = request.valuationPrice();
        countedQuantity = 0;
        countedValue = 0;
        countedState = null;
    }

    /** It was restored, and trades this; the sums hold nothing of it yet. */
    void restored(final Instrument itsInstrument) {
        instrument = itsInstrument;
        countedQuantity = 0;
        countedValue = 0;
        countedState = state();
    }

    /** Its life, for those who may change it. */
    OrderLife life() {
        return life;
    }

    void deadlineNs(final long newDeadlineNs) {
        deadlineNs = newDeadlineNs;
    }

    void sentFor(final OrderPurpose newPurpose) {
        purpose = newPurpose;
    }

    void join(final long newGroup) {
        group = newGroup;
    }

    void contingent(final boolean isContingent) {
        contingent = isContingent;
    }

    /** Names the order: deterministic id, see {@link OrderIds}. */
    public long orderId() {
        return orderId;
    }

    /** Whose order it is: id of a strategy, or 0 for the operator. */
    public int strategyId() {
        return strategyId;
    }

    /** What it trades: dense instrument id. */
    public int instrumentId() {
        return instrumentId;
    }

    /** Which way it trades. */
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

    /** How much was ordered: in quantity units. */
    public long quantity() {
        return terms.quantity();
    }

    /** The limit: in price units; 0 for market orders. */
    public long limitPrice() {
        return terms.limitPrice();
    }

    /** All terms as the venue has them, as far as we know; to be read only. */
    public OrderTerms terms() {
        return terms;
    }

    /**
     * How many replacements were asked for.
     *
     * @return count, by which the venue knows the last one.
     */
    public int revision() {
        return life.revision;
    }

    /** Where it is in its life. */
    public OrderState state() {
        return life.state;
    }

    /**
     * Why the order, or the last request about it, was refused.
     *
     * @return the reason, or NONE.
     */
    public RejectReason rejectReason() {
        return life.rejectReason;
    }

    /**
     * How much has traded; beyond {@link #quantity()} when a venue over-fills.
     *
     * @return in quantity units.
     */
    public long filledQuantity() {
        return life.filled;
    }

    /**
     * How much may still trade.
     *
     * @return in quantity units; 0 once the order has ended.
     */
    public long leavesQuantity() {
        return life.state.isOpen() ? Math.max(terms.quantity() - life.filled - life.busted, 0) : 0;
    }

    /**
     * How much may still trade in the worst case: a replacement that was asked for may have taken effect or not.
     *
     * @return in quantity units, the larger of the two; 0 once the order has ended.
     */
    public long exposedQuantity() {
        final long worst = Math.max(terms.quantity(), life.pendingQuantity) - life.filled - life.busted;
        return life.state.isOpen() ? Math.max(worst, 0) : 0;
    }

    /**
     * What may still be paid for it, without fees: {@link #exposedQuantity} at its limit, the higher one while a replacement is pending; at its
     * stop or the market's price when it was ordered, where it has no limit.
     *
     * @return money, positive; 90 million where money cannot say it.
     */
    public long exposedValue() {
        final long limit = Math.max(terms.limitPrice(), life.pendingLimitPrice);
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
        return life.filledNotional;
    }

    /**
     * Fees of what has traded.
     *
     * @return money; positive is paid.
     */
    public long fees() {
        return life.fees;
    }

    /** Why it was sent. */
    public OrderPurpose purpose() {
        return purpose;
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
     * Whether the engine stands in for the venue: it waits for the trigger itself, and the venue only ever sees the market or limit order
     * that comes of it.
     *
     * @return false for what the venue works as it was ordered.
     */
    public boolean isEmulated() {
        return emulated;
    }

    /**
     * Whether the stop was reached, here or at the venue.
     *
     * @return false for orders without a stop.
     */
    public boolean isTriggered() {
        return life.triggered;
    }

    /**
     * How much of what had traded was taken back by the venue; it is not worked again.
     *
     * @return in quantity units.
     */
    public long bustedQuantity() {
        return life.busted;
    }

    /**
     * Whether a request to cancel it was made and not refused.
     *
     * @return true also after the order ended.
     */
    public boolean isCancelAsked() {
        return life.isCancelAsked();
    }

    /**
     * Whether the venue has shown that it knows the order.
     *
     * @return true once it was accepted, traded, or changed.
     */
    public boolean wasSeenAtVenue() {
        return life.wasSeen();
    }

    /** How often the venue was asked for it since its outcome is unknown, without effect; a count. */
    public int queries() {
        return life.queries;
    }

    /**
     * Whether a request to cancel it has no answer yet.
     *
     * @return true also while its outcome is unknown.
     */
    public boolean isCancelUnanswered() {
        return life.isCancelUnanswered();
    }

    /** Whether the order itself has no answer yet; also true while its outcome is unknown. */
    public boolean isSubmitUnanswered() {
        return life.isSubmitUnanswered();
    }

    /** Whether a replacement has no answer yet; also true while its outcome is unknown. */
    public boolean isReplaceUnanswered() {
        return life.isReplaceUnanswered();
    }

    /**
     * When what is in doubt was asked for by a process that may have died before it left, so that it may be asked for once more when the venue
     * says that it was not; 0 for what was surely sent.
     */
    public long unsentSinceNs() {
        return life.unsentSinceNs;
    }

    /** What a replacement without an answer asked for: its quantity, limit and stop. */
    public void pendingTo(final OrderTerms asked) {
        life.pendingTo(asked);
    }

    /**
     * When the core gives up waiting for an answer, or asks again.
     *
     * @return nanoseconds since the epoch; of no meaning while nothing is unanswered.
     */
    public long deadlineNs() {
        return deadlineNs;
    }

    /**
     * The group that it belongs to: a bracket, orders of which one cancels the other, or a pair of its strategy.
     *
     * @return number of the group, for a pair below 0; 0 for none.
     */
    public long group() {
        return group;
    }

    /**
     * Whether it will trade only instead of another order that is open too, so that it adds nothing to the worst case.
     *
     * @return false once the other has ended.
     */
    public boolean isContingent() {
        return contingent;
    }

    /** Whether it may still trade as far as we know: true up to the end states. */
    public boolean isOpen() {
        return life.state.isOpen();
    }

    /** Whether its quantity is our own reckoning of what its amount may come to at most; how much has traded is no end of it then. */
    public boolean isQuantityEstimated() {
        return life.isEstimated();
    }

    /**
     * Whether more has traded than was ordered. More than the terms is allowed for while a replacement to more has no answer: the fills
     * show that it took effect. Of an order of an amount the money counts, whatever it has bought.
     *
     * @return true for a venue's error that must stop trading.
     */
    public boolean isOverfilled() {
        final long amount = terms.cashOrderQty();
        if (amount != 0) {
            return life.filledNotional > amount + amount / OVERSPENT_PART;
        }
        return life.filled > Math.max(terms.quantity(), life.pendingQuantity);
    }

    @Override
    public void exchange(final StateExchange state) {
        orderId = state.key("order", orderId);
        strategyId = state.field("strategyId", strategyId);
        instrumentId = state.field("instrumentId", instrumentId);
        terms.exchange(state);
        life.exchange(orderId, state);
        createdTimeNs = state.field("createdTimeNs", createdTimeNs);
        deadlineNs = state.field("deadlineNs", deadlineNs);
        group = state.field("group", group);
        byOperator = state.field("byOperator", byOperator);
        emulated = state.field("emulated", emulated);
        contingent = state.field("contingent", contingent);
        purpose = state.field("purpose", purpose, OrderPurpose::valueOf);
        valuationPrice = state.field("valuationPrice", valuationPrice);
    }
}
