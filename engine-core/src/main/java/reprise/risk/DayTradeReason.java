package reprise.risk;

import reprise.order.RejectReason;

/** What the day-trade rules say to an order. Names and ordinals are stable. */
public enum DayTradeReason {
    /** Nothing against it. */
    NONE(RejectReason.NONE),
    /** It opens what could become one day trade too many, with too little equity. Value and limit: day trades. */
    PATTERN_DAY_TRADER(RejectReason.DAY_TRADE_LIMIT),
    /** Maintenance margin after the order would exceed equity. Value: the margin; limit: equity. */
    INTRADAY_MARGIN_DEFICIT(RejectReason.DAY_TRADE_MARGIN),
    /** It costs more than the funds that may be used. Value: its cost; limit: those funds. */
    UNSETTLED_FUNDS(RejectReason.UNSETTLED_FUNDS),
    /** The same, limited to settled funds because of good-faith violations. Value: its cost; limit: settled funds. */
    GOOD_FAITH_RESTRICTION(RejectReason.UNSETTLED_FUNDS),
    /** A cash account cannot sell short. Value: quantity sold; limit: quantity held. */
    SHORT_IN_CASH_ACCOUNT(RejectReason.SHORT_NOT_ALLOWED);

    private final RejectReason refusal;

    DayTradeReason(final RejectReason refusal) {
        this.refusal = refusal;
    }

    /**
     * How the gate says it: one code for each unit of value and limit.
     *
     * @return NONE if nothing is against the order.
     */
    public RejectReason refusal() {
        return refusal;
    }
}
