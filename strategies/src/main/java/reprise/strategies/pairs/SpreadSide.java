package reprise.strategies.pairs;

import reprise.order.Side;

/** What a pair holds, or is about to. */
enum SpreadSide {
    FLAT,
    /** Long the first leg, short the second. */
    LONG_SPREAD,
    /** Short the first leg, long the second. */
    SHORT_SPREAD;

    private static final SpreadSide[] VALUES = values();

    static SpreadSide of(final int ordinal) {
        return VALUES[ordinal];
    }

    /** Which way the first leg is opened. */
    Side side1() {
        return this == LONG_SPREAD ? Side.BUY : Side.SELL;
    }
}
