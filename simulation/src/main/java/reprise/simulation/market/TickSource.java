package reprise.simulation.market;

import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;

/**
 * A stream of quotes, trades, levels and changes of status of one instrument in time order, one at a time.
 *
 * <p>A cursor: {@link #next()} moves it, the accessors describe what it stands on and are valid until the next move; which of them have a
 * meaning depends on the kind. Single-threaded; implementations keep constant memory and allocate nothing per tick unless they say otherwise.
 */
public interface TickSource extends AutoCloseable {
    /** What a tick says. */
    enum Kind {
        /** The best bid or offer changed. */
        QUOTE,
        /** Others traded. */
        TRADE,
        /** A price level of the book changed. */
        LEVEL,
        /** The book is not known any more. */
        CLEARED,
        /** The instrument was halted, or trades again. */
        STATUS
    }

    /**
     * Moves to the next tick.
     *
     * @return false when there is no further tick; the accessors are then meaningless.
     */
    boolean next();

    /**
     * What the tick says.
     *
     * @return the kind.
     */
    Kind kind();

    /**
     * When it happened.
     *
     * @return nanoseconds since the epoch.
     */
    long timeNs();

    /**
     * The best bid of a quote.
     *
     * @return in price units; 0 for none.
     */
    long bidPrice();

    /**
     * Displayed at the best bid of a quote.
     *
     * @return in quantity units.
     */
    long bidQuantity();

    /**
     * The best ask of a quote.
     *
     * @return in price units; 0 for none.
     */
    long askPrice();

    /**
     * Displayed at the best ask of a quote.
     *
     * @return in quantity units.
     */
    long askQuantity();

    /**
     * The price of a trade or level.
     *
     * @return in price units.
     */
    long price();

    /**
     * The quantity of a trade or level.
     *
     * @return in quantity units; 0 for a level that is gone.
     */
    long quantity();

    /**
     * The side of a level.
     *
     * @return BUY for bids.
     */
    Side side();

    /**
     * Who took the liquidity in a trade.
     *
     * @return the aggressor.
     */
    Aggressor aggressor();

    /**
     * The new status.
     *
     * @return of a change of status.
     */
    InstrumentStatus status();

    /** Releases the input. May be called more than once. */
    @Override
    void close();
}
