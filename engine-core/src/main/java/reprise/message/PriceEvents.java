package reprise.message;

import reprise.market.Aggressor;

/** The part of what happens in the market that comes all the time. See {@link EngineEvents} for units. */
public interface PriceEvents {
    /**
     * A bar closed.
     *
     * @param instrumentId dense id.
     * @param closeTimeNs when it closed, by the source.
     * @param periodNs how long it was.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     */
    void onBar(
            int instrumentId, long closeTimeNs, long periodNs, long open, long high, long low, long close, long volume);

    /**
     * The best bid or offer changed.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param bidPrice best bid, 0 for none.
     * @param bidQuantity quantity at the best bid.
     * @param askPrice best ask, 0 for none.
     * @param askQuantity quantity at the best ask.
     */
    void onQuote(int instrumentId, long venueTimeNs, long bidPrice, long bidQuantity, long askPrice, long askQuantity);

    /**
     * Others traded.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param price of the trade.
     * @param quantity of the trade.
     * @param aggressor who took the liquidity.
     */
    void onTrade(int instrumentId, long venueTimeNs, long price, long quantity, Aggressor aggressor);
}
