package reprise.message;

import reprise.order.OrderTerms;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** Hears everything and does nothing: for replays, whose commands must not reach the world again, and for who needs decisions to go nowhere. */
public final class MutedCommands implements EngineOutput {
    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {}

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {}

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {}

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {}

    @Override
    public void requestReconciliation(final int venueId) {}

    @Override
    public void orderRefused(
            final int strategyId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long price,
            final RejectReason reason,
            final long value,
            final long limit) {}

    @Override
    public void tradingStateChanged(
            final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {}
}
