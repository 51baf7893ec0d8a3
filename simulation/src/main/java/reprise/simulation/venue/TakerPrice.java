package reprise.simulation.venue;

import reprise.market.Instrument;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.Side;

/**
 * At which price liquidity is taken where none is displayed: worse than the market by half the spread of bars, slippage, impact, and what is
 * missing to the tick.
 */
final class TakerPrice {
    private final long slippageE8;
    private final long spreadE8;
    private final ImpactModel impact;

    TakerPrice(final VenueConfig config) {
        slippageE8 = config.slippageE8();
        spreadE8 = config.matching().spreadE8();
        impact = config.matching().impact();
    }

    /** What a side sees of a price of bars: half a spread worse, on the worse tick; the price itself where there is no spread. */
    long quoted(final Instrument instrument, final Side side, final long price) {
        if (spreadE8 == 0) {
            return price;
        }
        final long half = Money.fraction(price, (spreadE8 + 1) / 2, Rounding.CEILING);
        return onWorseTick(instrument, side, price + side.sign() * half);
    }

    /** The price for a quantity where so much volume trades. */
    long worsened(
            final Instrument instrument, final Side side, final long price, final long quantity, final long volume) {
        final long shareE8 = Math.min(slippageE8 + impact.lostE8(quantity, volume), Money.ONE - 1);
        final long loss = Money.fraction(price, shareE8, Rounding.CEILING);
        return onWorseTick(instrument, side, price + side.sign() * loss);
    }

    private static long onWorseTick(final Instrument instrument, final Side side, final long price) {
        final long tick = instrument.definition().tickSize();
        final long rest = Math.floorMod(price, tick);
        if (side == Side.SELL) {
            return Math.max(price - rest, tick);
        }
        return rest == 0 ? price : price + tick - rest;
    }
}
