package reprise.simulation.results;

/** Statistics over ended trades, in constant memory; a trade won if it earned more than its fees. */
final class TradeStatistics {
    private final ResultSink sink;
    private StrategyTracker strategies;
    private TradeMeter meter;
    private long count;
    private long wins;
    private long losses;
    private long grossProfit;
    private long grossLoss;
    private double holdNs;
    private long barsHeld;

    TradeStatistics(final ResultSink sink) {
        this.sink = sink;
    }

    /** Who else wants to know, before the first trade ends. */
    void tell(final StrategyTracker tracker, final TradeMeter newMeter) {
        strategies = tracker;
        meter = newMeter;
    }

    void ended(final Trade trade) {
        count++;
        if (trade.pnl() > 0) {
            wins++;
            grossProfit = Math.addExact(grossProfit, trade.pnl());
        } else if (trade.pnl() < 0) {
            losses++;
            grossLoss = Math.addExact(grossLoss, trade.pnl());
        }
        holdNs += trade.holdNs();
        barsHeld += trade.barsHeld();
        if (strategies != null) {
            strategies.ended(trade);
            meter.ended(trade);
        }
        sink.onTrade(trade);
    }

    long count() {
        return count;
    }

    long wins() {
        return wins;
    }

    long losses() {
        return losses;
    }

    long grossProfit() {
        return grossProfit;
    }

    /** Negative, or 0. */
    long grossLoss() {
        return grossLoss;
    }

    double winRate() {
        return count == 0 ? Double.NaN : (double) wins / count;
    }

    /** Money won for each unit of money lost. */
    double profitFactor() {
        return grossLoss == 0 ? Double.NaN : (double) grossProfit / -grossLoss;
    }

    double averageHoldNs() {
        return count == 0 ? Double.NaN : holdNs / count;
    }

    double averageBarsHeld() {
        return count == 0 ? Double.NaN : (double) barsHeld / count;
    }
}
