package reprise.message;

import reprise.market.Aggressor;
import reprise.market.InstrumentStatus;
import reprise.order.Side;

/**
 * What happens in the market. An adapter's market data thread needs no more than this. One method a fact; see {@link EngineEvents} for units.
 */
public interface MarketEvents extends PriceEvents {
    /**
     * A bar of the past is told, so that indicators are warm before the first bar of the present, or whole again after a gap. It moves no
     * price by which anything is valued, and no strategy hears of it; so nothing can be traded because of it. What strategies demand must
     * have been demanded before, so it comes after the request to start them.
     *
     * @param instrumentId dense id.
     * @param closeTimeNs when it closed, by the source; later than any bar that was told before.
     * @param periodNs how long it was.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     */
    void onHistoricalBar(
            int instrumentId, long closeTimeNs, long periodNs, long open, long high, long low, long close, long volume);

    /**
     * A price level of the order book changed.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param side BUY for bids.
     * @param price of the level.
     * @param quantity all that is displayed there now; 0 when the level is gone.
     */
    void onBookLevel(int instrumentId, long venueTimeNs, Side side, long price, long quantity);

    /**
     * The order book is not known any more: a snapshot follows, level by level.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     */
    void onBookCleared(int instrumentId, long venueTimeNs);

    /**
     * An instrument was halted, or trades again.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param status from now on.
     */
    void onInstrumentStatus(int instrumentId, long venueTimeNs, InstrumentStatus status);

    /**
     * What can be borrowed to sell short, and at what price.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param availableQuantity that may be borrowed; 0 for none.
     * @param annualRatePpm yearly rate in parts per million of the value.
     */
    void onBorrowReported(int instrumentId, long venueTimeNs, long availableQuantity, long annualRatePpm);

    /**
     * Each old unit became several new ones, before the next price.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param newUnits that come
     * @param oldUnits for these.
     */
    void onSplit(int instrumentId, long venueTimeNs, long newUnits, long oldUnits);

    /**
     * Cash is paid for each unit held, or owed for each unit sold short.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param amountPerUnit money for one whole unit.
     */
    void onDividend(int instrumentId, long venueTimeNs, long amountPerUnit);

    /**
     * A bar that was told is told anew, because trades were reported late; or one that is not over yet is told as it is so far. For the
     * record: it moves nothing.
     *
     * @param instrumentId dense id.
     * @param closeTimeNs when it closed, or will.
     * @param periodNs how long it is.
     * @param open first price.
     * @param high highest price.
     * @param low lowest price.
     * @param close last price.
     * @param volume traded quantity.
     */
    void onBarRevised(
            int instrumentId, long closeTimeNs, long periodNs, long open, long high, long low, long close, long volume);

    /**
     * A trade between others was corrected or cancelled. For the record: it moves nothing.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param price that was told.
     * @param quantity that was told.
     * @param revisedPrice that is right; 0 when it was cancelled.
     * @param revisedQuantity that is right; 0 when it was cancelled.
     */
    void onTradeRevised(
            int instrumentId, long venueTimeNs, long price, long quantity, long revisedPrice, long revisedQuantity);

    /**
     * The market lets an instrument trade only between two prices. For the record: it moves nothing.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     * @param lowerPrice lowest that is allowed.
     * @param upperPrice highest that is allowed.
     */
    void onPriceBandReported(int instrumentId, long venueTimeNs, long lowerPrice, long upperPrice);

    /**
     * From here on trades may be missing, because their stream was interrupted. Nobody knows less of the market as it is: marks, stops and
     * strategies go on with what still comes. Only what is built of trades waits, until {@link #onTradesResumed}, so that trades come into
     * it in the order in which they happened. Said again, it changes nothing.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     */
    void onTradesInterrupted(int instrumentId, long venueTimeNs);

    /**
     * Others traded while trades were interrupted. It moves no price by which anything is valued, no order waits for it, and no strategy hears
     * of it; so nothing can be traded because of it. What is built of trades takes it in, before those that came later and wait, and so does
     * what measures how much was traded lately. Without {@link #onTradesInterrupted} before it, it goes into no bar.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time; of an instrument never before that of the last one told here.
     * @param price of the trade.
     * @param quantity of the trade.
     * @param aggressor who took the liquidity.
     */
    void onHistoricalTrade(int instrumentId, long venueTimeNs, long price, long quantity, Aggressor aggressor);

    /**
     * What was missed since {@link #onTradesInterrupted} has been told, as far as it can be had. What is built of trades takes in those that
     * waited, and goes on with the stream. Every interruption must end so, though nothing could be fetched.
     *
     * @param instrumentId dense id.
     * @param venueTimeNs the venue's time.
     */
    void onTradesResumed(int instrumentId, long venueTimeNs);
}
