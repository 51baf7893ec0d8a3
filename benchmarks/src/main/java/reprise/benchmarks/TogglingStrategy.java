package reprise.benchmarks;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Trades on every n-th bar: buys when flat, sells when long. The most an engine can be asked to do for a bar. */
final class TogglingStrategy implements Strategy {
    private static final long QUANTITY = 1_000_000;

    private final int tradeEvery;
    private final OrderRequest request = new OrderRequest();
    private StrategyContext context;
    private long bars;

    TogglingStrategy(final int tradeEvery) {
        this.tradeEvery = tradeEvery;
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        context.subscribe(context.instrument("SIM0"));
    }

    @Override
    public void onBar(final Instrument instrument) {
        if (++bars % tradeEvery == 0) {
            final Side side = context.position(instrument).isFlat() ? Side.BUY : Side.SELL;
            context.submit(request.market(instrument, side, QUANTITY, TimeInForce.GTC));
        }
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange state) {
        bars = state.field("bars", bars);
    }
}
