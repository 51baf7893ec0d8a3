package reprise.core;

import reprise.execution.ExecutionDecision;
import reprise.execution.PairListener;
import reprise.execution.PairReason;
import reprise.execution.PairRound;
import reprise.execution.PairState;
import reprise.message.EngineDecisions;
import reprise.order.RejectReason;

/** Puts on record what a pair says of itself, and remembers what its strategy must be told. Holds no state. */
final class PairRecords implements PairListener {
    private final PairLane lane;
    private final PairDesk desk;
    private final EngineDecisions decisions;

    PairRecords(final PairLane lane, final PairDesk desk) {
        this.lane = lane;
        this.desk = desk;
        this.decisions = desk.decisions();
    }

    @Override
    public void onPairState(
            final int pairId,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long quantity1,
            final long quantity2) {
        decisions.pairStateChanged(
                lane.strategyId(),
                pairId,
                lane.instrument(0).id(),
                lane.instrument(1).id(),
                to,
                reason,
                quantity1,
                quantity2);
        if (from == to && reason != PairReason.EMERGENCY) {
            return;
        }
        if (to == PairState.OPEN) {
            lane.round().opened();
        } else if (to == PairState.FLAT && lane.round().hasTraded()) {
            tellLeg(0);
            tellLeg(1);
        }
        desk.later(lane, from, to, reason);
    }

    private void tellLeg(final int leg) {
        final PairRound round = lane.round();
        decisions.pairLegTraded(
                lane.strategyId(),
                lane.pairId(),
                lane.instrument(leg).id(),
                round.side(leg),
                round.quantity(leg),
                round.entryPrice(leg),
                round.exitPrice(leg),
                round.pnl(leg));
    }

    @Override
    public void onHedged(final int pairId, final long notional, final long timeNs) {
        decisions.pairHedged(
                lane.strategyId(),
                pairId,
                lane.instrument(0).id(),
                lane.instrument(1).id(),
                notional,
                timeNs);
        desk.observer().onPairHedged(lane.strategyId(), pairId, notional, timeNs);
    }

    @Override
    public void onDecision(
            final int strategyId,
            final int instrumentId,
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long quantity,
            final long price,
            final long referencePrice) {
        decisions.executionDecided(
                strategyId, instrumentId, decision, reason, orderId, quantity, price, referencePrice);
    }
}
