package reprise.simulation.venue;

import reprise.order.IdIndex;
import reprise.order.ReportedStatus;

/**
 * What became of the last orders that ended, so that the venue can say so when asked. A ring of records that lie one behind the other, so
 * that one of them is one or two lines of a cache; allocates nothing.
 */
final class OrderHistory {
    /** How many ended orders are remembered. */
    static final int CAPACITY = 1 << 13;

    /** Stands for an order that is not remembered. */
    static final int NOT_REMEMBERED = IdIndex.MISSING;

    private static final ReportedStatus[] STATUSES = ReportedStatus.values();
    private static final int ORDER_ID = 0;
    private static final int STATUS = 1;
    private static final int QUANTITY = 2;
    private static final int LIMIT_PRICE = 3;
    private static final int FILLED_QUANTITY = 4;
    private static final int LAST_EXECUTION_ID = 5;
    private static final int FIELDS = 6;

    private final IdIndex slots = new IdIndex(CAPACITY);
    private final long[] records = new long[FIELDS * CAPACITY];
    private long ended;

    void ended(final VenueOrder order, final ReportedStatus status) {
        final int record = FIELDS * nextSlot(order.orderId());
        records[record + STATUS] = status.ordinal();
        records[record + QUANTITY] = order.terms().quantity();
        records[record + LIMIT_PRICE] = order.limitPrice();
        records[record + FILLED_QUANTITY] = order.filledQuantity();
        records[record + LAST_EXECUTION_ID] = order.lastExecutionId();
    }

    void rejected(final long orderId, final long quantity, final long limitPrice) {
        final int record = FIELDS * nextSlot(orderId);
        records[record + STATUS] = ReportedStatus.REJECTED.ordinal();
        records[record + QUANTITY] = quantity;
        records[record + LIMIT_PRICE] = limitPrice;
        records[record + FILLED_QUANTITY] = 0;
        records[record + LAST_EXECUTION_ID] = 0;
    }

    private int nextSlot(final long orderId) {
        final int slot = (int) (ended++ & CAPACITY - 1);
        if (ended > CAPACITY) {
            slots.remove(records[FIELDS * slot + ORDER_ID]);
        }
        records[FIELDS * slot + ORDER_ID] = orderId;
        slots.add(orderId, slot);
        return slot;
    }

    /** Where an order is remembered, or {@link #NOT_REMEMBERED}. */
    int find(final long orderId) {
        return slots.find(orderId);
    }

    ReportedStatus status(final int slot) {
        return STATUSES[(int) records[FIELDS * slot + STATUS]];
    }

    long quantity(final int slot) {
        return records[FIELDS * slot + QUANTITY];
    }

    long limitPrice(final int slot) {
        return records[FIELDS * slot + LIMIT_PRICE];
    }

    long filledQuantity(final int slot) {
        return records[FIELDS * slot + FILLED_QUANTITY];
    }

    long lastExecutionId(final int slot) {
        return records[FIELDS * slot + LAST_EXECUTION_ID];
    }
}
