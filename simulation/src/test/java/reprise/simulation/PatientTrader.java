package reprise.simulation;

import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Buys and sells one lot in turn, every so many bars; without an interval it only watches. */
public final class PatientTrader implements Strategy {
    public static final long NEVER = Long.MAX_VALUE;

    private final String symbol;
    private final long intervalBars;
    private final OrderRequest request = new OrderRequest();
    private StrategyContext context;
    private long bars;

    public PatientTrader(final String symbol, final long intervalBars) {
        this.symbol = symbol;
        this.intervalBars = intervalBars;
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        context.subscribe(context.instrument(symbol));
    }

    @Override
    public void onBar(final Instrument instrument) {
        if (++bars % intervalBars == 0) {
            final Side side = context.position(instrument).isFlat() ? Side.BUY : Side.SELL;
            context.submit(request.market(instrument, side, 1_000, TimeInForce.GTC));
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
