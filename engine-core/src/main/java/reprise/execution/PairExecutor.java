package reprise.execution;

import reprise.market.Instrument;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.state.StateExchange;

/**
 * Trades two legs as one thing; see {@link PairState} for its states.
 *
 * <p>Our own side is asked about both legs before either is sent. A leg that is refused, rejected, cancelled or not filled in time makes the
 * opening fail: the other is cancelled, and what then has no counterpart is taken back at market, again and again until it is gone. What does
 * have one stays, in the ratio of the whole. Exposure without hedge is bounded in size because no part of an opening is larger than the
 * settings say and the next part waits for this one to be whole, and closings go back by the same parts, unless it is an emergency; it is
 * bounded in time because a part has a time limit, after which both legs go the way of the smaller one. Both are measured. Only an order whose outcome is unknown is waited for: nothing is sent in its place.
 */
public final class PairExecutor implements ExecutionAlgorithm {
    private static final long NEVER = Long.MAX_VALUE;

    private final int pairId;
    private final PairSettings settings;
    private final PairListener listener;
    private final PairLeg[] legs;
    private final PairRatio ratio;
    private final PairHedge hedge;
    private final UnhedgedMeter meter = new UnhedgedMeter();

    private PairState state = PairState.FLAT;
    private boolean started;
    private long parts = 1;
    private long partsSent;
    private long closingPart;
    private long partDeadlineNs = NEVER;

    /**
     * A flat pair that is not started.
     *
     * @param pairId which.
     * @param strategyId for whom.
     * @param instrument1 first leg.
     * @param instrument2 second leg.
     * @param settings how.
     * @param entry to the market.
     * @param listener is told every decision.
     */
    public PairExecutor(
            final int pairId,
            final int strategyId,
            final Instrument instrument1,
            final Instrument instrument2,
            final PairSettings settings,
            final OrderEntry entry,
            final PairListener listener) {
        this.pairId = pairId;
        this.settings = settings;
        this.listener = listener;
        this.legs = new PairLeg[] {
            new PairLeg(strategyId, instrument1, settings, entry, listener),
            new PairLeg(strategyId, instrument2, settings, entry, listener)
        };
        this.ratio = new PairRatio(
                instrument1.definition().lotSize(), instrument2.definition().lotSize());
        this.hedge = new PairHedge(legs, ratio);
    }

    /** Allows openings. */
    public void start() {
        started = true;
    }

    /**
     * Allows no openings any more; one that is under way fails, an open pair stays.
     *
     * @param nowNs the present.
     */
    public void stop(final long nowNs) {
        started = false;
        if (state == PairState.OPENING) {
            fail(PairReason.STOPPED, nowNs);
        }
    }

    /**
     * Wants to open the pair.
     *
     * @param side1 of the first leg; the second goes the other way.
     * @param quantity1 of the first leg, floored to the lot.
     * @param quantity2 of the second leg, floored to the lot.
     * @param nowNs the present.
     * @return whether it is under way.
     */
    public boolean open(final Side side1, final long quantity1, final long quantity2, final long nowNs) {
        if (!started || state != PairState.FLAT || isBusy()) {
            tell(state, started ? PairReason.NOT_FLAT : PairReason.NOT_STARTED);
            return false;
        }
        final long whole1 = onLot(0, quantity1);
        final long whole2 = onLot(1, quantity2);
        if (whole1 == 0 || whole2 == 0) {
            tell(state, PairReason.TOO_SMALL);
            return false;
        }
        ratio.set(whole1, whole2);
        legs[0].begin(side1);
        legs[1].begin(side1.opposite());
        parts = hedge.partsOfAtMost(settings.maxUnhedgedNotional());
        partsSent = 0;
        sendNextPart(PairReason.OPEN_REQUESTED, nowNs);
        return state == PairState.OPENING;
    }

    private boolean isBusy() {
        return legs[0].isOutstanding() || legs[1].isOutstanding();
    }

    private long onLot(final int leg, final long quantity) {
        return quantity - quantity % legs[leg].instrument().definition().lotSize();
    }

    /** Parts that round to nothing are skipped; the last one reaches the whole. */
    private void sendNextPart(final PairReason reason, final long nowNs) {
        do {
            partsSent++;
            ratio.part(partsSent, parts);
        } while (partsSent < parts && (ratio.matched(0) <= legs[0].held() || ratio.matched(1) <= legs[1].held()));
        if (legs[0].check(ratio.matched(0)) != RejectReason.NONE
                || legs[1].check(ratio.matched(1)) != RejectReason.NONE) {
            become(legs[0].held() == 0 ? PairState.FLAT : PairState.OPEN, PairReason.CHECK_REFUSED);
            return;
        }
        become(PairState.OPENING, reason);
        partDeadlineNs = nowNs + settings.legTimeoutNs();
        if (legs[0].send(nowNs) != RejectReason.NONE || legs[1].send(nowNs) != RejectReason.NONE) {
            fail(PairReason.LEG_REFUSED, nowNs);
        }
    }

    /**
     * Wants to leave the pair, from whatever state.
     *
     * @param nowNs the present.
     */
    public void close(final long nowNs) {
        leave(PairReason.CLOSE_REQUESTED, nowNs);
    }

    /**
     * Stops the pair and leaves it at once.
     *
     * @param nowNs the present.
     */
    public void emergencyStop(final long nowNs) {
        started = false;
        leave(PairReason.EMERGENCY, nowNs);
    }

    private void leave(final PairReason reason, final long nowNs) {
        final boolean atOnce = reason == PairReason.EMERGENCY;
        if (state == PairState.FLAT || state == PairState.CLOSING && !(atOnce && closingPart > 0)) {
            return;
        }
        closingPart = atOnce ? 0 : hedge.largestPartHeld(parts);
        become(PairState.CLOSING, reason);
        proceed(nowNs);
    }

    private void fail(final PairReason reason, final long nowNs) {
        become(PairState.ONE_LEGGED, reason);
        proceed(nowNs);
    }

    private void proceed(final long nowNs) {
        switch (state) {
            case OPENING -> proceedOpening(nowNs);
            case ONE_LEGGED, CLOSING -> settle(nowNs);
            case OPEN -> {
                if (!isBusy() && !hedge.isMatched()) {
                    fail(PairReason.LATE_FILL, nowNs);
                }
            }
            case FLAT -> {
                if (!hedge.isNear(0, 0) || !hedge.isNear(1, 0)) {
                    closingPart = 0;
                    become(PairState.CLOSING, PairReason.LATE_FILL);
                    settle(nowNs);
                }
            }
            default -> throw new IllegalStateException("no such state: " + state);
        }
    }

    private void proceedOpening(final long nowNs) {
        for (int i = 0; i < legs.length; i++) {
            if (!legs[i].isOutstanding() && !legs[i].isReached()) {
                fail(PairReason.LEG_ENDED, nowNs);
                return;
            }
        }
        if (isBusy()) {
            if (nowNs >= partDeadlineNs) {
                fail(PairReason.LEG_TIMEOUT, nowNs);
            }
        } else if (partsSent < parts) {
            sendNextPart(PairReason.NEXT_PART, nowNs);
        } else {
            become(PairState.OPEN, PairReason.OPENED);
        }
    }

    private void settle(final long nowNs) {
        legs[0].cancelEntry(nowNs);
        legs[1].cancelEntry(nowNs);
        if (state == PairState.CLOSING) {
            settleClosing(nowNs);
        } else if (!legs[0].isEntering() && !legs[1].isEntering()) {
            // Only now is it known what has no counterpart.
            ratio.match(legs[0].held(), legs[1].held());
            if (settleAt(ratio.matched(0), ratio.matched(1), nowNs)) {
                become(ratio.matched(0) == 0 ? PairState.FLAT : PairState.OPEN, PairReason.UNWOUND);
            }
        }
    }

    private void settleClosing(final long nowNs) {
        ratio.part(closingPart, parts);
        while (settleAt(ratio.matched(0), ratio.matched(1), nowNs)) {
            if (closingPart == 0) {
                become(PairState.FLAT, PairReason.CLOSED);
                return;
            }
            closingPart--;
            ratio.part(closingPart, parts);
        }
    }

    /** Returns whether both legs are there. */
    private boolean settleAt(final long target1, final long target2, final long nowNs) {
        legs[0].settle(target1, nowNs);
        legs[1].settle(target2, nowNs);
        return !isBusy() && legs[0].isSettled() && legs[1].isSettled();
    }

    private void become(final PairState newState, final PairReason reason) {
        final PairState from = state;
        state = newState;
        partDeadlineNs = NEVER;
        listener.onPairState(pairId, from, newState, reason, legs[0].held(), legs[1].held());
    }

    private void tell(final PairState same, final PairReason reason) {
        listener.onPairState(pairId, same, same, reason, legs[0].held(), legs[1].held());
    }

    private void measure(final long nowNs) {
        if (meter.measure(hedge.unhedgedNotional(), nowNs)) {
            listener.onHedged(pairId, meter.episodeNotional(), meter.end(nowNs));
        }
    }

    @Override
    public void onOrderWorking(final long orderId, final long quantity, final long limitPrice, final long nowNs) {
        for (int i = 0; i < legs.length; i++) {
            legs[i].onWorking(orderId, quantity, limitPrice);
        }
        proceed(nowNs);
    }

    @Override
    public void onOrderFilled(
            final long orderId, final long price, final long quantity, final long filledQuantity, final long nowNs) {
        for (int i = 0; i < legs.length; i++) {
            if (legs[i].owns(orderId)) {
                legs[i].onFilled(orderId, filledQuantity);
                measure(nowNs);
                // Whether the order has ended is told next; only what comes after the end needs an answer now.
                if (!legs[i].isOutstanding()) {
                    proceed(nowNs);
                }
                return;
            }
        }
    }

    @Override
    public void onOrderEnded(final long orderId, final OrderState end, final long nowNs) {
        for (int i = 0; i < legs.length; i++) {
            legs[i].onEnded(orderId, nowNs);
        }
        proceed(nowNs);
    }

    @Override
    public void onOrderUnknown(final long orderId, final long nowNs) {
        for (int i = 0; i < legs.length; i++) {
            legs[i].onUnknown(orderId);
        }
    }

    @Override
    public void onMarket(final long nowNs) {
        measure(nowNs);
        proceed(nowNs);
    }

    @Override
    public long nextDeadlineNs() {
        if (state == PairState.OPENING) {
            return partDeadlineNs;
        }
        if (state != PairState.ONE_LEGGED && state != PairState.CLOSING) {
            return NEVER;
        }
        final long cancelNs = Math.min(legs[0].cancelDeadlineNs(), legs[1].cancelDeadlineNs());
        final boolean waits = state == PairState.ONE_LEGGED && (legs[0].isEntering() || legs[1].isEntering());
        return waits ? cancelNs : Math.min(cancelNs, Math.min(legs[0].settleDeadlineNs(), legs[1].settleDeadlineNs()));
    }

    @Override
    public void onTimer(final long nowNs) {
        proceed(nowNs);
    }

    /**
     * Where the pair is.
     *
     * @return its state.
     */
    public PairState pairState() {
        return state;
    }

    /**
     * What is held of a leg.
     *
     * @param leg 0 or 1.
     * @return in quantity units, in the direction of the opening.
     */
    public long held(final int leg) {
        return legs[leg].held();
    }

    /**
     * The most that was ever without hedge.
     *
     * @return in money units.
     */
    public long maxUnhedgedNotional() {
        return meter.maxNotional();
    }

    /**
     * The longest time without hedge.
     *
     * @param nowNs the present.
     * @return in nanoseconds, the present time without hedge included.
     */
    public long maxUnhedgedNs(final long nowNs) {
        return meter.maxTimeNs(nowNs);
    }

    @Override
    public void exchange(final StateExchange exchange) {
        exchange.section("pairExecutor", pairId);
        state = PairState.of(exchange.field("pairState", state.ordinal()));
        started = exchange.field("started", started);
        parts = exchange.field("parts", parts);
        partsSent = exchange.field("partsSent", partsSent);
        closingPart = exchange.field("closingPart", closingPart);
        partDeadlineNs = exchange.field("partDeadlineNs", partDeadlineNs);
        ratio.state(exchange);
        meter.state(exchange);
        legs[0].state(exchange);
        legs[1].state(exchange);
    }
}
