package reprise.simulation.results;

/**
 * What the trades of pairs came to.
 *
 * @param trades that ended and had been open; not openings that failed.
 * @param wins of them, after fees.
 * @param failures openings that failed after a leg had traded.
 * @param pnl of all, failures included, after fees, money.
 * @param grossProfit of the wins, money.
 * @param grossLoss of the others, money, negative or 0.
 * @param averageHoldNs of the trades, nanoseconds; NaN without any.
 * @param kellyFraction by all trades; NaN without any.
 * @param maxUnhedged the most that was ever without hedge, money.
 * @param longestUnhedgedNs the longest time without hedge, nanoseconds.
 * @param unhedgedTimes how often there was a time without hedge.
 */
public record PairStatistics(
        long trades,
        long wins,
        long failures,
        long pnl,
        long grossProfit,
        long grossLoss,
        double averageHoldNs,
        double kellyFraction,
        long maxUnhedged,
        long longestUnhedgedNs,
        long unhedgedTimes) {
    private static final double LEAST_SHARPE = 0.5;
    private static final double LEAST_WIN_RATE = 0.45;
    private static final double MOST_DRAWDOWN = 0.15;

    /**
     * The share of trades that won.
     *
     * @return NaN without any.
     */
    public double winRate() {
        return trades == 0 ? Double.NaN : (double) wins / trades;
    }

    /**
     * Money won for each unit of money lost.
     *
     * @return NaN where nothing was lost.
     */
    public double profitFactor() {
        return grossLoss == 0 ? Double.NaN : (double) grossProfit / -grossLoss;
    }

    /**
     * Whether a backtest is good enough to go on with: a Sharpe ratio above 0.5, more than 45 % of trades won, a drawdown of less than 15 %.
     *
     * @param metrics of the run.
     * @return false also where one of them is undefined.
     */
    public boolean passes(final Metrics metrics) {
        return metrics.sharpe() > LEAST_SHARPE && winRate() > LEAST_WIN_RATE && -metrics.maxDrawdown() < MOST_DRAWDOWN;
    }
}
