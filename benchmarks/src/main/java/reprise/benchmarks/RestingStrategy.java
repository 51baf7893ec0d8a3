package reprise.benchmarks;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Demands the usual indicators of many instruments, and leaves a number of orders in the market that nobody fills. */
final class RestingStrategy implements Strategy {
    private static final String[] DEMANDED = {"ema:20", "ema:200", "rsi:14", "atr:14", "sma:200", "zscore:100"};
    private static final long QUANTITY = 1_000_000;

    private final int instrumentCount;
    private final long ordersMax;
    private final OrderRequest request = new OrderRequest();
    private StrategyContext context;
    private long orders;

    RestingStrategy(final int instrumentCount, final long ordersMax) {
        this.instrumentCount = instrumentCount;
        this.ordersMax = ordersMax;
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        for (int i = 0; i < instrumentCount; i++) {
            final Instrument instrument = context.instrument("SIM" + i);
            context.subscribe(instrument);
            for (final String expression : DEMANDED) {
                context.indicator(instrument, expression);
            }
        }
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void onBar(final Instrument instrument) {
        if (orders < ordersMax) {
            orders++;
            context.submit(request.limit(
                    instrument, Side.BUY, QUANTITY, instrument.bar().close() / 2, TimeInForce.GTC));
        }
    }

    @Override
    public void exchange(final StateExchange state) {
        orders = state.field("orders", orders);
    }
}
