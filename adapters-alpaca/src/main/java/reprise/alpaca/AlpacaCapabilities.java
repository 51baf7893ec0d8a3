package reprise.alpaca;

import reprise.market.BracketStyle;
import reprise.market.InstrumentDefinition;
import reprise.number.Decimals;
import reprise.order.OrderType;
import reprise.order.TimeInForce;

/** What can be ordered of which instrument, by its symbol: crypto has a slash. For configurations that do not say. */
public final class AlpacaCapabilities {
    private static final int STOCK_TYPES =
            types(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP, OrderType.STOP_LIMIT, OrderType.TRAILING_STOP);
    private static final int CRYPTO_TYPES = types(OrderType.MARKET, OrderType.LIMIT, OrderType.STOP_LIMIT);
    private static final int STOCK_TIMES = times(TimeInForce.values());
    private static final int CRYPTO_TIMES = times(TimeInForce.GTC, TimeInForce.IOC);
    private static final int AMOUNT_DECIMALS = 9;

    private AlpacaCapabilities() {}

    /**
     * Types of order.
     *
     * @param symbol such as SPY or BTC/USD.
     * @return bit n for the type of ordinal n.
     */
    public static int orderTypes(final String symbol) {
        return isCrypto(symbol) ? CRYPTO_TYPES : STOCK_TYPES;
    }

    /**
     * Times in force.
     *
     * @param symbol such as SPY or BTC/USD.
     * @return bit n for that of ordinal n.
     */
    public static int timesInForce(final String symbol) {
        return isCrypto(symbol) ? CRYPTO_TIMES : STOCK_TIMES;
    }

    /**
     * Whether it may be sold short at all; of a stock the venue has the last word.
     *
     * @param symbol such as SPY or BTC/USD.
     * @return false for crypto.
     */
    public static boolean isShortable(final String symbol) {
        return !isCrypto(symbol);
    }

    /**
     * Who makes brackets. An order to close reserves what it closes, so that two exits never rest side by side unless Alpaca itself has made
     * them belong together, which it does for stocks only.
     *
     * @param symbol such as SPY or BTC/USD.
     * @param isNativeAsked whether Alpaca is to make them where it can.
     * @return the style.
     */
    public static BracketStyle brackets(final String symbol, final boolean isNativeAsked) {
        return isNativeAsked && !isCrypto(symbol) ? BracketStyle.NATIVE : BracketStyle.STOP_AT_VENUE;
    }

    /**
     * Whether an amount of money can be ordered. What it comes to has nine decimals, so nothing coarser could say what was bought, or sell it.
     *
     * @param instrument stock or crypto.
     * @return true if its lot is 0.000000001.
     */
    public static boolean takesAmounts(final InstrumentDefinition instrument) {
        final int finer = instrument.quantityDecimals() - AMOUNT_DECIMALS;
        return finer >= 0 && instrument.lotSize() == Decimals.powerOfTen(finer);
    }

    private static boolean isCrypto(final String symbol) {
        return symbol.indexOf('/') >= 0;
    }

    private static int types(final OrderType... types) {
        int bits = 0;
        for (final OrderType type : types) {
            bits |= 1 << type.ordinal();
        }
        return bits;
    }

    private static int times(final TimeInForce... times) {
        int bits = 0;
        for (final TimeInForce time : times) {
            bits |= 1 << time.ordinal();
        }
        return bits;
    }
}
