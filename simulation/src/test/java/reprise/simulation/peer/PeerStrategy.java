package reprise.simulation.peer;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** What the strategies of peers have in common: market orders that must not be refused, and no life after the test. */
abstract class PeerStrategy implements Strategy {
    private final OrderRequest request = new OrderRequest();
    private StrategyContext context;

    @Override
    public final void onStart(final StrategyContext newContext) {
        context = newContext;
        for (int i = 0; i < context.instrumentCount(); i++) {
            context.subscribe(context.instrument(i));
        }
        begin();
    }

    /** Demands indicators. */
    void begin() {}

    final StrategyContext context() {
        return context;
    }

    final long held(final Instrument instrument) {
        return context.position(instrument).quantity();
    }

    /** Buys, or sells if the quantity is negative, at the market. */
    final void trade(final Instrument instrument, final long signedQuantity) {
        if (signedQuantity != 0) {
            final Side side = signedQuantity > 0 ? Side.BUY : Side.SELL;
            submit(request.market(instrument, side, Math.abs(signedQuantity), TimeInForce.GTC));
        }
    }

    final void submit(final OrderRequest order) {
        final RejectReason reason = context.submit(order);
        if (reason != RejectReason.NONE) {
            throw new AssertionError("refused: " + reason);
        }
    }

    @Override
    public final void onRestore(final StrategyContext newContext) {
        throw new UnsupportedOperationException("runs once");
    }

    @Override
    public final void exchange(final StateExchange state) {
        // Runs once: nobody asks for its state again.
    }
}
