package reprise.order;

/** Why an order, a cancel or a replace was refused, by our own gate or by a venue. Ordinals are wire codes. */
public enum RejectReason {
    /** Not refused. */
    NONE,
    /** Trading is halted. */
    TRADING_HALTED,
    /** Only orders that reduce a position are allowed now. */
    REDUCE_ONLY,
    /** The strategy is stopped. */
    STRATEGY_STOPPED,
    /** The venue cannot be reached. */
    VENUE_DISCONNECTED,
    /** No such instrument. */
    UNKNOWN_INSTRUMENT,
    /** No such order. */
    UNKNOWN_ORDER,
    /** An order of this id exists already. */
    DUPLICATE_ORDER,
    /** The order is no longer open. */
    TOO_LATE,
    /** The price is not positive or not a multiple of the tick size. */
    PRICE_NOT_ON_TICK,
    /** The quantity is not positive or not a multiple of the lot size. */
    QUANTITY_NOT_ON_LOT,
    /** There is no price yet by which to value the order. */
    NO_MARKET_PRICE,
    /** The order is worth less than the venue's minimum. */
    BELOW_MIN_NOTIONAL,
    /** The order is worth more than an order may be. */
    MAX_ORDER_NOTIONAL,
    /** The position would be worth more than a position may be. */
    MAX_POSITION_NOTIONAL,
    /** Too many orders are open. */
    MAX_OPEN_ORDERS,
    /** The account cannot pay for the order. */
    INSUFFICIENT_FUNDS,
    /** The order would open a short position where that is not allowed. */
    SHORT_NOT_ALLOWED,
    /** The market is closed. */
    MARKET_CLOSED,
    /** The venue's own reason; its text says more. */
    VENUE_OTHER;

    private static final RejectReason[] VALUES = values();

    /**
     * The reason of a wire code.
     *
     * @param code ordinal.
     * @return the reason.
     */
    public static RejectReason of(final int code) {
        return VALUES[code];
    }
}
