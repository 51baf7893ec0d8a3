package reprise.reconciliation;

/** In what a venue's view of our account can differ from ours. */
public enum Difference {
    /** An order that is open here is not among the open orders there. */
    ORDER_UNKNOWN_THERE,
    /** An order there bears a name of this run, and is not known here. */
    ORDER_UNKNOWN_HERE,
    /** An order there that this run did not send. */
    FOREIGN_ORDER,
    /** The total quantity of an order that is open in both views. */
    ORDER_QUANTITY,
    /** The limit of an order that is open in both views. */
    ORDER_PRICE,
    /** The net quantity of an instrument. */
    POSITION,
    /** The average price of a position of equal quantity. */
    AVERAGE_PRICE,
    /** A balance of cash. */
    CASH;

    private static final Difference[] VALUES = values();

    /**
     * The value of a wire code.
     *
     * @param code ordinal.
     * @return the value.
     */
    public static Difference of(final int code) {
        return VALUES[code];
    }
}
