package reprise.simulation.results;

import reprise.order.Side;

/**
 * A trade of a pair: from flat to flat, both legs.
 *
 * @param number 1, 2, 3, ... in order of the end.
 * @param strategyId whose.
 * @param pairId 1, 2, 3, ... of that strategy.
 * @param leg1 the first leg.
 * @param leg2 the second leg.
 * @param entryTimeNs of the first fill.
 * @param exitTimeNs of the last fill.
 * @param entryZ that the strategy explained its entry by; NaN where it did not.
 * @param exitZ that it explained its exit by; NaN where it did not.
 * @param pnl after fees, money.
 * @param fees paid, money.
 * @param wasOpen whether both legs were held in their ratio at some time.
 * @param exitReason the strategy's, or what else ended it.
 */
public record PairRoundTrip(
        long number,
        int strategyId,
        int pairId,
        Leg leg1,
        Leg leg2,
        long entryTimeNs,
        long exitTimeNs,
        double entryZ,
        double exitZ,
        long pnl,
        long fees,
        boolean wasOpen,
        String exitReason) {
    /**
     * What one leg did.
     *
     * @param instrumentId dense id.
     * @param symbol of the instrument.
     * @param side of the entry.
     * @param quantity entered in all, quantity units.
     * @param entryPrice average, price units, rounded.
     * @param exitPrice average, price units, rounded.
     */
    public record Leg(int instrumentId, String symbol, Side side, long quantity, long entryPrice, long exitPrice) {}

    /**
     * How long it was.
     *
     * @return nanoseconds from the first to the last fill.
     */
    public long holdNs() {
        return exitTimeNs - entryTimeNs;
    }
}
