package reprise.guard;

/**
 * What is checked. Ordinals and names are stable: they are journaled. {@link DataGuard} says of each what fails it and how it heals; this
 * list says in what its value and its limit are counted.
 */
public enum GuardCheck {
    /** A price of a quote is negative; zero stands for no price. In price units, limit 0. */
    QUOTE_PRICE,
    /** A quantity of a quote is negative. In quantity units, limit 0. */
    QUOTE_QUANTITY,
    /** A bid above the ask. How far above it, in price units, limit 0. */
    CROSSED_QUOTE,
    /** A bid equal to the ask. How far the ask lies above the bid, in price units, limit 0. */
    LOCKED_QUOTE,
    /** Too wide a spread. In millionths of the middle. */
    SPREAD,
    /** The venue's clock went backwards: a quote is older than the one before. By how much, in nanoseconds, limit 0. */
    CLOCK_BACKWARDS,
    /** The venue's clock is ahead of the engine's. By how much, in nanoseconds. */
    CLOCK_AHEAD,
    /** The price of a trade is not positive. In price units, limit 1: the smallest price. */
    TRADE_PRICE,
    /** The quantity of a trade is negative. In quantity units, limit 0. */
    TRADE_QUANTITY,
    /** A trade is older than one before. By how much, in nanoseconds, limit 0. */
    OUT_OF_ORDER_TRADE,
    /** A trade looks like the one before. How many alike have come in a row, limit 1. */
    DUPLICATE_TRADE,
    /** Too far from the trade before. In millionths of its price. */
    TRADE_JUMP,
    /** A price of a bar is not positive. In price units, limit 1: the smallest price. */
    BAR_PRICE,
    /** The volume of a bar is negative. In quantity units, limit 0. */
    BAR_VOLUME,
    /** A bar with a price outside its low and high, or without length or time. The bar's length in nanoseconds, limit 1. */
    INCONSISTENT_BAR,
    /** A bar is older than one before. By how much, in nanoseconds, limit 0. */
    OUT_OF_ORDER_BAR,
    /** A bar of this time and length has come already. 0 if it says the same, 1 if it says something else; limit 0. */
    DUPLICATE_BAR,
    /** Bars are missing. How many. */
    GAP,
    /** Too far from the bar before. In millionths of its close. */
    BAR_JUMP,
    /** No quote for too long. Open time without one, in nanoseconds. */
    STALE_QUOTE,
    /** No trade for too long. Open time without one, in nanoseconds. */
    STALE_TRADE,
    /** No bar for too long. Open time since the last one closed, in nanoseconds. */
    STALE_BAR;

    /** All checks by ordinal. */
    private static final GuardCheck[] VALUES = values();

    static final int COUNT = VALUES.length;

    /**
     * The check of a wire code.
     *
     * @param code ordinal.
     * @return the check.
     */
    public static GuardCheck of(final int code) {
        return VALUES[code];
    }
}
