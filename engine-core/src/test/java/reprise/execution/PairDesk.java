package reprise.execution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reprise.order.OrderState;
import reprise.order.RejectReason;
import reprise.state.StateExchange;

/** What a pair says of itself, beside what its desk is asked; and how the desk's answers reach it, each fill once. */
final class PairDesk implements PairListener, ExecutionAlgorithm {
    final List<String> told = new ArrayList<>();
    private final FakeDesk desk;
    private final Map<Long, Long> filled = new HashMap<>();
    private PairExecutor pair;

    PairDesk(final FakeDesk desk) {
        this.desk = desk;
    }

    void attach(final PairExecutor newPair) {
        pair = newPair;
        desk.algorithm = this;
    }

    @Override
    public void onOrderWorking(final long orderId, final long quantity, final long limitPrice, final long nowNs) {
        pair.onOrderWorking(orderId, quantity, limitPrice, nowNs);
    }

    @Override
    public void onOrderFilled(
            final long orderId, final long price, final long quantity, final long filledQuantity, final long nowNs) {
        final Long before = filled.put(orderId, filledQuantity);
        final long news = filledQuantity - (before == null ? 0 : before);
        if (news > 0) {
            final FakeDesk.Order order = desk.order(orderId);
            final int instrumentId = order.instrument.id();
            final long received = order.side.sign() * news - desk.baseFee(order, news);
            pair.onOrderTraded(orderId, instrumentId, received, filledQuantity, nowNs);
        }
    }

    @Override
    public void onOrderEnded(final long orderId, final OrderState end, final long nowNs) {
        pair.onOrderEnded(orderId, nowNs);
    }

    @Override
    public void onOrderUnknown(final long orderId, final long nowNs) {
        pair.onOrderUnknown(orderId);
    }

    @Override
    public void onMarket(final long nowNs) {
        pair.onMarket(nowNs);
    }

    @Override
    public long nextDeadlineNs() {
        return pair.nextDeadlineNs();
    }

    @Override
    public void onTimer(final long nowNs) {
        pair.onTimer(nowNs);
    }

    @Override
    public void exchange(final StateExchange state) {
        pair.exchange(state);
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
