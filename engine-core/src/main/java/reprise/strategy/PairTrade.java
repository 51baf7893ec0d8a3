package reprise.strategy;

import reprise.execution.PairRound;
import reprise.execution.PairState;
import reprise.market.Instrument;
import reprise.order.Side;

/**
 * Two instruments that a strategy trades as one thing, from {@link StrategyContext#pair}. Both legs are checked before either is sent; what
 * then has no counterpart is taken back at market. It goes by its own orders: pairs of one strategy may share an instrument. What asks for
 * something is legal only during a callback of the strategy. Allocates nothing.
 */
public interface PairTrade {
    /**
     * Names it.
     *
     * @return 1, 2, 3, ... in the order in which the strategy asked for its pairs.
     */
    int pairId();

    /**
     * What it trades.
     *
     * @param leg 0 or 1.
     * @return the instrument.
     */
    Instrument instrument(int leg);

    /**
     * Wants to hold both legs, from flat. What is not on lot is floored.
     *
     * @param side1 of the first leg; the second goes the other way.
     * @param quantity1 of the first leg.
     * @param quantity2 of the second leg.
     * @return whether it is under way; if not, the reason is on record.
     */
    boolean open(Side side1, long quantity1, long quantity2);

    /** Wants to hold neither leg, from whatever state. */
    void close();

    /** Lets it open; so it is at first. */
    void start();

    /** Lets it open no more: an opening that is under way is taken back, what is open stays. */
    void stop();

    /** Stops it and leaves both legs at once, not in parts. */
    void emergencyStop();

    /**
     * Whether it may open.
     *
     * @return false once it was stopped, by the strategy or by the operator, or while the strategy is.
     */
    boolean isStarted();

    /**
     * Where it is.
     *
     * @return its state now.
     */
    PairState state();

    /**
     * What it holds of a leg.
     *
     * @param leg 0 or 1.
     * @return quantity units, in the direction of the opening.
     */
    long held(int leg);

    /**
     * Which way the first leg was opened last; the other went the other way.
     *
     * @return BUY or SELL.
     */
    Side side1();

    /**
     * What the present round trip has come to so far, or the last one if it is flat.
     *
     * @return one object for the life of the pair.
     */
    PairRound round();
}
