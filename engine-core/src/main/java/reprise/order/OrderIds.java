package reprise.order;

/**
 * Deterministic order ids: the sequence of the event that caused the order, and the order's ordinal within that event. Equal event
 * sequences give equal ids, and an id alone tells where in the log to look for its cause.
 */
public final class OrderIds {
    /** Names no order. */
    public static final long NULL_ORDER_ID = 0;

    /** The most orders that one event may cause. */
    public static final int MAX_ORDERS_PER_EVENT = 4096;

    private static final int ORDINAL_BITS = 12;

    private OrderIds() {}

    /**
     * The id of an order.
     *
     * @param sequence of the causing event, positive and below 2^51.
     * @param ordinal of the order within the event, from 0.
     * @return the id, positive.
     */
    public static long of(final long sequence, final int ordinal) {
        if (ordinal < 0 || ordinal >= MAX_ORDERS_PER_EVENT) {
            throw new IllegalStateException(
                    "too many orders for one event: sequence=" + sequence + ", ordinal=" + ordinal);
        }
        return sequence << ORDINAL_BITS | ordinal;
    }

    /**
     * The causing event.
     *
     * @param orderId an id.
     * @return its sequence.
     */
    public static long sequence(final long orderId) {
        return orderId >>> ORDINAL_BITS;
    }

    /**
     * The ordinal within the causing event.
     *
     * @param orderId an id.
     * @return ordinal from 0.
     */
    public static int ordinal(final long orderId) {
        return (int) (orderId & MAX_ORDERS_PER_EVENT - 1);
    }

    /**
     * Readable form.
     *
     * @param orderId an id.
     * @return sequence and ordinal, such as "1042-0".
     */
    public static String format(final long orderId) {
        return sequence(orderId) + "-" + ordinal(orderId);
    }
}
