package reprise.core;

/** A part of the state whose shape depends on the configuration. Where that changed, the part begins anew in a new run. */
public enum StatePart {
    /** How much each source of data is trusted. */
    GUARD("dataGuard"),

    /** Value at risk, drawdowns, losses of the day. */
    MONITOR("riskMonitor"),

    /** What was traded lately, by which executions and signals measure their share. */
    VOLUMES("recentVolume"),

    /** Signals that wait, and what is known of the quality of earlier ones. */
    SIGNALS("signals"),

    /** Day trades of the last days, and what may be bought with. */
    DAY_TRADES("dayTrades");

    private final String section;

    StatePart(final String section) {
        this.section = section;
    }

    /** The section that it begins with. */
    String section() {
        return section;
    }
}
