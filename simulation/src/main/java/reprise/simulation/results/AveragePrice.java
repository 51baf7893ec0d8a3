package reprise.simulation.results;

import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;

/** The inverse of an instrument's notional: which price makes a quantity worth an amount. */
final class AveragePrice {
    private AveragePrice() {}

    /** In price units, rounded half to even. */
    static long of(final InstrumentDefinition instrument, final long notional, final long quantity) {
        final int shift = instrument.priceDecimals() + instrument.quantityDecimals() - Money.DECIMALS;
        return shift >= 0
                ? Decimals.multiplyDivide(notional, Decimals.powerOfTen(shift), quantity, Rounding.HALF_EVEN)
                : Decimals.multiplyDivide(
                        notional, 1, Math.multiplyExact(quantity, Decimals.powerOfTen(-shift)), Rounding.HALF_EVEN);
    }
}
