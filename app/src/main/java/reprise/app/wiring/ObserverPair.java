package reprise.app.wiring;

import reprise.core.CoreObserver;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.market.SplitRatio;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.signal.Decision;
import reprise.signal.Reason;
import reprise.strategy.PairTrade;

/** Two observers that watch the same core, told in order. */
record ObserverPair(CoreObserver first, CoreObserver second) implements CoreObserver {
    static CoreObserver of(final CoreObserver first, final CoreObserver second) {
        return second == CoreObserver.NONE ? first : new ObserverPair(first, second);
    }

    @Override
    public void onBar(final Instrument instrument, final long timeNs) {
        first.onBar(instrument, timeNs);
        second.onBar(instrument, timeNs);
    }

    @Override
    public void onOrder(final Order order, final long timeNs) {
        first.onOrder(order, timeNs);
        second.onOrder(order, timeNs);
    }

    @Override
    public void onFill(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        first.onFill(order, price, quantity, fee, timeNs);
        second.onFill(order, price, quantity, fee, timeNs);
    }

    @Override
    public void onLink(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final long exitOrderId,
            final long signedQuantity,
            final long pnl) {
        first.onLink(strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, pnl);
        second.onLink(strategyId, instrumentId, entryOrderId, exitOrderId, signedQuantity, pnl);
    }

    @Override
    public void onBust(final Order order, final long price, final long quantity, final long fee, final long timeNs) {
        first.onBust(order, price, quantity, fee, timeNs);
        second.onBust(order, price, quantity, fee, timeNs);
    }

    @Override
    public void onSplit(final Instrument instrument, final SplitRatio ratio, final long timeNs) {
        first.onSplit(instrument, ratio, timeNs);
        second.onSplit(instrument, ratio, timeNs);
    }

    @Override
    public void onRefused(
            final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {
        first.onRefused(strategyId, request, reason, timeNs);
        second.onRefused(strategyId, request, reason, timeNs);
    }

    @Override
    public void onExplained(final int strategyId, final Instrument instrument, final Reason reason, final long timeNs) {
        first.onExplained(strategyId, instrument, reason, timeNs);
        second.onExplained(strategyId, instrument, reason, timeNs);
    }

    @Override
    public void onTradingState(
            final TradingScope scope,
            final int scopeId,
            final TradingState state,
            final StateCause cause,
            final long timeNs) {
        first.onTradingState(scope, scopeId, state, cause, timeNs);
        second.onTradingState(scope, scopeId, state, cause, timeNs);
    }

    @Override
    public void onSignal(final Decision decision, final long timeNs) {
        first.onSignal(decision, timeNs);
        second.onSignal(decision, timeNs);
    }

    @Override
    public void onPair(
            final int strategyId,
            final PairTrade pair,
            final PairState from,
            final PairState to,
            final PairReason reason,
            final long timeNs) {
        first.onPair(strategyId, pair, from, to, reason, timeNs);
        second.onPair(strategyId, pair, from, to, reason, timeNs);
    }

    @Override
    public void onPairHedged(final int strategyId, final int pairId, final long notional, final long lastedNs) {
        first.onPairHedged(strategyId, pairId, notional, lastedNs);
        second.onPairHedged(strategyId, pairId, notional, lastedNs);
    }
}
