package reprise.simulation.alpaca.market;

/** Hears what happens in the market, in its order, under the venue's lock. */
public interface MarketListener {
    /**
     * Somebody traded.
     *
     * @param asset what.
     * @param trade the trade.
     */
    void onTrade(Asset asset, Trade trade);

    /**
     * The best bid or offer changed.
     *
     * @param asset of what.
     * @param quote the new one.
     */
    void onQuote(Asset asset, Quote quote);

    /**
     * A bar is complete, or was changed.
     *
     * @param asset of what.
     * @param kind which bar.
     * @param bar as it is now.
     */
    void onBar(Asset asset, BarKind kind, Bar bar);

    /**
     * Trading was halted or goes on.
     *
     * @param asset in what.
     * @param halted whether it is halted now.
     * @param timeNs when.
     */
    void onStatus(Asset asset, boolean halted, long timeNs);

    /**
     * The bands between which prices may lie.
     *
     * @param asset of what.
     * @param band the bands.
     */
    void onBand(Asset asset, PriceBand band);

    /**
     * A trade was reported wrongly.
     *
     * @param asset in what.
     * @param original as it was reported.
     * @param corrected as it was; null if it never was.
     */
    void onCorrection(Asset asset, Trade original, Trade corrected);
}
