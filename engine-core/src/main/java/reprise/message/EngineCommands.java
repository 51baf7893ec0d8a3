package reprise.message;

import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

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
     * @param side which way.
     * @param orderType how it finds its price.
     * @param timeInForce how long it stays open.
     * @param quantity how much.
     * @param limitPrice 0 for market orders.
     */
    void submitOrder(
            long orderId,
            int instrumentId,
            int strategyId,
            Side side,
            OrderType orderType,
            TimeInForce timeInForce,
            long quantity,
            long limitPrice);

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
     * @param quantity the new total quantity.
     * @param limitPrice the new limit.
     */
    void replaceOrder(long orderId, int instrumentId, long quantity, long limitPrice);

    /**
     * Report account, positions and open orders as events.
     *
     * @param venueId names the venue.
     */
    void requestReconciliation(int venueId);
}
