package reprise.simulation.results;

import reprise.market.Instrument;
import reprise.order.Order;

/**
 * Two sinks that take the same results, told in order.
 *
 * @param first is told first.
 * @param second is told then.
 */
public record SinkPair(ResultSink first, ResultSink second) implements ResultSink {
    @Override
    public void onEquity(
            final long timeNs, final long equity, final long cash, final long exposure, final double drawdown) {
        first.onEquity(timeNs, equity, cash, exposure, drawdown);
        second.onEquity(timeNs, equity, cash, exposure, drawdown);
    }

    @Override
    public void onBar(final Instrument instrument) {
        first.onBar(instrument);
        second.onBar(instrument);
    }

    @Override
    public void onTrade(final Trade trade) {
        first.onTrade(trade);
        second.onTrade(trade);
    }

    @Override
    public void onOrder(final Order order, final String symbol, final long timeNs) {
        first.onOrder(order, symbol, timeNs);
        second.onOrder(order, symbol, timeNs);
    }

    @Override
    public void onPairTrade(final PairRoundTrip trade) {
        first.onPairTrade(trade);
        second.onPairTrade(trade);
    }

    @Override
    public void onPairDay(
            final long timeNs, final PairStatistics pairs, final double sharpe, final double maxDrawdown) {
        first.onPairDay(timeNs, pairs, sharpe, maxDrawdown);
        second.onPairDay(timeNs, pairs, sharpe, maxDrawdown);
    }
}
