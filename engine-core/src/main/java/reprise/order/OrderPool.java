package reprise.order;

import org.agrona.collections.Long2ObjectHashMap;
import reprise.market.Instruments;
import reprise.state.StateExchange;

/** All objects that orders are kept in: those in use by id, and those that are free. Owned by {@link Orders}; allocates nothing later. */
final class OrderPool {
    private final Long2ObjectHashMap<Order> byId;
    private final Order[] free;
    private int freeCount;

    OrderPool(final int capacity) {
        free = new Order[capacity];
        byId = new Long2ObjectHashMap<>(4 * capacity, 0.5f);
        for (freeCount = 0; freeCount < capacity; freeCount++) {
            free[freeCount] = new Order();
        }
    }

    /** Takes a free one; it is not found before it has its id. */
    Order take() {
        return free[--freeCount];
    }

    /** One that was taken has its id now. */
    void named(final Order order) {
        if (byId.put(order.orderId(), order) != null) {
            throw new IllegalStateException("order id used twice: orderId=" + order.orderId());
        }
    }

    Order find(final long orderId) {
        return byId.get(orderId);
    }

    /** One that nobody asks for any more; null for none. */
    void giveBack(final Order order) {
        if (order != null) {
            byId.remove(order.orderId());
            free[freeCount++] = order;
        }
    }

    /** Carries one that was taken. */
    void exchange(final Order order, final StateExchange state, final Instruments instruments) {
        order.exchange(state);
        if (state.isRestoring()) {
            order.restored(instruments.get(order.instrumentId()));
            named(order);
        }
    }
}
