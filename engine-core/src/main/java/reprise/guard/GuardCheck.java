package reprise.guard;

import reprise.number.Unit;

/**
 * What is checked. Ordinals and names are stable: they are journaled. {@link DataGuard} says of each what fails it and how it heals; this
 * list says in what its value and its limit are counted.
 */
public enum GuardCheck {
    /** A price of a quote is negative; zero stands for no price. In price units, limit 0. */
    QUOTE_PRICE(Unit.PRICE),
    /** A quantity of a quote is negative. In quantity units, limit 0. */
    QUOTE_QUANTITY(Unit.QUANTITY),
    /** A bid above the ask. How far above it, in price units, limit 0. */
    CROSSED_QUOTE(Unit.PRICE),
    /** A bid equal to the ask. How far the ask lies above the bid, in price units, limit 0. */
    LOCKED_QUOTE(Unit.PRICE),
    /** Too wide a spread. In millionths of the middle. */
    SPREAD(Unit.MILLIONTHS),
    /** The venue's clock went backwards: a quote is older than the one before. By how much, in nanoseconds, limit 0. */
    CLOCK_BACKWARDS(Unit.DURATION),
    /** The venue's clock is ahead of the engine's. By how much, in nanoseconds. */
    CLOCK_AHEAD(Unit.DURATION),
    /** The price of a trade is not positive. In price units, limit 1: the smallest price. */
    TRADE_PRICE(Unit.PRICE),
    /** The quantity of a trade is negative. In quantity units, limit 0. */
    TRADE_QUANTITY(Unit.QUANTITY),
    /** A trade is older than one before. By how much, in nanoseconds, limit 0. */
    OUT_OF_ORDER_TRADE(Unit.DURATION),
    /** A trade looks like the one before. How many alike have come in a row, limit 1. */
    DUPLICATE_TRADE(Unit.COUNT),
    /** Too far from the trade before. In millionths of its price. */
    TRADE_JUMP(Unit.MILLIONTHS),
    /** A price of a bar is not positive. In price units, limit 1: the smallest price. */
    BAR_PRICE(Unit.PRICE),
    /** The volume of a bar is negative. In quantity units, limit 0. */
    BAR_VOLUME(Unit.QUANTITY),
    /** A bar with a price outside its low and high, or without length or time. The bar's length in nanoseconds, limit 1. */
    INCONSISTENT_BAR(Unit.DURATION),
    /** A bar is older than one before. By how much, in nanoseconds, limit 0. */
    OUT_OF_ORDER_BAR(Unit.DURATION),
    /** A bar of this time and length has come already. 0 if it says the same, 1 if it says something else; limit 0. */
    DUPLICATE_BAR(Unit.COUNT),
    /** Bars are missing. How many. */
    GAP(Unit.COUNT),
    /** Too far from the bar before. In millionths of its close. */
    BAR_JUMP(Unit.MILLIONTHS),
    /** No quote for too long. Open time without one, in nanoseconds. */
    STALE_QUOTE(Unit.DURATION),
    /** No trade for too long. Open time without one, in nanoseconds. */
    STALE_TRADE(Unit.DURATION),
    /** No bar for too long. Open time since the last one closed, in nanoseconds. */
    STALE_BAR(Unit.DURATION);

    /** All checks by ordinal. */
    private static final GuardCheck[] VALUES = values();

    private final Unit unit;

    GuardCheck(final Unit unit) {
        this.unit = unit;
    }

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

    /**
     * In what the value and the limit of a record are counted.
     *
     * @return the unit.
     */
    public Unit unit() {
        return unit;
    }
}
