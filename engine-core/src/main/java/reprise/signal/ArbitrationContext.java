package reprise.signal;

import reprise.risk.TradingState;

/**
 * What the arbiter must know of the world; the core answers from portfolio, gate, guard and calendar. It is asked while a window is closed,
 * before any decision is told, and must not change meanwhile. Working entry orders count as positions, so that what was accepted a moment
 * ago is not forgotten before it is filled.
 */
public interface ArbitrationContext {
    /** Stands for an instrument without a cluster. */
    int NO_CLUSTER = -1;

    /**
     * The account's equity.
     *
     * @return in money units.
     */
    long equity();

    /**
     * What new positions may cost.
     *
     * @return in money units, with working orders reserved.
     */
    long buyingPower();

    /**
     * The sum of what all positions are worth, regardless of sign.
     *
     * @return in money units.
     */
    long grossExposure();

    /**
     * The same for one strategy.
     *
     * @param strategyId a dense id.
     * @return in money units.
     */
    long strategyExposure(int strategyId);

    /**
     * The sector or cluster of correlated instruments to which one belongs.
     *
     * @param instrumentId a dense id.
     * @return its number, or {@link #NO_CLUSTER}.
     */
    int cluster(int instrumentId);

    /**
     * The sum of what all positions in a cluster are worth, regardless of sign.
     *
     * @param cluster its number.
     * @return in money units.
     */
    long clusterExposure(int cluster);

    /**
     * A strategy's own position.
     *
     * @param strategyId a dense id.
     * @param instrumentId a dense id.
     * @return in quantity units, negative for short.
     */
    long position(int strategyId, int instrumentId);

    /**
     * In how many instruments a strategy has a position.
     *
     * @param strategyId a dense id.
     * @return count.
     */
    int positions(int strategyId);

    /**
     * Whether data allow entries: the guard's verdict is not FAIL and prices are fresh.
     *
     * @param instrumentId a dense id.
     * @return whether they do.
     */
    boolean isDataFresh(int instrumentId);

    /**
     * Whether the instrument's session is open.
     *
     * @param instrumentId a dense id.
     * @return whether entries are allowed now.
     */
    boolean isSessionOpen(int instrumentId);

    /**
     * Whether a strategy is switched on.
     *
     * @param strategyId a dense id.
     * @return whether its signals count.
     */
    boolean isEnabled(int strategyId);

    /**
     * The strictest state of engine, strategy and instrument.
     *
     * @param strategyId a dense id.
     * @param instrumentId a dense id.
     * @return the state.
     */
    TradingState tradingState(int strategyId, int instrumentId);

    /**
     * Whether the day-trade rules allow an opening trade of one lot. The full order passes the gate, which asks them again.
     *
     * @param signal the opening.
     * @return whether they do.
     */
    boolean allowsDayTrade(Signal signal);

    /**
     * What was traded in the last five minutes.
     *
     * @param instrumentId a dense id.
     * @return in quantity units; 0 for unknown, which leaves no room.
     */
    long recentVolume(int instrumentId);
}
