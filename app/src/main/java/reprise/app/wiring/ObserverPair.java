package reprise.app.wiring;

import reprise.core.CoreObserver;
import reprise.market.Instrument;
import reprise.order.Order;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;

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
    public void onRefused(
            final int strategyId, final OrderRequest request, final RejectReason reason, final long timeNs) {
        first.onRefused(strategyId, request, reason, timeNs);
        second.onRefused(strategyId, request, reason, timeNs);
    }
}
