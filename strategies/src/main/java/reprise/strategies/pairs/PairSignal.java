package reprise.strategies.pairs;

/** What the rules say at a bar. */
enum PairSignal {
    /** Flat, and stays so. */
    NONE,
    /** Buy the first leg, sell the second short. */
    LONG_SPREAD,
    /** Sell the first leg short, buy the second. */
    SHORT_SPREAD,
    /** Stays in. */
    HOLD,
    /** The spread is back at its mean. */
    EXIT,
    /** The spread went too far. */
    STOP_LOSS,
    /** It took too long. */
    EXPIRE;

    private static final PairSignal[] VALUES = values();

    static PairSignal of(final int ordinal) {
        return VALUES[ordinal];
    }

    boolean isEntry() {
        return this == LONG_SPREAD || this == SHORT_SPREAD;
    }

    boolean isExit() {
        return ordinal() >= EXIT.ordinal();
    }
}
