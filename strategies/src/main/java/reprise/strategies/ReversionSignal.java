package reprise.strategies;

/**
 * What the reversion strategy wants, as a pure function of what it holds and of the indicators after the bar that closed. Levels belong to
 * their side: at exactly the level it acts. An undefined number is never a reason to act: every comparison with NaN is false.
 *
 * @param entry enter when the price is this far, in standard deviations, from its mean; above 0.
 * @param exit leave when it is no further than this on the same side.
 * @param stop give up when it is this far on either side; nothing is entered beyond.
 * @param rsiLower a long is entered at this RSI or below.
 * @param rsiUpper a short is entered at this RSI or above.
 * @param adxSkip nothing is entered while the ADX is above.
 * @param allowShort whether prices above their mean are traded too.
 */
record ReversionSignal(
        double entry, double exit, double stop, double rsiLower, double rsiUpper, double adxSkip, boolean allowShort) {
    /** What to do, and why. */
    enum Action {
        /** Nothing. */
        NONE,
        /** Buy: far enough below. */
        ENTER_LONG,
        /** Sell short: far enough above. */
        ENTER_SHORT,
        /** Leave: back near the mean. */
        EXIT,
        /** Leave: too far from the mean. */
        STOP
    }

    /**
     * Decides at the close of a bar.
     *
     * @param held the direction that is held or being entered; FLAT also while one is being left.
     * @param z of the price, NaN if unknown.
     * @param rsi NaN if unknown.
     * @param adx NaN if unknown.
     * @return what to do.
     */
    Action decide(final Direction held, final double z, final double rsi, final double adx) {
        final boolean isBeyondStop = Math.abs(z) >= stop;
        if (held != Direction.FLAT) {
            final double towardsMean = held == Direction.LONG ? z : -z;
            if (isBeyondStop) {
                return Action.STOP;
            }
            return towardsMean >= -exit ? Action.EXIT : Action.NONE;
        }
        if (isBeyondStop || !(adx <= adxSkip)) {
            return Action.NONE;
        }
        if (z <= -entry && rsi <= rsiLower) {
            return Action.ENTER_LONG;
        }
        return allowShort && z >= entry && rsi >= rsiUpper ? Action.ENTER_SHORT : Action.NONE;
    }
}
