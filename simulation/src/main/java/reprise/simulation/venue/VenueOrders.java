package reprise.simulation.venue;

import java.util.ArrayDeque;
import org.agrona.collections.Long2ObjectHashMap;
import reprise.order.OrderTerms;

/** The open orders of the venue by id, made of pooled objects; which of them trade first is the listing's business. */
final class VenueOrders {
    private final int capacity;
    private final Long2ObjectHashMap<VenueOrder> byId = new Long2ObjectHashMap<>(64, 0.6f);
    private final ArrayDeque<VenueOrder> free = new ArrayDeque<>();
    private long arrivals;

    VenueOrders(final int capacity) {
        this.capacity = capacity;
    }

    int count() {
        return byId.size();
    }

    boolean isFull() {
        return count() >= capacity;
    }

    /** Lists a new order behind all others. */
    VenueOrder add(final long orderId, final VenueListing listing, final OrderTerms terms, final long timeNs) {
        final VenueOrder pooled = free.pollLast();
        final VenueOrder order = pooled == null ? new VenueOrder() : pooled;
        order.open(orderId, listing, terms);
        order.arrived(arrivals++, timeNs);
        byId.put(orderId, order);
        listing.add(order);
        return order;
    }

    /** Works an order under new terms, keeping its turn. */
    void replace(final VenueOrder order, final long quantity, final long limitPrice, final long stopPrice) {
        order.listing().working().remove(order);
        order.replace(quantity, limitPrice, stopPrice);
        order.listing().working().add(order);
    }

    /** Works an order under new terms, behind all others: the terms have only just come. */
    void requeue(
            final VenueOrder order,
            final long timeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        order.listing().remove(order);
        order.replace(quantity, limitPrice, stopPrice);
        order.meetsMarketAgain();
        order.arrived(arrivals++, timeNs);
        order.listing().add(order);
    }

    /** Wakes an order whose stop was reached; it keeps its turn. */
    void trigger(final VenueOrder order) {
        order.listing().working().remove(order);
        order.trigger();
        order.listing().working().add(order);
    }

    void remove(final VenueOrder order) {
        byId.remove(order.orderId());
        order.listing().remove(order);
        free.addLast(order);
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
