package reprise.alpaca.market;

/** Hears by what each trade is known, just before the trade itself is told, and the same of what a trade is corrected to. */
@FunctionalInterface
interface TradeIdListener {
    /** Nobody. */
    TradeIdListener NONE = (instrumentId, timeNs, exchange, id) -> {};

    /** A trade with an id comes; of one instrument, exchange and day no other one has it. */
    void onTradeId(int instrumentId, long timeNs, int exchange, long id);
}
