package reprise.simulation.results;

/**
 * What one strategy's book came to. Money in money units.
 *
 * @param strategyId from 1, in order of registration.
 * @param pnl realised and unrealised, after fees.
 * @param fees paid.
 * @param turnover value of its fills.
 * @param entries how often it opened a position.
 * @param trades that ended.
 * @param wins of them.
 * @param exposure share of bar times at which it held anything; NaN without bars.
 * @param sharpeDaily mean by deviation of its daily results, for a year; NaN where they do not vary.
 */
public record StrategyStatistics(
        int strategyId,
        long pnl,
        long fees,
        long turnover,
        long entries,
        long trades,
        long wins,
        double exposure,
        double sharpeDaily) {
    /**
     * How many of its trades earned more than their fees.
     *
     * @return a share; NaN without trades.
     */
    public double hitRate() {
        return trades == 0 ? Double.NaN : (double) wins / trades;
    }
}
