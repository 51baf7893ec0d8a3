package reprise.message;

import reprise.market.Aggressor;
import reprise.market.InstrumentDefinition;
import reprise.order.RejectReason;

/**
 * Everything that can happen to the engine, one method a fact, in the past tense. Implemented by the publisher (call to bytes), the core
 * (call to new state and commands) and the printer; adding a fact adds a method, after which the compiler lists every place to change,
 * hence no default methods.
 *
 * <p>Prices and quantities are in the instrument's decimals, money in units of 1e-8, times in nanoseconds since the epoch. Engine time is
 * never a parameter: it is in the envelope. A venue's time is ordinary data.
 */
public interface EngineEvents {
    /**
     * A run began: the first record of a log.
     *
     * @param runId names the run.
     * @param buildHash of the program's own bytes.
     * @param configHash of the resolved configuration.
     */
    void onRunStarted(String runId, String buildHash, String configHash);

    /**
     * An instrument and its scales, before any other mention of its id.
     *
     * @param definition its fixed facts.
     */
    void onInstrumentDefined(InstrumentDefinition definition);

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

    /**
     * Time passed; nothing else did.
     */
    void onClockTicked();

    /**
     * The venue works our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderAccepted(long orderId, long venueTimeNs);

    /**
     * The venue refused our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param reason why, in our words.
     * @param text why, in the venue's words; may be empty.
     */
    void onOrderRejected(long orderId, long venueTimeNs, RejectReason reason, String text);

    /**
     * A part of our order traded; the order stays open.
     *
     * @param orderId names the order.
     * @param executionId unique for the order's venue; repeated when the venue repeats itself.
     * @param venueTimeNs the venue's time.
     * @param price of this fill.
     * @param quantity of this fill.
     * @param fee of this fill, money, positive is paid.
     */
    void onOrderPartiallyFilled(long orderId, long executionId, long venueTimeNs, long price, long quantity, long fee);

    /**
     * The rest of our order traded; the order is done.
     *
     * @param orderId names the order.
     * @param executionId unique for the order's venue; repeated when the venue repeats itself.
     * @param venueTimeNs the venue's time.
     * @param price of this fill.
     * @param quantity of this fill.
     * @param fee of this fill, money, positive is paid.
     */
    void onOrderFilled(long orderId, long executionId, long venueTimeNs, long price, long quantity, long fee);

    /**
     * The rest of our order was withdrawn.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderCancelled(long orderId, long venueTimeNs);

    /**
     * The time in force of our order ran out.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderExpired(long orderId, long venueTimeNs);

    /**
     * The venue works our order under new terms.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit.
     */
    void onOrderReplaced(long orderId, long venueTimeNs, long quantity, long limitPrice);

    /**
     * The venue did not cancel our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param reason why.
     */
    void onCancelRejected(long orderId, long venueTimeNs, RejectReason reason);

    /**
     * The venue did not replace our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param reason why.
     */
    void onReplaceRejected(long orderId, long venueTimeNs, RejectReason reason);

    /**
     * Orders can reach the venue.
     *
     * @param venueId names the venue.
     */
    void onVenueConnected(int venueId);

    /**
     * Orders cannot reach the venue.
     *
     * @param venueId names the venue.
     */
    void onVenueDisconnected(int venueId);

    /**
     * The venue reported our cash.
     *
     * @param venueId names the venue.
     * @param cash money.
     * @param currency of the cash.
     */
    void onAccountReported(int venueId, long cash, String currency);

    /**
     * The venue reported one of our positions.
     *
     * @param venueId names the venue.
     * @param instrumentId dense id.
     * @param quantity signed.
     * @param averagePrice at which the venue carries it.
     */
    void onPositionReported(int venueId, int instrumentId, long quantity, long averagePrice);

    /**
     * The operator lets a strategy trade.
     *
     * @param strategyId from 1.
     */
    void onStartRequested(int strategyId);

    /**
     * The operator stops a strategy: its orders are cancelled, its positions stay.
     *
     * @param strategyId from 1.
     */
    void onStopRequested(int strategyId);

    /**
     * The operator halts all trading: open orders are cancelled, nothing passes but the operator's own orders.
     */
    void onHaltRequested();

    /**
     * The operator allows trading again.
     */
    void onResumeRequested();

    /**
     * The operator closes a position: its orders are cancelled, each book is closed at market. Said again while that is under way, closing
     * orders that hang are cancelled and sent anew.
     *
     * @param instrumentId dense id.
     */
    void onClosePositionRequested(int instrumentId);

    /**
     * The operator closes everything: trading halts, orders are cancelled, every book is closed at market.
     */
    void onFlattenAllRequested();
}
