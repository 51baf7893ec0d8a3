package reprise.benchmarks;

import reprise.indicator.Line;
import reprise.market.Instrument;
import reprise.order.OrderRequest;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.state.StateExchange;
import reprise.strategy.Strategy;
import reprise.strategy.StrategyContext;

/** Holds one unit while the fast mean is above the slow one and, if it is asked to look, the market trends; market orders. */
final class CrossStrategy implements Strategy {
    private final BacktestJob job;
    private final boolean orders;
    private final OrderRequest request = new OrderRequest();
    private StrategyContext context;
    private Line fast;
    private Line slow;
    private Line adx;

    /** One that only makes up its mind, or one that orders too. */
    CrossStrategy(final BacktestJob job, final boolean orders) {
        this.job = job;
        this.orders = orders;
    }

    @Override
    public void onStart(final StrategyContext newContext) {
        context = newContext;
        final Instrument instrument = context.instrument("SIM0");
        context.subscribe(instrument);
        fast = context.indicator(instrument, "ema:" + BacktestJob.FAST);
        slow = context.indicator(instrument, "ema:" + BacktestJob.SLOW);
        adx = job.isTrending() ? context.indicator(instrument, "adx:" + BacktestJob.ADX) : null;
    }

    @Override
    public void onBar(final Instrument instrument) {
        final boolean wants =
                fast.value() > slow.value() && (adx == null || adx.isDefined() && adx.value() > BacktestJob.LEAST_ADX);
        if (wants == context.position(instrument).isFlat() && orders) {
            context.submit(
                    request.market(instrument, wants ? Side.BUY : Side.SELL, BacktestJob.QUANTITY, TimeInForce.GTC));
        }
    }

    @Override
    public void onRestore(final StrategyContext newContext) {
        onStart(newContext);
    }

    @Override
    public void exchange(final StateExchange state) {
        // it looks at the present bar alone
    }
}
