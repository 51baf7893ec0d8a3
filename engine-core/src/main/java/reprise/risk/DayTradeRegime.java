package reprise.risk;

/** Which day-trade rules an account is under. */
public enum DayTradeRegime {
    /** None: crypto, futures, other countries. */
    NONE,
    /** FINRA's pattern day trader rule as it was: few day trades in five business days below a minimum equity. */
    LEGACY_PDT,
    /** Intraday margin: the maintenance margin after the order must be covered at any time. */
    INTRADAY_MARGIN,
    /** A cash account: purchases need settled funds, and what was bought with unsettled ones must not be sold before they settle. */
    CASH
}
