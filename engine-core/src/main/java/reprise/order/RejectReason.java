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
    VENUE_OTHER,
    /** The venue does not have this type of order, nor can the engine stand in for it. */
    ORDER_TYPE_NOT_SUPPORTED,
    /** The venue does not have this time in force for this type of order. */
    TIME_IN_FORCE_NOT_SUPPORTED,
    /** The stop price is missing, off the tick, or on the wrong side of the market. */
    BAD_STOP_PRICE,
    /** The outcome of an earlier order of the same strategy and instrument is not known yet. */
    OUTCOME_UNKNOWN,
    /** The same intent is under way already. */
    DUPLICATE_INTENT,
    /** The instrument does not trade now. */
    NOT_TRADABLE,
    /** The market data of the instrument cannot be trusted now. */
    DATA_NOT_TRUSTED,
    /** The price is too far from the market. */
    PRICE_COLLAR,
    /** More than one order may ask for. */
    MAX_ORDER_QUANTITY,
    /** The sum of all positions would be worth more than it may be. */
    MAX_GROSS_EXPOSURE,
    /** Longs less shorts would be worth more than they may be. */
    MAX_NET_EXPOSURE,
    /** The strategy's positions would be worth more than they may be. */
    MAX_STRATEGY_EXPOSURE,
    /** Too many orders in too short a time. */
    ORDER_RATE,
    /** The account would be day-trading beyond what its regime allows. */
    DAY_TRADE_LIMIT,
    /** The order would have taken liquidity, which it must not. */
    WOULD_TAKE_LIQUIDITY,
    /** It could not be filled at once, as its time in force demands. */
    NOT_FILLED_AT_ONCE,
    /** The venue's view of the account is still being compared with ours. */
    RECONCILING;

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
