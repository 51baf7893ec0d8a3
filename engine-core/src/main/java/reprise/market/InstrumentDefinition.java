package reprise.market;

import reprise.number.Decimals;

/**
 * The fixed facts of an instrument. Immutable; enters the engine as an event, so that a journal explains itself.
 *
 * @param instrumentId dense, from 0.
 * @param venueId where it trades, from 0.
 * @param symbol by which configuration and reports name it.
 * @param baseCurrency what a quantity counts.
 * @param quoteCurrency what a price counts.
 * @param priceDecimals scale of prices, 0 to 12.
 * @param quantityDecimals scale of quantities, 0 to 12.
 * @param tickSize smallest price step, in price units.
 * @param lotSize smallest quantity step, in quantity units.
 * @param minNotional smallest order value, in money units; 0 for none.
 */
public record InstrumentDefinition(
        int instrumentId,
        int venueId,
        String symbol,
        String baseCurrency,
        String quoteCurrency,
        int priceDecimals,
        int quantityDecimals,
        long tickSize,
        long lotSize,
        long minNotional) {
    /** The largest scale of prices and quantities. */
    public static final int MAX_DECIMALS = 12;

    /** Checks every fact. */
    public InstrumentDefinition {
        require(instrumentId >= 0, "instrumentId", instrumentId, symbol);
        require(venueId >= 0, "venueId", venueId, symbol);
        require(priceDecimals >= 0 && priceDecimals <= MAX_DECIMALS, "priceDecimals", priceDecimals, symbol);
        require(
                quantityDecimals >= 0 && quantityDecimals <= MAX_DECIMALS,
                "quantityDecimals",
                quantityDecimals,
                symbol);
        require(tickSize > 0, "tickSize", tickSize, symbol);
        require(lotSize > 0, "lotSize", lotSize, symbol);
        require(minNotional >= 0, "minNotional", minNotional, symbol);
        require(!symbol.isEmpty() && symbol.length() <= 32, "length of symbol", symbol.length(), symbol);
    }

    private static void require(final boolean condition, final String what, final long value, final String symbol) {
        if (!condition) {
            throw new IllegalArgumentException("instrument " + symbol + ": impossible " + what + ": " + value);
        }
    }

    /**
     * Decimal text of a price.
     *
     * @param price in price units.
     * @return text with all decimals.
     */
    public String formatPrice(final long price) {
        return Decimals.format(price, priceDecimals);
    }

    /**
     * Decimal text of a quantity.
     *
     * @param quantity in quantity units.
     * @return text with all decimals.
     */
    public String formatQuantity(final long quantity) {
        return Decimals.format(quantity, quantityDecimals);
    }
}
