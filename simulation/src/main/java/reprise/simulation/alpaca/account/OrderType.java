package reprise.simulation.alpaca.account;

/** At which price an order trades. */
public enum OrderType implements WireNamed {
    /** At the best price there is. */
    MARKET,
    /** At its limit or better. */
    LIMIT,
    /** At the best price, once the market has traded at its stop. */
    STOP,
    /** At its limit or better, once the market has traded at its stop. */
    STOP_LIMIT,
    /** A stop that follows the market at a distance. */
    TRAILING_STOP;

    /**
     * Whether it has a limit price.
     *
     * @return true for limit and stop limit.
     */
    public boolean hasLimit() {
        return this == LIMIT || this == STOP_LIMIT;
    }

    /**
     * Whether it has a stop price in its request.
     *
     * @return true for stop and stop limit.
     */
    public boolean hasStop() {
        return this == STOP || this == STOP_LIMIT;
    }

    /**
     * Whether it waits for the market to trade at a price.
     *
     * @return true for all stops.
     */
    public boolean waitsForTrigger() {
        return hasStop() || this == TRAILING_STOP;
    }
}
