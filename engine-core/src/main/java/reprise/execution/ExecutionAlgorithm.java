package reprise.execution;

import reprise.order.OrderState;
import reprise.state.Snapshotable;

/**
 * Turns a wish into orders over time. The core tells it everything about the orders that it sent, the market and the time; it answers
 * through {@link OrderEntry} and {@link ExecutionListener}. Single-threaded, owned by the core; allocates nothing; part of replayed state.
 *
 * <p>While the outcome of an order is unknown ({@link #onOrderUnknown}) nothing is sent in its place and nothing is asked of it, until the
 * core tells that it works or that it ended.
 */
public interface ExecutionAlgorithm extends Snapshotable {
    /**
     * An order works at the venue on these terms: it was accepted or replaced, a cancel or replace was refused, or an unknown outcome became
     * known.
     *
     * @param orderId which.
     * @param quantity its whole quantity.
     * @param limitPrice its limit; 0 for a market order.
     * @param nowNs the present.
     */
    void onOrderWorking(long orderId, long quantity, long limitPrice, long nowNs);

    /**
     * An order traded. May come before it works and after it ended; what was told before changes nothing.
     *
     * @param orderId which.
     * @param price of the fill.
     * @param quantity of the fill.
     * @param filledQuantity of the order so far, this fill included.
     * @param nowNs the present.
     */
    void onOrderFilled(long orderId, long price, long quantity, long filledQuantity, long nowNs);

    /**
     * An order will not trade any more as far as the venue says. Its fills were told before.
     *
     * @param orderId which.
     * @param end filled, canceled, expired or rejected.
     * @param nowNs the present.
     */
    void onOrderEnded(long orderId, OrderState end, long nowNs);

    /**
     * Nobody knows what became of a request about an order.
     *
     * @param orderId which.
     * @param nowNs the present.
     */
    void onOrderUnknown(long orderId, long nowNs);

    /**
     * The market of an instrument that it trades moved; it reads the instrument.
     *
     * @param nowNs the present.
     */
    void onMarket(long nowNs);

    /**
     * When {@link #onTimer} wants to be called.
     *
     * @return nanoseconds since the epoch; {@link Long#MAX_VALUE} for never.
     */
    long nextDeadlineNs();

    /**
     * Time passed.
     *
     * @param nowNs the present.
     */
    void onTimer(long nowNs);
}
