package reprise.market;

import reprise.number.Decimals;
import reprise.number.Rounding;

/**
 * How a split changes what is counted in units of an instrument, and what is paid for one.
 *
 * @param newUnits that come, positive.
 * @param oldUnits for these, positive.
 */
public record SplitRatio(long newUnits, long oldUnits) {
    /**
     * A price after the split.
     *
     * @param oldPrice before it, in price units; negative for a signed price.
     * @param rounding which way.
     * @return in price units.
     */
    public long price(final long oldPrice, final Rounding rounding) {
        return Decimals.multiplyDivide(oldPrice, oldUnits, newUnits, rounding);
    }

    /**
     * A price after the split on tick, never worse than before for whoever waits for it: a seller's up, a buyer's down.
     *
     * @param oldPrice before it, in price units; 0 stays 0, for there is none.
     * @param sells whether a seller waits for it.
     * @param tickSize in price units.
     * @return in price units, at least one tick.
     */
    public long waitingPrice(final long oldPrice, final boolean sells, final long tickSize) {
        if (oldPrice == 0) {
            return 0;
        }
        final long exact = price(oldPrice, sells ? Rounding.CEILING : Rounding.FLOOR);
        final long below = exact - Math.floorMod(exact, tickSize);
        return Math.max(tickSize, sells && below < exact ? below + tickSize : below);
    }

    /**
     * A quantity after the split, without the fraction of a unit.
     *
     * @param oldQuantity before it, in quantity units; negative for short.
     * @return in quantity units, rounded towards zero.
     */
    public long quantity(final long oldQuantity) {
        return Decimals.multiplyDivide(
                oldQuantity, newUnits, oldUnits, oldQuantity < 0 ? Rounding.CEILING : Rounding.FLOOR);
    }
}
