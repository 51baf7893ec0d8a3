package reprise.strategies;

import reprise.indicator.BarShape;
import reprise.market.Bar;

/**
 * What the trend strategy wants, as a pure function of what it holds, the bar that closed and the indicators after it.
 *
 * <p>Enter with a trend that is strong enough and on a bar that shows it; leave when the averages have crossed back. Neither a weaker trend nor
 * a weaker bar ends what was begun. An undefined number is never a reason to act: every comparison with NaN is false.
 *
 * @param adxMin smallest ADX at which to enter.
 * @param priceActionFilter whether the bar itself must confirm an entry.
 * @param minBody if so, smallest share of the bar's range that its body must have.
 * @param allowShort whether falling trends are traded too.
 */
record TrendSignal(double adxMin, boolean priceActionFilter, double minBody, boolean allowShort) {
    /**
     * Decides at the close of a bar.
     *
     * @param held the direction that is held or being entered; FLAT also while one is being left.
     * @param bar that closed.
     * @param emaFast fast average, NaN if unknown.
     * @param emaSlow slow average, NaN if unknown.
     * @param adx strength of the trend, NaN if unknown.
     * @return the direction to hold from now on.
     */
    Direction decide(
            final Direction held, final Bar bar, final double emaFast, final double emaSlow, final double adx) {
        final boolean rising = emaFast > emaSlow;
        final boolean falling = emaFast < emaSlow;
        if (held == Direction.LONG && !falling || held == Direction.SHORT && !rising) {
            return held;
        }
        if (!(adx >= adxMin)) {
            return Direction.FLAT;
        }
        if (rising && confirms(bar, bar.close() - bar.open())) {
            return Direction.LONG;
        }
        if (falling && allowShort && confirms(bar, bar.open() - bar.close())) {
            return Direction.SHORT;
        }
        return Direction.FLAT;
    }

    private boolean confirms(final Bar bar, final long moveInFavour) {
        return !priceActionFilter || moveInFavour > 0 && BarShape.bodyFraction(bar) >= minBody;
    }
}
