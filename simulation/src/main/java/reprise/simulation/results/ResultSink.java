package reprise.simulation.results;

import reprise.market.Instrument;
import reprise.order.Order;

/** Takes results one by one as they come about, on the core's thread. */
public interface ResultSink {
    /** Keeps nothing. */
    ResultSink NONE = new ResultSink() {
        @Override
        public void onEquity(
                final long timeNs, final long equity, final long cash, final long exposure, final double drawdown) {
            // kept nowhere
        }

        @Override
        public void onTrade(final Trade trade) {
            // kept nowhere
        }

        @Override
        public void onOrder(final Order order, final String symbol, final long timeNs) {
            // kept nowhere
        }
    };

    /**
     * A point of the equity curve: the first, the last, the last of each UTC day, and every one at which equity changed.
     *
     * @param timeNs when the bars closed that it follows from.
     * @param equity cash and positions at their last price, money.
     * @param cash money.
     * @param exposure absolute value of all positions, money.
     * @param drawdown share below the highest equity so far, 0 or negative.
     */
    void onEquity(long timeNs, long equity, long cash, long exposure, double drawdown);

    /**
     * A bar closed; its instrument and all positions are up to date. Comes for every bar, so it must not allocate.
     *
     * @param instrument whose bar it was.
     */
    default void onBar(final Instrument instrument) {}

    /**
     * A trade ended, or was open at the end.
     *
     * @param trade complete.
     */
    void onTrade(Trade trade);

    /**
     * An order ended, or was open at the end.
     *
     * @param order valid only during this call.
     * @param symbol of its instrument.
     * @param timeNs engine time.
     */
    void onOrder(Order order, String symbol, long timeNs);

    /**
     * A trade of a pair ended.
     *
     * @param trade complete.
     */
    default void onPairTrade(final PairRoundTrip trade) {}

    /**
     * A UTC day is over, in a run that trades pairs.
     *
     * @param timeNs when its last bars closed.
     * @param pairs what the trades of pairs came to so far.
     * @param sharpe of the account's daily equity so far; NaN where undefined.
     * @param maxDrawdown of the account so far, negative or 0.
     */
    default void onPairDay(
            final long timeNs, final PairStatistics pairs, final double sharpe, final double maxDrawdown) {}
}
