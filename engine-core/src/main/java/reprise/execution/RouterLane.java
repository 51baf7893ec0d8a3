package reprise.execution;

import reprise.market.Instrument;
import reprise.order.OrderIds;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;

/** The opening or the closing half of a {@link LimitRouter}: at most one order at the market, and at most one wish that waits for it to go. */
final class RouterLane {
    private static final long NEVER = Long.MAX_VALUE;

    private final int strategyId;
    private final Instrument instrument;
    private final LimitRouterSettings settings;
    private final OrderEntry entry;
    private final ExecutionListener listener;
    private final boolean opens;
    private final OrderRequest request = new OrderRequest();
    private final ChildOrder child = new ChildOrder();

    private Side wantedSide = Side.BUY;
    private long wantedQuantity;
    private long wantedNs;
    private long nextRequestNs = Long.MIN_VALUE;
    private long nextCancelNs = Long.MIN_VALUE;
    private long pricedTwiceMid;
    private long askedTwiceMid;
    private long askedPrice;
    private boolean cancelWanted;
    private long spendable;

    RouterLane(
            final int strategyId,
            final Instrument instrument,
            final LimitRouterSettings settings,
            final OrderEntry entry,
            final ExecutionListener listener,
            final boolean opens) {
        this.strategyId = strategyId;
        this.instrument = instrument;
        this.settings = settings;
        this.entry = entry;
        this.listener = listener;
        this.opens = opens;
    }

    void want(final Side side, final long quantity, final long nowNs) {
        final boolean outstanding = child.isOutstanding();
        if (outstanding && child.side() == side && !cancelWanted) {
            decide(ExecutionDecision.DUPLICATE_INTENT, child.orderId(), quantity, child.limitPrice(), 0);
            return;
        }
        if (outstanding && !cancelWanted && !settings.cancelOnFlip()) {
            decide(ExecutionDecision.OPPOSITE_WORKING, child.orderId(), quantity, child.limitPrice(), 0);
            return;
        }
        wantedSide = side;
        wantedQuantity = quantity;
        wantedNs = nowNs;
        if (outstanding) {
            cancelWanted = true;
            proceed(nowNs);
        } else {
            place(nowNs);
        }
    }

    /** A wish for the other side came to the other lane. */
    void onFlip(final Side side, final long nowNs) {
        if (settings.cancelOnFlip() && wantedQuantity > 0 && wantedSide != side) {
            wantedQuantity = 0;
        }
        if (settings.cancelOnFlip() && child.isOutstanding() && child.side() != side) {
            cancelWanted = true;
            proceed(nowNs);
        }
    }

    void cancel(final long nowNs) {
        wantedQuantity = 0;
        if (child.isOutstanding()) {
            cancelWanted = true;
            proceed(nowNs);
        }
    }

    private void place(final long nowNs) {
        final long twiceMid = MidPrice.twice(instrument);
        final long tick = instrument.definition().tickSize();
        final long price = twiceMid == 0 ? 0 : MidPrice.awayFrom(twiceMid, wantedSide, settings.awayRate(), tick);
        if (price <= 0) {
            nextRequestNs = twiceMid == 0 ? nextRequestNs : nowNs + settings.minRepriceNs();
            return;
        }
        final long quantity = affordable(wantedQuantity, wantedSide, price);
        if (quantity == 0 || instrument.notional(price, quantity) < settings.minNotional()) {
            decide(ExecutionDecision.SKIPPED_DUST, OrderIds.NULL_ORDER_ID, quantity, price, twiceMid);
            wantedQuantity = 0;
        } else if (settings.dryRun()) {
            decide(ExecutionDecision.WOULD_SUBMIT, OrderIds.NULL_ORDER_ID, quantity, price, twiceMid);
            wantedQuantity = 0;
        } else {
            submit(quantity, price, twiceMid, nowNs);
        }
    }

    /** A refused opening is given up; a refused closing is tried again, since nobody must be kept from getting out. */
    private void submit(final long quantity, final long price, final long twiceMid, final long nowNs) {
        request.limit(instrument, wantedSide, quantity, price, TimeInForce.GTC);
        final RejectReason reason = child.submit(entry, strategyId, request, nowNs);
        nextRequestNs = nowNs + settings.minRepriceNs();
        if (reason == RejectReason.NONE) {
            wantedQuantity = 0;
            cancelWanted = false;
            nextCancelNs = Long.MIN_VALUE;
            pricedTwiceMid = twiceMid;
            decide(ExecutionDecision.SUBMITTED, child.orderId(), quantity, price, twiceMid);
        } else {
            wantedQuantity = opens ? 0 : wantedQuantity;
            refused(reason, OrderIds.NULL_ORDER_ID, quantity, price, twiceMid);
        }
    }

    private long affordable(final long quantity, final Side side, final long price) {
        final long lot = instrument.definition().lotSize();
        final long onLot = quantity - quantity % lot;
        if (!opens) {
            return onLot;
        }
        final long capped = Math.min(onLot, instrument.quantityFor(settings.notionalCap(), price));
        return side == Side.BUY ? Math.min(capped, instrument.quantityFor(Math.max(spendable, 0), price)) : capped;
    }

    /** The market moved, time passed, or an order ended: whatever is due now. */
    void proceed(final long nowNs) {
        if (child.isOutstanding()) {
            maintain(nowNs);
        } else if (wantedQuantity > 0 && nowNs - wantedNs >= settings.maxLifetimeNs()) {
            decide(ExecutionDecision.INTENT_EXPIRED, OrderIds.NULL_ORDER_ID, wantedQuantity, 0, 0);
            wantedQuantity = 0;
        } else if (wantedQuantity > 0 && nowNs >= nextRequestNs) {
            place(nowNs);
        }
    }

    private void maintain(final long nowNs) {
        final boolean expired = nowNs - child.sentNs() >= settings.maxLifetimeNs();
        if (cancelWanted || expired) {
            requestCancel(nowNs);
        } else if (child.isWorking() && nowNs >= nextRequestNs && hasMoved()) {
            reprice(nowNs);
        }
    }

    /** A refused cancel is repeated no faster than orders are repriced. */
    private void requestCancel(final long nowNs) {
        cancelWanted = true;
        if (!child.isCancellable() || nowNs < nextCancelNs) {
            return;
        }
        nextCancelNs = nowNs + settings.minRepriceNs();
        if (child.cancel(entry)) {
            final long leaves = child.leavesQuantity();
            final long twiceMid = MidPrice.twice(instrument);
            decide(ExecutionDecision.CANCEL_REQUESTED, child.orderId(), leaves, child.limitPrice(), twiceMid);
        }
    }

    private boolean hasMoved() {
        final long twiceMid = MidPrice.twice(instrument);
        return twiceMid > 0 && MidPrice.hasMoved(twiceMid, pricedTwiceMid, settings.repriceRate());
    }

    private void reprice(final long nowNs) {
        final long twiceMid = MidPrice.twice(instrument);
        final long tick = instrument.definition().tickSize();
        final long price = MidPrice.awayFrom(twiceMid, child.side(), settings.awayRate(), tick);
        nextRequestNs = nowNs + settings.minRepriceNs();
        if (price <= 0 || price == child.limitPrice()) {
            pricedTwiceMid = price <= 0 ? pricedTwiceMid : twiceMid;
            return;
        }
        final long filled = child.filledQuantity();
        final long most = opens ? instrument.quantityFor(settings.notionalCap(), price) : Long.MAX_VALUE;
        final long leaves = affordable(Math.max(Math.min(child.quantity(), most) - filled, 0), child.side(), price);
        if (leaves == 0) {
            requestCancel(nowNs);
            return;
        }
        final RejectReason reason = child.replace(entry, filled + leaves, price);
        if (reason == RejectReason.NONE) {
            askedTwiceMid = twiceMid;
            askedPrice = price;
            decide(ExecutionDecision.REPRICED, child.orderId(), filled + leaves, price, twiceMid);
        } else {
            refused(reason, child.orderId(), filled + leaves, price, twiceMid);
        }
    }

    void onWorking(final long quantity, final long limitPrice, final long nowNs) {
        if (askedTwiceMid != 0 && limitPrice == askedPrice) {
            pricedTwiceMid = askedTwiceMid;
            askedTwiceMid = 0;
        }
        child.working(quantity, limitPrice);
        proceed(nowNs);
    }

    void onUnknown() {
        child.unknown();
    }

    void onFilled(final long orderId, final long filledQuantity) {
        child.fill(orderId, filledQuantity);
    }

    /** What waited for the order to go is placed; what a closing order left, though nobody cancelled it, is wanted again. */
    void onEnded(final long nowNs) {
        final long rest = child.leavesQuantity();
        child.ended();
        askedTwiceMid = 0;
        if (wantedQuantity > 0) {
            place(nowNs);
        } else if (!opens && !cancelWanted && rest > 0) {
            wantedSide = child.side();
            wantedQuantity = rest;
            wantedNs = nowNs;
        }
        cancelWanted &= child.isOutstanding();
    }

    void spendable(final long newSpendable) {
        spendable = newSpendable;
    }

    boolean owns(final long orderId) {
        return child.is(orderId);
    }

    boolean isIdle() {
        return !child.isOutstanding() && wantedQuantity == 0;
    }

    ChildOrder child() {
        return child;
    }

    long nextDeadlineNs() {
        if (child.isOutstanding()) {
            return orderDeadlineNs();
        }
        if (wantedQuantity == 0) {
            return NEVER;
        }
        final long expiryNs = wantedNs + settings.maxLifetimeNs();
        return MidPrice.twice(instrument) == 0 ? expiryNs : Math.min(expiryNs, nextRequestNs);
    }

    private long orderDeadlineNs() {
        if (!child.isCancellable()) {
            return NEVER;
        }
        if (cancelWanted) {
            return nextCancelNs;
        }
        final long expiryNs = Math.max(child.sentNs() + settings.maxLifetimeNs(), nextCancelNs);
        return child.isWorking() && hasMoved() ? Math.min(expiryNs, nextRequestNs) : expiryNs;
    }

    private void decide(
            final ExecutionDecision decision,
            final long orderId,
            final long quantity,
            final long price,
            final long twiceMid) {
        listener.onDecision(
                strategyId,
                instrument.id(),
                decision,
                RejectReason.NONE,
                orderId,
                quantity,
                price,
                Math.floorDiv(twiceMid, 2L));
    }

    private void refused(
            final RejectReason reason, final long orderId, final long quantity, final long price, final long twiceMid) {
        listener.onDecision(
                strategyId,
                instrument.id(),
                ExecutionDecision.REFUSED,
                reason,
                orderId,
                quantity,
                price,
                Math.floorDiv(twiceMid, 2L));
    }

    void state(final StateExchange state) {
        child.state(state);
        wantedSide = Side.of(state.field("wantedSide", wantedSide.ordinal()));
        wantedQuantity = state.field("wantedQuantity", wantedQuantity);
        wantedNs = state.field("wantedNs", wantedNs);
        nextRequestNs = state.field("nextRequestNs", nextRequestNs);
        nextCancelNs = state.field("nextCancelNs", nextCancelNs);
        pricedTwiceMid = state.field("pricedTwiceMid", pricedTwiceMid);
        askedTwiceMid = state.field("askedTwiceMid", askedTwiceMid);
        askedPrice = state.field("askedPrice", askedPrice);
        cancelWanted = state.field("cancelWanted", cancelWanted);
        spendable = state.field("spendable", spendable);
    }
}
