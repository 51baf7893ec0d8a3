package reprise.simulation.data;

import java.util.List;

/** Words for files that are not bars. */
final class Refusals {

    /** What can be read, for every refusal. */
    static final String KNOWN_FORMATS =
            "Known bar formats: CSV with a header naming open, high, low, close (Reprise, Yahoo, Quandl, and so on), Binance klines,"
                    + " NinjaTrader minutes, LEAN daily/hour/minute/second trade bars, JSON lists of [time, open, high, low, close,"
                    + " volume], JSON candle objects; each plain, .gz or .zip. Ticks, which a backtest and data inspect take: CSV with a"
                    + " header naming price and quantity, or bid, bid_size, ask and ask_size, LEAN equity ticks and quote bars, recordings"
                    + " of Binance and Coinbase streams, Bybit order books, JSON lists of trades.";

    private static final int SHOWN_CHARS = 80;

    private Refusals() {}

    /** A file that is something else. */
    static DataException notBars(final SourceFile source, final String found) {
        return new DataException(source + ": " + found + ". " + KNOWN_FORMATS);
    }

    /** A file whose column names are not those of bars. */
    static DataException notBars(final SourceFile source, final ColumnNames names) {
        final List<String> missing = names.missingPrices();
        if (missing.size() <= 2) {
            final String subject = missing.size() == 1
                    ? "column '" + missing.get(0) + "' is missing"
                    : "columns " + missing + " are missing";
            return notBars(
                    source, subject + "; found " + shortened(names.names().toString()));
        }
        return notBars(
                source,
                kindOf(names) + ": found columns " + shortened(names.names().toString()));
    }

    /** A text made short enough for a message. */
    static String shortened(final String text) {
        return text.length() <= SHOWN_CHARS ? text : text.substring(0, SHOWN_CHARS) + "...";
    }

    private static String kindOf(final ColumnNames names) {
        if (names.anyContains("bid")
                || names.anyContains("ask")
                || names.has("updatetype")
                || names.has("issnapshot")) {
            return "quotes or an order book, not bars";
        }
        final boolean sized = names.has("amount") || names.has("size") || names.has("qty") || names.has("quantity");
        if (names.has("price") && sized) {
            return "trades, not bars";
        }
        return "no columns for open, high, low and close";
    }
}
