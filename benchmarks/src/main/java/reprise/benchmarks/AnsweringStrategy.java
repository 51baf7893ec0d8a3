package reprise.benchmarks;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Answers each trade with a limit order at its price: buys and sells by turns. */
final class AnsweringStrategy implements Strategy {
    private final OrderRequest request = new OrderRequest();
    private StrategyContext context;
    private long trades;

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        context.subscribe(context.instrument(TickFrames.SYMBOL));
    }

    @Override
    public void onTrade(final Instrument instrument) {
        final Side side = trades++ % 2 == 0 ? Side.BUY : Side.SELL;
        context.submit(request.limit(instrument, side, 1, instrument.lastTradePrice(), TimeInForce.DAY));
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange state) {
        trades = state.field("trades", trades);
    }
}
