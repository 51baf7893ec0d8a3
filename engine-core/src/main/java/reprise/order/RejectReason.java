package reprise.order;

import reprise.number.Unit;

/** Why an order, a cancel or a replace was refused, by our own gate or by a venue. Ordinals are wire codes. */
public enum RejectReason {
    /** Not refused. */
    NONE(Unit.NONE),
    /** Trading is halted. */
    TRADING_HALTED(Unit.NONE),
    /** Only orders that reduce a position are allowed now. */
    REDUCE_ONLY(Unit.NONE),
    /** The strategy is stopped. */
    STRATEGY_STOPPED(Unit.NONE),
    /** The venue cannot be reached. */
    VENUE_DISCONNECTED(Unit.NONE),
    /** No such instrument. */
    UNKNOWN_INSTRUMENT(Unit.NONE),
    /** No such order. */
    UNKNOWN_ORDER(Unit.NONE),
    /** An order of this id exists already. */
    DUPLICATE_ORDER(Unit.NONE),
    /** The order is no longer open. */
    TOO_LATE(Unit.NONE),
    /** The price is not positive or not a multiple of the tick size. */
    PRICE_NOT_ON_TICK(Unit.PRICE),
    /** The quantity is not positive or not a multiple of the lot size. */
    QUANTITY_NOT_ON_LOT(Unit.QUANTITY),
    /** There is no price yet by which to value the order. */
    NO_MARKET_PRICE(Unit.NONE),
    /** The order is worth less than the venue's minimum. */
    BELOW_MIN_NOTIONAL(Unit.MONEY),
    /** The order is worth more than an order may be. */
    MAX_ORDER_NOTIONAL(Unit.MONEY),
    /** The position would be worth more than a position may be. */
    MAX_POSITION_NOTIONAL(Unit.MONEY),
    /** Too many orders are open. */
    MAX_OPEN_ORDERS(Unit.COUNT),
    /** The account cannot pay for the order. */
    INSUFFICIENT_FUNDS(Unit.MONEY),
    /** The order would open a short position where that is not allowed. */
    SHORT_NOT_ALLOWED(Unit.QUANTITY),
    /** The market is closed. */
    MARKET_CLOSED(Unit.NONE),
    /** The venue's own reason; its text says more. */
    VENUE_OTHER(Unit.NONE),
    /** The venue does not have this type of order, nor can the engine stand in for it. */
    ORDER_TYPE_NOT_SUPPORTED(Unit.NONE),
    /** The venue does not have this time in force for this type of order. */
    TIME_IN_FORCE_NOT_SUPPORTED(Unit.NONE),
    /** The stop price is missing, off the tick, or on the wrong side of the market. */
    BAD_STOP_PRICE(Unit.NONE),
    /** The outcome of an earlier order of the same strategy and instrument is not known yet. */
    OUTCOME_UNKNOWN(Unit.NONE),
    /** The same intent is under way already. */
    DUPLICATE_INTENT(Unit.DURATION),
    /** The instrument does not trade now. */
    NOT_TRADABLE(Unit.CODE),
    /** The market data of the instrument cannot be trusted now. */
    DATA_NOT_TRUSTED(Unit.NONE),
    /** The price is too far from the market. */
    PRICE_COLLAR(Unit.PRICE),
    /** More than one order may ask for. */
    MAX_ORDER_QUANTITY(Unit.QUANTITY),
    /** The sum of all positions would be worth more than it may be. */
    MAX_GROSS_EXPOSURE(Unit.MONEY),
    /** Longs less shorts would be worth more than they may be. */
    MAX_NET_EXPOSURE(Unit.MONEY),
    /** The strategy's positions would be worth more than they may be. */
    MAX_STRATEGY_EXPOSURE(Unit.MONEY),
    /** Too many orders in too short a time. */
    ORDER_RATE(Unit.COUNT),
    /** One day trade more than the account may make. */
    DAY_TRADE_LIMIT(Unit.COUNT),
    /** The order would have taken liquidity, which it must not. */
    WOULD_TAKE_LIQUIDITY(Unit.NONE),
    /** It could not be filled at once, as its time in force demands. */
    NOT_FILLED_AT_ONCE(Unit.NONE),
    /** The maintenance margin of what is held would exceed equity within the day. */
    DAY_TRADE_MARGIN(Unit.MONEY),
    /** A cash account has not so much settled money, or may not use what has not settled. */
    UNSETTLED_FUNDS(Unit.MONEY),
    /** The venue's view of the account is still being compared with ours. */
    RECONCILING(Unit.NONE);

    private static final RejectReason[] VALUES = values();

    private final Unit unit;

    RejectReason(final Unit unit) {
        this.unit = unit;
    }

    /**
     * The reason of a wire code.
     *
     * @param code ordinal.
     * @return the reason.
     */
    public static RejectReason of(final int code) {
        return VALUES[code];
    }

    /**
     * In what the value and the limit of a record are counted.
     *
     * @return the unit; NONE where there are no numbers to it.
     */
    public Unit unit() {
        return unit;
    }
}
