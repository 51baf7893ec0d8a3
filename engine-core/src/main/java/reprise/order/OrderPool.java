package reprise.order;

import reprise.market.Instruments;
import reprise.state.StateExchange;

/** All objects that orders are kept in: those in use by id, and those that are free. Owned by {@link Orders}; allocates nothing later. */
final class OrderPool {
    private final Order[] all;
    private final IdIndex byId;
    private final Order[] free;
    private int freeCount;

    OrderPool(final int capacity) {
        all = new Order[capacity];
        free = new Order[capacity];
        byId = new IdIndex(capacity);
        for (freeCount = 0; freeCount < capacity; freeCount++) {
            all[freeCount] = new Order(freeCount);
            free[freeCount] = all[freeCount];
        }
    }

    /** Takes a free one; it is not found before it has its id. */
    Order take() {
        return free[--freeCount];
    }

    /** One that was taken has its id now. */
    void named(final Order order) {
        if (byId.find(order.orderId()) != IdIndex.MISSING) {
            throw new IllegalStateException("order id used twice: orderId=" + order.orderId());
        }
        byId.add(order.orderId(), order.poolIndex);
    }

    Order find(final long orderId) {
        final int index = byId.find(orderId);
        return index == IdIndex.MISSING ? null : all[index];
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
