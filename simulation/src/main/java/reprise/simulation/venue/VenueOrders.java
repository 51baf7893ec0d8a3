package reprise.simulation.venue;

import org.agrona.collections.Long2ObjectHashMap;

/** The open orders of the venue by id, made of pooled objects; which of them trade first is the listing's business. */
final class VenueOrders {
    private final Long2ObjectHashMap<VenueOrder> byId;
    private final VenueOrder[] free;
    private int freeCount;
    private long arrivals;
    private long highestOrderId = Long.MIN_VALUE;

    VenueOrders(final int capacity) {
        byId = new Long2ObjectHashMap<>(2 * capacity, 0.6f);
        free = new VenueOrder[capacity];
        while (freeCount < capacity) {
            free[freeCount++] = new VenueOrder();
        }
    }

    /** The engine's ids only grow, so a venue need not remember ended orders to know an id that comes again. */
    boolean isUsed(final long orderId) {
        return orderId <= highestOrderId;
    }

    /** Notes an id, whether its order is accepted or not. */
    void use(final long orderId) {
        highestOrderId = Math.max(highestOrderId, orderId);
    }

    boolean isFull() {
        return freeCount == 0;
    }

    /** Takes a blank order from the pool. */
    VenueOrder take() {
        return free[--freeCount];
    }

    /** Lists an order that was filled in, behind all others. */
    void add(final VenueOrder order, final long timeNs) {
        order.arrived(arrivals++, timeNs);
        byId.put(order.orderId(), order);
        order.listing().add(order);
    }

    /** Puts an order behind all others: its new terms have only just come. */
    void requeue(final VenueOrder order, final long timeNs) {
        order.arrived(arrivals++, timeNs);
        order.listing().remove(order);
        order.listing().add(order);
    }

    void remove(final VenueOrder order) {
        byId.remove(order.orderId());
        order.listing().remove(order);
        free[freeCount++] = order;
    }

    /** Returns null for an order that is not open. */
    VenueOrder find(final long orderId) {
        return byId.get(orderId);
    }

    /** How many orders, or new terms of orders, have come so far. */
    long arrivals() {
        return arrivals;
    }
}
