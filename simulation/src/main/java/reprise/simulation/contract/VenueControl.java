package reprise.simulation.contract;

/** What only a simulated server can be made to do. Calls take effect before they return, as far as the server goes. */
public interface VenueControl {
    /**
     * The best bid and offer are a tick below and above a price, and somebody trades there: of ours, whatever can trade now does.
     *
     * @param price in price units.
     */
    void tradeAt(long price);

    /**
     * The minute ends, and its bar closes: time moves to the end of the minute.
     *
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded.
     * @return when it closed, nanoseconds since the epoch.
     */
    long closeBar(long open, long high, long low, long close, long volume);

    /**
     * The server's time.
     *
     * @return nanoseconds since the epoch.
     */
    long timeNs();

    /**
     * Whether the server can do something wrong.
     *
     * @param fault what.
     * @return true if so.
     */
    boolean can(VenueFault fault);

    /**
     * Lets something go wrong once, now or at its next occasion.
     *
     * @param fault what.
     * @param request at which request of ours.
     * @param lastingMs how long, where it takes time.
     */
    void let(VenueFault fault, VenueRequest request, long lastingMs);

    /**
     * How many orders the server has taken, by its own count, under a name of ours each; a replacement may count as one.
     *
     * @return since it began.
     */
    long ordersTaken();

    /**
     * What we hold of the instrument, by the server's books, without what is less than a quantity unit.
     *
     * @return signed, in quantity units.
     */
    long position();

    /**
     * Whether fees are taken of what is bought, so that less is held than was filled.
     *
     * @return false where what is held is the sum of what was filled.
     */
    boolean takesFeesInKind();
}
