package reprise.risk;

/** What the day-trade rules have to say of an order that they allow. Names and ordinals are stable. */
public enum DayTradeWarning {
    /** Nothing. */
    NONE,
    /** It may become the last day trade that is allowed. */
    LAST_DAY_TRADE,
    /** It sells what was bought with funds that have not settled: a good-faith violation. */
    GOOD_FAITH_VIOLATION
}
