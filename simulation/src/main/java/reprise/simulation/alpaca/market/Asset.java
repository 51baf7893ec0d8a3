package reprise.simulation.alpaca.market;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What can be traded, and by which rules. Immutable.
 *
 * @param assetClass stock or pair.
 * @param symbol ticker, or pair with a slash.
 * @param exchange its listing, CRYPTO for a pair.
 * @param priceIncrement smallest step of a price; of a stock it is the rule of sub-pennies that holds.
 * @param minTradeIncrement smallest step of a quantity.
 * @param minOrderSize smallest quantity of an order.
 * @param shortable whether it may be sold short.
 * @param fractionable whether parts of it may be traded.
 */
public record Asset(
        AssetClass assetClass,
        String symbol,
        String exchange,
        BigDecimal priceIncrement,
        BigDecimal minTradeIncrement,
        BigDecimal minOrderSize,
        boolean shortable,
        boolean fractionable) {
    private static final BigDecimal NANO = new BigDecimal("0.000000001");

    /**
     * A stock that may be sold short and traded in parts.
     *
     * @param symbol its ticker.
     * @return the asset.
     */
    public static Asset equity(final String symbol) {
        return new Asset(
                AssetClass.US_EQUITY, symbol, "NASDAQ", new BigDecimal("0.01"), NANO, BigDecimal.ZERO, true, true);
    }

    /**
     * A pair.
     *
     * @param symbol with a slash, such as BTC/USD.
     * @return the asset.
     * @throws IllegalArgumentException if there is no slash.
     */
    public static Asset crypto(final String symbol) {
        if (!symbol.contains("/")) {
            throw new IllegalArgumentException("a crypto pair has a slash: " + symbol);
        }
        return new Asset(
                AssetClass.CRYPTO,
                symbol,
                "CRYPTO",
                new BigDecimal("0.01"),
                NANO,
                new BigDecimal("0.00001"),
                false,
                true);
    }

    /**
     * The same that cannot be sold short.
     *
     * @return a changed copy.
     */
    public Asset notShortable() {
        return new Asset(
                assetClass, symbol, exchange, priceIncrement, minTradeIncrement, minOrderSize, false, fractionable);
    }

    /**
     * The same that trades in whole units only.
     *
     * @return a changed copy.
     */
    public Asset notFractionable() {
        return new Asset(
                assetClass, symbol, exchange, priceIncrement, minTradeIncrement, minOrderSize, shortable, false);
    }

    /**
     * The same with other steps.
     *
     * @param newPriceIncrement of prices.
     * @param newTradeIncrement of quantities, and the smallest order.
     * @return a changed copy.
     */
    public Asset withIncrements(final BigDecimal newPriceIncrement, final BigDecimal newTradeIncrement) {
        return new Asset(
                assetClass,
                symbol,
                exchange,
                newPriceIncrement,
                newTradeIncrement,
                newTradeIncrement,
                shortable,
                fractionable);
    }

    /**
     * Whether it is a pair.
     *
     * @return false for a stock.
     */
    public boolean isCrypto() {
        return assetClass == AssetClass.CRYPTO;
    }

    /**
     * Its id, the same in every run.
     *
     * @return made of the symbol.
     */
    public UUID id() {
        return UUID.nameUUIDFromBytes(("alpaca asset " + symbol).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * How positions name it: a pair without its slash.
     *
     * @return such as BTCUSD.
     */
    public String positionSymbol() {
        return symbol.replace("/", "");
    }
}
