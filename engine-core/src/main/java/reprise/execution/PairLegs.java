package reprise.execution;

import reprise.market.SplitRatio;
import reprise.state.StateExchange;

/** Both legs of a pair, for what is asked of either. */
final class PairLegs {
    private final PairLeg[] legs;

    PairLegs(final PairLeg first, final PairLeg second) {
        legs = new PairLeg[] {first, second};
    }

    PairLeg get(final int leg) {
        return legs[leg];
    }

    boolean isBusy() {
        return legs[0].isOutstanding() || legs[1].isOutstanding();
    }

    boolean isEntering() {
        return legs[0].isEntering() || legs[1].isEntering();
    }

    void cancelEntries(final long nowNs) {
        legs[0].cancelEntry(nowNs);
        legs[1].cancelEntry(nowNs);
    }

    /** Goes to the targets; returns whether both legs are there. */
    boolean settle(final long target1, final long target2, final long nowNs) {
        legs[0].settle(target1, nowNs);
        legs[1].settle(target2, nowNs);
        return !isBusy() && legs[0].isSettled() && legs[1].isSettled();
    }

    /** Which leg an instrument is; null for neither. */
    PairLeg of(final int instrumentId) {
        return legs[0].instrument().id() == instrumentId
                ? legs[0]
                : legs[1].instrument().id() == instrumentId ? legs[1] : null;
    }

    void onWorking(final long orderId, final long quantity, final long limitPrice) {
        legs[0].onWorking(orderId, quantity, limitPrice);
        legs[1].onWorking(orderId, quantity, limitPrice);
    }

    void onEnded(final long orderId, final long nowNs) {
        legs[0].onEnded(orderId, nowNs);
        legs[1].onEnded(orderId, nowNs);
    }

    void onUnknown(final long orderId) {
        legs[0].onUnknown(orderId);
        legs[1].onUnknown(orderId);
    }

    void onSplit(final int instrumentId, final SplitRatio split, final PairRatio ratio) {
        for (int i = 0; i < legs.length; i++) {
            if (legs[i].instrument().id() == instrumentId) {
                legs[i].onSplit(split);
                ratio.onSplit(i, split);
            }
        }
    }

    long cancelDeadlineNs() {
        return Math.min(legs[0].cancelDeadlineNs(), legs[1].cancelDeadlineNs());
    }

    long settleDeadlineNs() {
        return Math.min(legs[0].settleDeadlineNs(), legs[1].settleDeadlineNs());
    }

    void state(final StateExchange state) {
        legs[0].state(state);
        legs[1].state(state);
    }
}
