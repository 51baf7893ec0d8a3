package reprise.risk;

/** What the day-trade rules say to an order. Names and ordinals are stable. */
public enum DayTradeReason {
    /** Nothing against it. */
    NONE,
    /** It opens what could become one day trade too many, with too little equity. Value and limit: day trades. */
    PATTERN_DAY_TRADER,
    /** Maintenance margin after the order would exceed equity. Value: the margin; limit: equity. */
    INTRADAY_MARGIN_DEFICIT,
    /** It costs more than the funds that may be used. Value: its cost; limit: those funds. */
    UNSETTLED_FUNDS,
    /** The same, limited to settled funds because of good-faith violations. Value: its cost; limit: settled funds. */
    GOOD_FAITH_RESTRICTION,
    /** A cash account cannot sell short. Value: quantity sold; limit: quantity held. */
    SHORT_IN_CASH_ACCOUNT
}
