package reprise.alpaca.order;

import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.number.Money;
import reprise.number.Rounding;
import reprise.order.FeeAsset;
import reprise.order.Side;

/**
 * What a fill of crypto costs. Alpaca does not say it with the fill: it takes its share of what is received, rounded up, and books it later. So it
 * is computed of the rate; where the rate is another, or is rounded otherwise, the next comparison of the account shows it. Stocks cost nothing.
 *
 * @param rateE8 share of what is received, in units of 1e-8: 250,000 for 25 basis points.
 */
record CryptoFees(long rateE8) {
    private static final int RATE_DECIMALS = 8;

    /** In what a fill on this side is paid. */
    static FeeAsset asset(final InstrumentDefinition instrument, final Side side) {
        return AlpacaInstruments.isCrypto(instrument) && side == Side.BUY ? FeeAsset.BASE : FeeAsset.QUOTE;
    }

    /** The fee of a fill: of a purchase in quantity units, of a sale in money. */
    long of(final InstrumentDefinition instrument, final Side side, final long price, final long quantity) {
        if (!AlpacaInstruments.isCrypto(instrument)) {
            return 0;
        }
        final long received = side == Side.BUY ? quantity : value(instrument, price, quantity);
        return Decimals.multiply(received, rateE8, RATE_DECIMALS, Rounding.CEILING);
    }

    private static long value(final InstrumentDefinition instrument, final long price, final long quantity) {
        final int decimals = instrument.priceDecimals() + instrument.quantityDecimals();
        return decimals >= Money.DECIMALS
                ? Decimals.multiply(price, quantity, decimals - Money.DECIMALS, Rounding.HALF_EVEN)
                : Decimals.rescale(Math.multiplyExact(price, quantity), decimals, Money.DECIMALS, Rounding.HALF_EVEN);
    }
}
