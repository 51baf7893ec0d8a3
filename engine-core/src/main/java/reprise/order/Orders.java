package reprise.order;

import org.agrona.collections.Long2ObjectHashMap;
import reprise.state.Snapshotable;
import reprise.state.StateSink;

/**
 * All open orders and the most recently ended ones, for fills that come late. Fixed capacity, allocated up front; iterates in the order
 * of submission; part of replayed state.
 */
public final class Orders implements Snapshotable {
    /** How many ended orders are remembered. */
    public static final int ENDED_ORDERS_KEPT = 1024;

    private final Long2ObjectHashMap<Order> byId;
    private final Order[] free;
    private final Order[] open;
    private final Order[] ended = new Order[ENDED_ORDERS_KEPT];
    private final OpenQuantities openQuantities = new OpenQuantities();
    private int freeCount;
    private int openCount;
    private int endedCount;
    private int endedNext;

    /**
     * An empty book of orders.
     *
     * @param maxOpenOrders the most orders that may be open at once.
     */
    public Orders(final int maxOpenOrders) {
        open = new Order[maxOpenOrders];
        free = new Order[maxOpenOrders + ENDED_ORDERS_KEPT];
        byId = new Long2ObjectHashMap<>(4 * free.length, 0.5f);
        for (freeCount = 0; freeCount < free.length; freeCount++) {
            free[freeCount] = new Order();
        }
    }

    /**
     * A request becomes an order.
     *
     * @param orderId its id.
     * @param strategyId whose order it is.
     * @param request what was asked for.
     * @param timeNs engine time.
     * @return the order, in state PENDING_NEW.
     */
    public Order open(final long orderId, final int strategyId, final OrderRequest request, final long timeNs) {
        if (openCount == open.length) {
            throw new IllegalStateException("too many open orders: capacity=" + open.length + ", orderId=" + orderId);
        }
        final Order order = free[--freeCount];
        order.open(orderId, strategyId, request, timeNs);
        if (byId.put(orderId, order) != null) {
            throw new IllegalStateException("order id used twice: orderId=" + orderId);
        }
        open[openCount++] = order;
        openQuantities.update(order);
        return order;
    }

    /**
     * An order of ours.
     *
     * @param orderId an id.
     * @return the order, or null if it is neither open nor recently ended.
     */
    public Order find(final long orderId) {
        return byId.get(orderId);
    }

    /**
     * How many orders are open.
     *
     * @return count.
     */
    public int openCount() {
        return openCount;
    }

    /**
     * How many orders may be open at once.
     *
     * @return capacity.
     */
    public int maxOpenOrders() {
        return open.length;
    }

    /**
     * An open order.
     *
     * @param index 0 for the oldest, below {@link #openCount()}; changes whenever an order ends.
     * @return the order.
     */
    public Order openAt(final int index) {
        return open[index];
    }

    /**
     * What may still trade on one side of an instrument, in the worst case.
     *
     * @param instrumentId dense instrument id.
     * @param side of the orders.
     * @return sum of the exposed quantities.
     */
    public long openQuantity(final int instrumentId, final Side side) {
        return openQuantities.get(instrumentId, side);
    }

    /**
     * What may still trade of one strategy's orders on one side of an instrument, in the worst case.
     *
     * @param strategyId whose orders.
     * @param instrumentId dense instrument id.
     * @param side of the orders.
     * @return sum of the exposed quantities.
     */
    public long openQuantity(final int strategyId, final int instrumentId, final Side side) {
        return openQuantities.get(strategyId, instrumentId, side);
    }

    /**
     * What the open orders to buy an instrument may still cost, without fees.
     *
     * @param instrumentId dense instrument id.
     * @return sum of the exposed values.
     */
    public long openBuyValue(final int instrumentId) {
        return openQuantities.buyValue(instrumentId);
    }

    /**
     * Names who is told when what may still trade has changed.
     *
     * @param listener the only one.
     */
    public void listener(final OpenQuantityListener listener) {
        openQuantities.listener(listener);
    }

    /**
     * The venue works the order.
     *
     * @param order it is about.
     * @return whether that is news.
     */
    public boolean accept(final Order order) {
        return order.accept();
    }

    /**
     * The venue refused the order.
     *
     * @param order it is about.
     * @param reason why.
     * @return whether that is news.
     */
    public boolean reject(final Order order, final RejectReason reason) {
        return settle(order, order.reject(reason));
    }

    /**
     * A part of the order traded, early, in time or late.
     *
     * @param order it is about.
     * @param quantity of this fill, positive.
     * @param notional of this fill, positive money.
     * @param fee of this fill, money.
     */
    public void fill(final Order order, final long quantity, final long notional, final long fee) {
        final boolean wasOpen = order.isOpen();
        order.fill(quantity, notional, fee);
        settle(order, wasOpen);
    }

    /**
     * The order ended without trading all of its quantity.
     *
     * @param order it is about.
     * @param endState CANCELED or EXPIRED.
     * @return whether that is news.
     */
    public boolean end(final Order order, final OrderState endState) {
        return settle(order, order.end(endState));
    }

    /**
     * We ask the venue to cancel the order.
     *
     * @param order an open order.
     */
    public void requestCancel(final Order order) {
        order.requestCancel();
    }

    /**
     * We ask the venue to replace the order.
     *
     * @param order an open order.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit.
     * @param stopPrice the new stop.
     */
    public void requestReplace(final Order order, final long quantity, final long limitPrice, final long stopPrice) {
        order.requestReplace(quantity, limitPrice, stopPrice);
        settle(order, true);
    }

    /**
     * The venue replaced the order.
     *
     * @param order it is about.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit.
     * @param stopPrice the new stop.
     * @return whether that is news.
     */
    public boolean replaced(final Order order, final long quantity, final long limitPrice, final long stopPrice) {
        return settle(order, order.replaced(quantity, limitPrice, stopPrice));
    }

    /**
     * The venue did not do what we asked.
     *
     * @param order it is about.
     * @param pending PENDING_CANCEL or PENDING_REPLACE, what was asked.
     * @param reason why not.
     * @return whether that is news.
     */
    public boolean requestRefused(final Order order, final OrderState pending, final RejectReason reason) {
        return settle(order, order.requestRefused(pending, reason));
    }

    private boolean settle(final Order order, final boolean changed) {
        openQuantities.update(order);
        if (changed && !order.isOpen()) {
            moveToEnded(order);
        }
        return changed;
    }

    private void moveToEnded(final Order order) {
        int index = 0;
        while (open[index] != order) {
            index++;
        }
        System.arraycopy(open, index + 1, open, index, --openCount - index);
        open[openCount] = null;
        if (endedCount == ENDED_ORDERS_KEPT) {
            final Order oldest = ended[endedNext];
            byId.remove(oldest.orderId());
            free[freeCount++] = oldest;
        } else {
            endedCount++;
        }
        ended[endedNext] = order;
        endedNext = (endedNext + 1) % ENDED_ORDERS_KEPT;
    }

    @Override
    public void snapshotTo(final StateSink sink) {
        sink.section("openOrders", openCount);
        for (int i = 0; i < openCount; i++) {
            open[i].snapshotTo(sink);
        }
        sink.section("endedOrders", endedCount);
        for (int i = 0; i < endedCount; i++) {
            ended[(endedNext - endedCount + i + ENDED_ORDERS_KEPT) % ENDED_ORDERS_KEPT].snapshotTo(sink);
        }
    }
}
