package reprise.execution;

import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.state.StateExchange;

/** The states of a pair and the ways between them; {@link PairExecutor} says what they are for. */
final class PairMachine {
    private static final long NEVER = Long.MAX_VALUE;

    private final int pairId;
    private final PairSettings settings;
    private final PairListener listener;
    private final PairLegs legs;
    private final PairRatio ratio;
    private final PairHedge hedge;

    private PairState state = PairState.FLAT;
    private boolean started;
    private long parts = 1;
    private long partsSent;
    private long closingPart;
    private long partDeadlineNs = NEVER;

    PairMachine(
            final int pairId,
            final PairSettings settings,
            final PairListener listener,
            final PairLegs legs,
            final PairRatio ratio,
            final PairHedge hedge) {
        this.pairId = pairId;
        this.settings = settings;
        this.listener = listener;
        this.legs = legs;
        this.ratio = ratio;
        this.hedge = hedge;
    }

    void start() {
        started = true;
    }

    void stop(final long nowNs) {
        started = false;
        if (state == PairState.OPENING) {
            fail(PairReason.STOPPED, nowNs);
        }
    }

    boolean open(final Side side1, final long quantity1, final long quantity2, final long nowNs) {
        if (!started || state != PairState.FLAT || legs.isBusy()) {
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
        legs.get(0).begin(side1);
        legs.get(1).begin(side1.opposite());
        parts = hedge.partsOfAtMost(settings.maxUnhedgedNotional());
        partsSent = 0;
        sendNextPart(PairReason.OPEN_REQUESTED, nowNs);
        return state == PairState.OPENING;
    }

    private long onLot(final int leg, final long quantity) {
        return quantity - quantity % legs.get(leg).instrument().definition().lotSize();
    }

    /** Parts that round to nothing are skipped; the last one reaches the whole. */
    private void sendNextPart(final PairReason reason, final long nowNs) {
        do {
            partsSent++;
            ratio.part(partsSent, parts);
        } while (partsSent < parts
                && (legs.get(0).missing(ratio.matched(0)) <= 0 || legs.get(1).missing(ratio.matched(1)) <= 0));
        if (legs.get(0).check(ratio.matched(0)) != RejectReason.NONE
                || legs.get(1).check(ratio.matched(1)) != RejectReason.NONE) {
            become(hedge.isNear(0, 0) ? PairState.FLAT : PairState.OPEN, PairReason.CHECK_REFUSED);
            return;
        }
        become(PairState.OPENING, reason);
        partDeadlineNs = nowNs + settings.legTimeoutNs();
        if (legs.get(0).send(nowNs) != RejectReason.NONE || legs.get(1).send(nowNs) != RejectReason.NONE) {
            fail(PairReason.LEG_REFUSED, nowNs);
        }
    }

    void close(final long nowNs) {
        leave(PairReason.CLOSE_REQUESTED, nowNs);
    }

    void emergencyStop(final long nowNs) {
        started = false;
        leave(PairReason.EMERGENCY, nowNs);
    }

    /** Somebody else closes a leg: the pair leaves the other one at once. */
    void onLegTaken(final long nowNs) {
        if (state != PairState.FLAT) {
            closingPart = 0;
            if (state != PairState.CLOSING) {
                become(PairState.CLOSING, PairReason.LEG_TAKEN);
            }
            proceed(nowNs);
        }
    }

    /** Somebody else made a leg smaller: the other follows. */
    void onOthersTrade(final long nowNs) {
        closingPart = 0;
        if (state == PairState.OPENING || state == PairState.OPEN && !hedge.isMatched()) {
            fail(PairReason.LEG_TAKEN, nowNs);
        } else {
            proceed(nowNs);
        }
    }

    private void leave(final PairReason reason, final long nowNs) {
        final boolean atOnce = reason == PairReason.EMERGENCY;
        if (state == PairState.FLAT || state == PairState.CLOSING && !atOnce) {
            return;
        }
        closingPart = atOnce ? 0 : firstPartToLeave();
        if (atOnce) {
            legs.get(0).hurry();
            legs.get(1).hurry();
        }
        become(PairState.CLOSING, reason);
        proceed(nowNs);
    }

    /** The part that is being entered is taken back first, whatever fees took of the parts before it. */
    private long firstPartToLeave() {
        final long reached = hedge.smallestPartReached(parts);
        return legs.isEntering() ? Math.min(reached, partsSent - 1) : reached;
    }

    private void fail(final PairReason reason, final long nowNs) {
        become(PairState.ONE_LEGGED, reason);
        proceed(nowNs);
    }

    void proceed(final long nowNs) {
        switch (state) {
            case OPENING -> proceedOpening(nowNs);
            case ONE_LEGGED, CLOSING -> settle(nowNs);
            case OPEN -> {
                if (!legs.isBusy() && !hedge.isMatched()) {
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
        for (int i = 0; i < 2; i++) {
            if (!legs.get(i).isOutstanding() && !legs.get(i).isFilled()) {
                fail(PairReason.LEG_ENDED, nowNs);
                return;
            }
        }
        if (legs.isBusy()) {
            if (nowNs >= partDeadlineNs) {
                fail(PairReason.LEG_TIMEOUT, nowNs);
            }
        } else if (partsSent < parts) {
            sendNextPart(PairReason.NEXT_PART, nowNs);
        } else {
            become(PairState.OPEN, PairReason.OPENED);
            // What fees in the base asset took of one leg has no counterpart in the other.
            proceed(nowNs);
        }
    }

    private void settle(final long nowNs) {
        legs.cancelEntries(nowNs);
        if (state == PairState.CLOSING) {
            settleClosing(nowNs);
        } else if (!legs.isEntering()) {
            // Only now is it known what has no counterpart.
            ratio.match(legs.get(0).held(), legs.get(1).held());
            if (legs.settle(ratio.matched(0), ratio.matched(1), nowNs)) {
                become(ratio.matched(0) == 0 ? PairState.FLAT : PairState.OPEN, PairReason.UNWOUND);
            }
        }
    }

    private void settleClosing(final long nowNs) {
        while (settlePart(nowNs)) {
            if (closingPart == 0) {
                become(PairState.FLAT, PairReason.CLOSED);
                return;
            }
            closingPart--;
        }
    }

    private boolean settlePart(final long nowNs) {
        ratio.part(closingPart, parts);
        return legs.settle(atMostHeld(0), atMostHeld(1), nowNs);
    }

    /** A closing adds nothing to a leg of which fees in the base asset left less than the part. */
    private long atMostHeld(final int leg) {
        return Math.min(ratio.matched(leg), Math.max(legs.get(leg).held(), 0));
    }

    private void become(final PairState newState, final PairReason reason) {
        final PairState from = state;
        state = newState;
        partDeadlineNs = NEVER;
        listener.onPairState(
                pairId, from, newState, reason, legs.get(0).held(), legs.get(1).held());
    }

    private void tell(final PairState same, final PairReason reason) {
        listener.onPairState(
                pairId, same, same, reason, legs.get(0).held(), legs.get(1).held());
    }

    long nextDeadlineNs() {
        if (state == PairState.OPENING) {
            return partDeadlineNs;
        }
        if (state != PairState.ONE_LEGGED && state != PairState.CLOSING) {
            return NEVER;
        }
        final long cancelNs = legs.cancelDeadlineNs();
        final boolean waits = state == PairState.ONE_LEGGED && legs.isEntering();
        return waits ? cancelNs : Math.min(cancelNs, legs.settleDeadlineNs());
    }

    PairState state() {
        return state;
    }

    boolean isStarted() {
        return started;
    }

    void state(final StateExchange exchange) {
        state = PairState.of(exchange.field("pairState", state.ordinal()));
        started = exchange.field("started", started);
        parts = exchange.field("parts", parts);
        partsSent = exchange.field("partsSent", partsSent);
        closingPart = exchange.field("closingPart", closingPart);
        partDeadlineNs = exchange.field("partDeadlineNs", partDeadlineNs);
    }
}
