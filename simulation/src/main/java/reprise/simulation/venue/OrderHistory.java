package reprise.simulation.venue;

import org.agrona.collections.Long2LongHashMap;
import reprise.order.ReportedStatus;

/**
 * What became of the last orders that ended, so that the venue can say so when asked. Rings of primitive columns; allocates
 * nothing.
 */
final class OrderHistory {
    /** How many ended orders are remembered. */
    static final int CAPACITY = 1 << 13;

    /** Stands for an order that is not remembered. */
    static final int NOT_REMEMBERED = -1;

    private final Long2LongHashMap slots = new Long2LongHashMap(2 * CAPACITY, 0.6f, NOT_REMEMBERED);
    private final long[] orderIds = new long[CAPACITY];
    private final ReportedStatus[] statuses = new ReportedStatus[CAPACITY];
    private final long[] quantities = new long[CAPACITY];
    private final long[] limitPrices = new long[CAPACITY];
    private final long[] filledQuantities = new long[CAPACITY];
    private final long[] lastExecutionIds = new long[CAPACITY];
    private long ended;

    void ended(final VenueOrder order, final ReportedStatus status) {
        final int slot = nextSlot(order.orderId());
        statuses[slot] = status;
        quantities[slot] = order.terms().quantity();
        limitPrices[slot] = order.limitPrice();
        filledQuantities[slot] = order.filledQuantity();
        lastExecutionIds[slot] = order.lastExecutionId();
    }

    void rejected(final long orderId, final long quantity, final long limitPrice) {
        final int slot = nextSlot(orderId);
        statuses[slot] = ReportedStatus.REJECTED;
        quantities[slot] = quantity;
        limitPrices[slot] = limitPrice;
        filledQuantities[slot] = 0;
        lastExecutionIds[slot] = 0;
    }

    private int nextSlot(final long orderId) {
        final int slot = (int) (ended++ & CAPACITY - 1);
        if (ended > CAPACITY) {
            slots.remove(orderIds[slot]);
        }
        orderIds[slot] = orderId;
        slots.put(orderId, slot);
        return slot;
    }

    /** Where an order is remembered, or {@link #NOT_REMEMBERED}. */
    int find(final long orderId) {
        return (int) slots.get(orderId);
    }

    ReportedStatus status(final int slot) {
        return statuses[slot];
    }

    long quantity(final int slot) {
        return quantities[slot];
    }

    long limitPrice(final int slot) {
        return limitPrices[slot];
    }

    long filledQuantity(final int slot) {
        return filledQuantities[slot];
    }

    long lastExecutionId(final int slot) {
        return lastExecutionIds[slot];
    }
}
