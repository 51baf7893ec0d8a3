package reprise.simulation.venue;

import reprise.market.Instrument;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.Side;

/** At which price liquidity is taken where none is displayed: worse than the market by slippage, impact, and what is missing to the tick. */
final class TakerPrice {
    private final long slippageE8;
    private final ImpactModel impact;

    TakerPrice(final VenueConfig config) {
        slippageE8 = config.slippageE8();
        impact = config.matching().impact();
    }

    /** The price for a quantity where so much volume trades. */
    long worsened(
            final Instrument instrument, final Side side, final long price, final long quantity, final long volume) {
        final long shareE8 = Math.min(slippageE8 + impact.lostE8(quantity, volume), Money.ONE - 1);
        final long loss = Money.fraction(price, shareE8, Rounding.CEILING);
        final long tick = instrument.definition().tickSize();
        final long worse = price + side.sign() * loss;
        final long rest = Math.floorMod(worse, tick);
        if (side == Side.SELL) {
            return Math.max(worse - rest, tick);
        }
        return rest == 0 ? worse : worse + tick - rest;
    }
}
