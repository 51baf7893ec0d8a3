package reprise.execution;

import java.util.ArrayList;
import java.util.List;
import reprise.order.RejectReason;

/** What a pair says of itself, beside what its desk is asked. */
final class PairDesk implements PairListener {
    final List<String> told = new ArrayList<>();
    private final FakeDesk desk;

    PairDesk(final FakeDesk desk) {
        this.desk = desk;
    }

    @Override
    public void onPairState(
            final int pairId,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long quantity1,
            final long quantity2) {
        if (desk.keepsText) {
            desk.asked.add(to + " " + reason + " " + quantity1 + "/" + quantity2);
        }
    }

    @Override
    public void onHedged(final int pairId, final long notional, final long timeNs) {
        if (desk.keepsText) {
            told.add(notional / 100_000_000 + " for " + timeNs / FakeDesk.SECOND + "s");
        }
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
        desk.onDecision(strategyId, instrumentId, decision, reason, orderId, quantity, price, referencePrice);
    }
}
