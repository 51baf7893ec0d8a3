package reprise.simulation.data;

import java.util.ArrayList;
import java.util.List;

/** Recognises the columns of trades and quotes by their names. */
final class TickNames {
    private static final String[] PRICE = {"price", "tradeprice"};
    private static final String[] QUANTITY = {"quantity", "qty", "size", "amount", "volume"};
    private static final String[] SIDE = {"side", "takerside", "aggressor"};
    private static final String[] ID = {"id", "tradeid", "aggtradeid"};
    private static final String[] BID = {"bid", "bidprice", "bestbid"};
    private static final String[] BID_QUANTITY = {"bidsize", "bidquantity", "bidqty", "bidamount", "bidvolume"};
    private static final String[] ASK = {"ask", "askprice", "bestask"};
    private static final String[] ASK_QUANTITY = {"asksize", "askquantity", "askqty", "askamount", "askvolume"};
    private static final List<String> OUR_TRADES = List.of("timestamp", "price", "quantity");
    private static final List<String> OUR_QUOTES = List.of("timestamp", "bid", "bid_size", "ask", "ask_size");

    private TickNames() {}

    static boolean areTrades(final ColumnNames names) {
        return find(names, PRICE) >= 0
                && find(names, QUANTITY) >= 0
                && !names.anyContains("bid")
                && !names.has("updatetype")
                && !names.has("issnapshot");
    }

    static boolean areQuotes(final ColumnNames names) {
        return find(names, BID) >= 0 && find(names, ASK) >= 0;
    }

    static boolean areOurs(final ColumnNames names) {
        return names.names().equals(OUR_QUOTES)
                || names.names().size() <= OUR_TRADES.size() + 1
                        && names.names()
                                .subList(
                                        0,
                                        Math.min(
                                                OUR_TRADES.size(), names.names().size()))
                                .equals(OUR_TRADES);
    }

    static TickColumns trades(final ColumnNames names, final StampForm time) {
        return TickColumns.ofTrades(
                names.names(), time, find(names, PRICE), find(names, QUANTITY), find(names, SIDE), find(names, ID));
    }

    /** Without sizes nothing could trade against a quote, so they must be there. */
    static TickColumns quotes(final SourceFile source, final ColumnNames names, final StampForm time) {
        final int bidQuantity = find(names, BID_QUANTITY);
        final int askQuantity = find(names, ASK_QUANTITY);
        if (bidQuantity < 0 || askQuantity < 0) {
            final List<String> missing = new ArrayList<>();
            missing.add(bidQuantity < 0 ? "bid_size" : "");
            missing.add(askQuantity < 0 ? "ask_size" : "");
            missing.remove("");
            throw new DataException(source + ": quotes without sizes, in which nothing could trade: columns " + missing
                    + " are missing; found " + names.names() + ". Expected " + String.join(",", OUR_QUOTES));
        }
        return TickColumns.ofQuotes(names.names(), time, find(names, BID), bidQuantity, find(names, ASK), askQuantity);
    }

    private static int find(final ColumnNames names, final String[] aliases) {
        for (final String alias : aliases) {
            if (names.has(alias)) {
                return names.find(alias);
            }
        }
        return -1;
    }
}
