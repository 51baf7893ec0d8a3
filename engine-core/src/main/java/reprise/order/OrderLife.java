package reprise.order;

import reprise.state.StateExchange;

/**
 * What is known of an order's life: which requests are unanswered, how much traded, what the venue said of its end. The state follows from
 * these facts alone, so that the order in which they arrive makes no difference. Part of the order.
 */
final class OrderLife {
    /** Where one kind of request stands. */
    private enum Request {
        /** Answered, or never made. */
        NONE,
        /** Sent; the answer may still come. */
        PENDING,
        /** Sent; nobody knows whether it arrived. */
        DOUBTFUL
    }

    private Request submit;
    private Request cancel;
    private Request replace;
    private boolean held;
    private boolean cancelAsked;
    private boolean seen;
    private OrderState end;
    private long pendingStopPrice;
    private boolean estimated;
    private long orderId;
    private final OrderTerms terms;

    long pendingQuantity;
    long pendingLimitPrice;
    long filled;
    long busted;
    long filledNotional;
    long fees;
    int revision;
    int queries;
    long unsentSinceNs;
    boolean triggered;
    OrderState state;
    RejectReason rejectReason;

    OrderLife(final OrderTerms terms) {
        this.terms = terms;
    }

    void open(final long newOrderId, final boolean isHeld) {
        orderId = newOrderId;
        submit = isHeld ? Request.NONE : Request.PENDING;
        cancel = Request.NONE;
        held = isHeld;
        estimated = terms.cashOrderQty() != 0;
        cancelAsked = false;
        seen = false;
        unsentSinceNs = 0;
        end = null;
        filled = 0;
        busted = 0;
        filledNotional = 0;
        fees = 0;
        revision = 0;
        queries = 0;
        triggered = false;
        rejectReason = RejectReason.NONE;
        forgetReplacement();
        state = stateOf(terms.quantity());
    }

    /** The state that follows from what is known. A quantity that was taken back is not worked again. */
    private OrderState stateOf(final long quantity) {
        if (estimated) {
            // Nobody but the venue knows when an amount is spent.
            return end == null ? openState() : end;
        }
        if (end != null) {
            return filled >= quantity ? OrderState.FILLED : end;
        }
        // A replacement that is not answered may have made the order larger: what is traded is all of it in the worst
        // case only.
        if (filled + busted >= Math.max(quantity, pendingQuantity)) {
            return filled >= quantity ? OrderState.FILLED : OrderState.CANCELED;
        }
        return held ? OrderState.HELD : openState();
    }

    private OrderState openState() {
        if (isInDoubt()) {
            return OrderState.UNKNOWN;
        }
        if (cancel == Request.PENDING) {
            return OrderState.PENDING_CANCEL;
        }
        if (replace == Request.PENDING) {
            return OrderState.PENDING_REPLACE;
        }
        if (filled > 0) {
            return OrderState.PARTIALLY_FILLED;
        }
        return submit == Request.PENDING ? OrderState.PENDING_NEW : OrderState.NEW;
    }

    private boolean isInDoubt() {
        return submit == Request.DOUBTFUL || cancel == Request.DOUBTFUL || replace == Request.DOUBTFUL;
    }

    /** The venue has shown that it knows the order. */
    void seenAtVenue() {
        seen = true;
        submit = Request.NONE;
    }

    /** Goes to the state that follows from what is known; returns whether that is another one. */
    private boolean settle() {
        final OrderState newState = stateOf(terms.quantity());
        if (newState == state) {
            return false;
        }
        if (!state.canBecome(newState)) {
            throw illegal(newState);
        }
        state = newState;
        return true;
    }

    private IllegalStateException illegal(final OrderState newState) {
        return new IllegalStateException(
                "illegal transition: from=" + state + ", to=" + newState + ", orderId=" + orderId);
    }

    /** Acceptance is news only before anything else was heard. */
    boolean accept() {
        seenAtVenue();
        return settle();
    }

    boolean reject(final RejectReason reason) {
        final boolean wasOpen = state.isOpen();
        rejectReason = wasOpen ? reason : rejectReason;
        return end(OrderState.REJECTED);
    }

    /** Always booked: a fill that comes early, late or beyond the quantity has moved money all the same. */
    void fill(final long fillQuantity, final long notional, final long fee) {
        seenAtVenue();
        filled += fillQuantity;
        filledNotional += notional;
        fees += fee;
        settle();
    }

    /** Of a fill that was never seen nothing is taken back, but the quantity is spent all the same. */
    void bust(final long quantity, final long notional, final long fee, final boolean wasBooked) {
        busted += quantity;
        if (wasBooked) {
            filled -= quantity;
            filledNotional -= notional;
            fees -= fee;
        }
        settle();
    }

    /** The end of an order that has ended is no news, but must be known if a late fill of all of it is taken back. */
    boolean end(final OrderState endState) {
        end = end == null ? endState : end;
        return settle();
    }

    void requestCancel() {
        if (!state.isOpen()) {
            throw illegal(OrderState.PENDING_CANCEL);
        }
        cancel = Request.PENDING;
        cancelAsked = true;
        settle();
    }

    void requestReplace(final long newQuantity, final long newLimitPrice, final long newStopPrice) {
        if (state != OrderState.NEW && state != OrderState.PARTIALLY_FILLED) {
            throw illegal(OrderState.PENDING_REPLACE);
        }
        replace = Request.PENDING;
        pendingQuantity = newQuantity;
        pendingLimitPrice = newLimitPrice;
        pendingStopPrice = newStopPrice;
        revision++;
        settle();
    }

    /** An order that is done by its fills stays done; one whose end was reported still learns what it was the end of. */
    boolean replaced(final long newQuantity, final long newLimitPrice, final long newStopPrice) {
        if (!state.isOpen() && end == null && replace == Request.NONE) {
            return false;
        }
        final boolean wasOpen = state.isOpen();
        terms.quantity(newQuantity).limitPrice(newLimitPrice).stopPrice(newStopPrice);
        seenAtVenue();
        forgetReplacement();
        return settle() || wasOpen;
    }

    /** The venue says what its amount comes to; as long as it does not, how much has traded says nothing of its end. */
    boolean restated(final long quantity) {
        final boolean news = estimated || terms.quantity() != quantity;
        if (!state.isOpen()) {
            // A correction of what has ended: more of it may be known, but nothing of it works any more.
            end = end == null ? OrderState.CANCELED : end;
        }
        estimated = false;
        terms.quantity(quantity);
        seenAtVenue();
        return settle() || news;
    }

    /** Whether the quantity is our own reckoning. */
    boolean isEstimated() {
        return estimated;
    }

    boolean cancelRefused(final RejectReason reason) {
        forgetCancel();
        return refused(reason);
    }

    boolean replaceRefused(final RejectReason reason) {
        seenAtVenue();
        forgetReplacement();
        return refused(reason);
    }

    private boolean refused(final RejectReason reason) {
        final boolean news = settle();
        rejectReason = news ? reason : rejectReason;
        return news;
    }

    /** The venue was asked what became of it. */
    void queried() {
        queries++;
    }

    /** Every request that is unanswered is in doubt; where there is none, it is whether the venue works the order at all. */
    boolean doubt() {
        if (!state.isOpen() || state == OrderState.HELD) {
            return false;
        }
        doubtChanges();
        if (submit == Request.PENDING || !isInDoubt()) {
            submit = Request.DOUBTFUL;
        }
        final boolean isNews = settle();
        queries = isNews ? 0 : queries;
        return isNews;
    }

    private void doubtChanges() {
        cancel = cancel == Request.PENDING ? Request.DOUBTFUL : cancel;
        replace = replace == Request.PENDING ? Request.DOUBTFUL : replace;
    }

    /** The process that asked, at some time, is gone: what has no answer is in doubt, and may never have left. Returns whether any is. */
    boolean resume(final long askedNs) {
        // The process that asked has died, which says nothing about the venue.
        queries = 0;
        final boolean isAwaited = submit == Request.PENDING || cancel == Request.PENDING || replace == Request.PENDING;
        if (!state.isOpen() || !isAwaited) {
            return false;
        }
        submit = submit == Request.PENDING ? Request.DOUBTFUL : submit;
        doubtChanges();
        unsentSinceNs = askedNs;
        return settle();
    }

    /** What was in doubt did not leave, and is asked for once more; a replacement only if it is not too old. */
    void repeated(final boolean isFresh) {
        unsentSinceNs = 0;
        if (replace == Request.DOUBTFUL && !isFresh) {
            forgetReplacement();
        }
        submit = submit == Request.DOUBTFUL ? Request.PENDING : submit;
        cancel = cancel == Request.DOUBTFUL ? Request.PENDING : cancel;
        replace = replace == Request.DOUBTFUL ? Request.PENDING : replace;
        settle();
    }

    /** The venue has answered what was in doubt; a request that was made since is still under way. */
    boolean reportedWorking(final long quantity, final long limitPrice) {
        if (!state.isOpen()) {
            return false;
        }
        // The stop is not reported: a replacement that shows in what is reported took effect as a whole.
        final boolean replacementShows = pendingQuantity == quantity
                && pendingLimitPrice == limitPrice
                && (quantity != terms.quantity() || limitPrice != terms.limitPrice());
        if (replacementShows) {
            terms.stopPrice(pendingStopPrice);
        }
        terms.quantity(quantity).limitPrice(limitPrice);
        seenAtVenue();
        if (replace == Request.DOUBTFUL && (replacementShows || unsentSinceNs == 0)) {
            forgetReplacement();
        }
        if (cancel == Request.DOUBTFUL && unsentSinceNs == 0) {
            forgetCancel();
        }
        unsentSinceNs = isInDoubt() ? unsentSinceNs : 0;
        return settle();
    }

    boolean triggeredAtVenue() {
        final boolean news = !triggered && state.isOpen();
        triggered = true;
        seenAtVenue();
        return settle() || news;
    }

    void trigger() {
        triggered = true;
    }

    void release() {
        held = false;
        submit = Request.PENDING;
        settle();
    }

    void trailTo(final long stopPrice) {
        terms.stopPrice(stopPrice);
    }

    void changeHeld(final long quantity, final long limitPrice, final long stopPrice, final long trailDistance) {
        terms.quantity(quantity).limitPrice(limitPrice).stopPrice(stopPrice).trailDistance(trailDistance);
        settle();
    }

    boolean isCancelAsked() {
        return cancelAsked;
    }

    boolean wasSeen() {
        return seen;
    }

    boolean isSubmitUnanswered() {
        return submit != Request.NONE;
    }

    boolean isReplaceUnanswered() {
        return replace != Request.NONE;
    }

    void pendingTo(final OrderTerms asked) {
        asked.quantity(pendingQuantity)
                .limitPrice(pendingLimitPrice)
                .stopPrice(terms.type().isStop() ? pendingStopPrice : 0);
    }

    boolean isCancelUnanswered() {
        return cancel != Request.NONE;
    }

    void forgetReplacement() {
        replace = Request.NONE;
        pendingQuantity = 0;
        pendingLimitPrice = 0;
        pendingStopPrice = 0;
    }

    private void forgetCancel() {
        cancel = Request.NONE;
        cancelAsked = false;
    }

    void exchange(final long itsOrderId, final StateExchange exchange) {
        orderId = itsOrderId;
        revision = exchange.field("revision", revision);
        state = exchange.field("state", state, OrderState::valueOf);
        rejectReason = exchange.field("rejectReason", rejectReason, RejectReason::valueOf);
        filledNotional = exchange.field("filledNotional", filledNotional);
        fees = exchange.field("fees", fees);
        triggered = exchange.field("triggered", triggered);
        submit = exchange.field("submitRequest", submit, Request::valueOf);
        cancel = exchange.field("cancelRequest", cancel, Request::valueOf);
        replace = exchange.field("replaceRequest", replace, Request::valueOf);
        held = exchange.field("held", held);
        cancelAsked = exchange.field("cancelAsked", cancelAsked);
        seen = exchange.field("seen", seen);
        unsentSinceNs = exchange.field("unsentSinceNs", unsentSinceNs);
        end = exchange.field("reportedEnd", end, OrderState::valueOf);
        queries = exchange.field("queries", queries);
        pendingQuantity = exchange.field("pendingQuantity", pendingQuantity);
        pendingLimitPrice = exchange.field("pendingLimitPrice", pendingLimitPrice);
        pendingStopPrice = exchange.field("pendingStopPrice", pendingStopPrice);
        filled = exchange.field("filledQuantity", filled);
        busted = exchange.field("bustedQuantity", busted);
        estimated = exchange.field("estimatedQuantity", estimated);
    }
}
