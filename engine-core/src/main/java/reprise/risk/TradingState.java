package reprise.risk;

/** What trading is allowed. */
public enum TradingState {
    /** All that the limits allow. */
    ACTIVE,
    /** Only what reduces positions. */
    REDUCING,
    /** Nothing but cancels and the operator's own orders. */
    HALTED
}
