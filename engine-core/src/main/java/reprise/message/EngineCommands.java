package reprise.message;

import reprise.order.GroupTerms;
import reprise.order.OrderTerms;

/**
 * Everything the engine may ask of the world, one method a request; fire and forget. Implemented by the publisher (call to bytes), by
 * venues and by the printer. An answer is an event, later.
 *
 * <p>Prices and quantities are in the instrument's decimals.
 */
public interface EngineCommands {
    /**
     * Work this order.
     *
     * @param orderId names the order, also for the venue.
     * @param instrumentId dense id.
     * @param strategyId whose order it is; 0 for the operator.
     * @param terms side, type, time in force, quantity, prices; read during the call only.
     */
    void submitOrder(long orderId, int instrumentId, int strategyId, OrderTerms terms);

    /**
     * Work these orders as one: of the exits none before the entry is filled completely, and the other no more once one has traded. The venue
     * keeps their quantities. What is said of the first order before any other was shown holds of all; a question about the first is answered
     * for all that the venue shows.
     *
     * @param instrumentId dense id.
     * @param strategyId whose orders they are; 0 for the operator.
     * @param group which orders, and their ids; read during the call only.
     */
    void submitGroup(int instrumentId, int strategyId, GroupTerms group);

    /**
     * Work this order of an amount of money: say what it comes to before its last fill. The quantity of its terms is only our own reckoning of
     * what it may come to at most.
     *
     * @param orderId names the order, also for the venue.
     * @param instrumentId dense id of one that takes amounts.
     * @param strategyId whose order it is; 0 for the operator.
     * @param terms side, type, time in force and amount; read during the call only.
     */
    void submitCashOrder(long orderId, int instrumentId, int strategyId, OrderTerms terms);

    /**
     * Withdraw the rest of this order.
     *
     * @param orderId names the order.
     * @param instrumentId dense id.
     */
    void cancelOrder(long orderId, int instrumentId);

    /**
     * Work this order under new terms.
     *
     * @param orderId names the order.
     * @param instrumentId dense id.
     * @param revision how many replacements were asked for with this one; names it for the venue.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit; 0 where the order has none.
     * @param stopPrice the new stop; 0 where the order has none.
     */
    void replaceOrder(long orderId, int instrumentId, int revision, long quantity, long limitPrice, long stopPrice);

    /**
     * Say what became of this order: repeat its executions, then report it, or say that it is not known.
     *
     * @param orderId names the order.
     * @param instrumentId dense id.
     */
    void queryOrder(long orderId, int instrumentId);

    /**
     * Report executions since a time, open orders, positions and balances as events, between {@link AccountEvents#onReconciliationBegan}
     * and {@link AccountEvents#onReconciliationEnded}.
     *
     * @param venueId names the venue.
     * @param sinceNs executions from here on are to be repeated, nanoseconds since the epoch.
     */
    void requestReconciliation(int venueId, long sinceNs);
}
