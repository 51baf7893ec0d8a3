package reprise.order;

/**
 * Names of orders: 1, 2, 3, ... in the order in which the core decided them. Equal event sequences give equal ids; what is said between two
 * decisions, such as that a process took over, moves none. The event that caused an order is in the record of its command.
 */
public final class OrderIds {
    /** Names no order. */
    public static final long NULL_ORDER_ID = 0;

    /**
     * How many names are left out when a process takes over a record whose end may be missing: orders of that end may be at the venue, and no
     * other order may bear their names.
     */
    public static final long LEFT_OUT_AFTER_LOSS = 1_000_000;

    private OrderIds() {}

    /**
     * Readable form.
     *
     * @param orderId an id.
     * @return such as "1042".
     */
    public static String format(final long orderId) {
        return Long.toString(orderId);
    }
}
