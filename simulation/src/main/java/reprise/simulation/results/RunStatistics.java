package reprise.simulation.results;

import java.util.List;

/**
 * All that was counted and measured in a run. Money in money units.
 *
 * @param bars that closed, over all instruments.
 * @param barTimes distinct times at which bars closed.
 * @param firstTimeNs when the first bar opened; 0 without bars.
 * @param lastTimeNs when the last bar closed.
 * @param periodNs the shortest bar length seen.
 * @param equityStart what was paid in.
 * @param equityFinal with open positions at their last price.
 * @param cash at the end.
 * @param realisedPnl of closed quantity, before fees.
 * @param unrealisedPnl of what is still open, before fees.
 * @param fees paid.
 * @param turnover value of all fills.
 * @param metrics measures of the equity curve and the trades.
 * @param orders what became of them.
 * @param signals what became of them; empty where strategies order by themselves.
 * @param trades that ended.
 * @param wins of them.
 * @param losses of them.
 * @param grossProfit of the wins.
 * @param grossLoss of the losses, negative or 0.
 * @param openTrades still open at the end, valued at the last price; not among the trades counted above.
 * @param strategies how they did beside each other.
 * @param pairs what trades of pairs came to; null where none were traded.
 * @param measures the full set.
 */
public record RunStatistics(
        long bars,
        long barTimes,
        long firstTimeNs,
        long lastTimeNs,
        long periodNs,
        long equityStart,
        long equityFinal,
        long cash,
        long realisedPnl,
        long unrealisedPnl,
        long fees,
        long turnover,
        Metrics metrics,
        OrderCounts orders,
        SignalCounts signals,
        long trades,
        long wins,
        long losses,
        long grossProfit,
        long grossLoss,
        List<Trade> openTrades,
        StrategyComparison strategies,
        PairStatistics pairs,
        RunMeasures measures) {}
