package reprise.simulation.venue;

/** Where market orders fill if the market is bars. */
public enum MarketFill {
    /** At the open of the first bar that opens at or after the time at which the order reached the venue. */
    NEXT_OPEN,
    /**
     * At the first close at or after the time at which the order reached the venue: an order that answers a bar fills at the close of that
     * bar. Optimistic: the close is known only when it is past, and what was decided by it cannot trade at it any more.
     */
    SAME_CLOSE
}
