package reprise.execution;

import reprise.market.Instrument;
import reprise.number.Decimals;
import reprise.number.Rounding;
import reprise.order.Side;

/** Prices by the mid. A mid is carried as bid plus ask, twice its value, so that nothing is lost by halving it. */
final class MidPrice {
    /** One whole in units of 1e-8. */
    static final long ONE = 100_000_000L;

    private static final int DECIMALS = 8;

    private MidPrice() {}

    /** Twice the middle of a sane quote, or twice the mark where there is none; 0 if neither is known. */
    static long twice(final Instrument instrument) {
        return instrument.quote().isSane()
                ? Math.addExact(
                        instrument.quote().bidPrice(), instrument.quote().askPrice())
                : Math.multiplyExact(2, instrument.markPrice());
    }

    /** A limit away from the mid, rounded to the tick and never nearer than stated. */
    static long awayFrom(final long twiceMid, final Side side, final long awayRate, final long tickSize) {
        if (side == Side.BUY) {
            final long limit = Decimals.multiplyDivide(twiceMid, ONE - awayRate, 2 * ONE, Rounding.FLOOR);
            return limit - Math.floorMod(limit, tickSize);
        }
        final long limit = Decimals.multiplyDivide(twiceMid, ONE + awayRate, 2 * ONE, Rounding.CEILING);
        return limit + Math.floorMod(-limit, tickSize);
    }

    /** Whether a mid has moved from another by at least a share of that. */
    static boolean hasMoved(final long twiceMid, final long from, final long rate) {
        return Math.abs(twiceMid - from) >= Decimals.multiply(from, rate, DECIMALS, Rounding.CEILING);
    }

    /** The limit at which an order trades at once if the quote holds: the other side of it, or the mark where there is no quote. */
    static long touch(final Instrument instrument, final Side side) {
        final boolean buys = side == Side.BUY;
        if (instrument.quote().isSane()) {
            return buys ? instrument.quote().askPrice() : instrument.quote().bidPrice();
        }
        final long tick = instrument.definition().tickSize();
        final long mark = instrument.markPrice();
        return buys ? mark + Math.floorMod(-mark, tick) : mark - Math.floorMod(mark, tick);
    }
}
