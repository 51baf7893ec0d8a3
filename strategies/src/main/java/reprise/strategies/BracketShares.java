package reprise.strategies;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.Side;

/**
 * How far from an entry its stop and its target lie, as shares of the price in units of 1e-8. Both are set, or neither.
 *
 * @param stop on the losing side; 0 for no bracket.
 * @param target on the winning side; 0 for no bracket.
 */
record BracketShares(long stop, long target) {
    /** No bracket. */
    static final BracketShares NONE = new BracketShares(0, 0);

    boolean isSet() {
        return stop > 0;
    }

    /** On tick, rounded towards the entry. */
    long stopPrice(final Instrument instrument, final Side side, final long price) {
        return onTick(instrument, side, price - side.sign() * distance(price, stop));
    }

    /** On tick, rounded away from the entry. */
    long targetPrice(final Instrument instrument, final Side side, final long price) {
        return onTick(instrument, side, price + side.sign() * distance(price, target));
    }

    private static long distance(final long price, final long share) {
        return Decimals.multiply(price, share, Money.DECIMALS, Rounding.CEILING);
    }

    /** Up for a buy's exits, down for a sell's. */
    private static long onTick(final Instrument instrument, final Side side, final long price) {
        final long tick = instrument.definition().tickSize();
        final long below = Math.floorMod(price, tick);
        return below == 0 ? price : side == Side.BUY ? price - below + tick : price - below;
    }
}
