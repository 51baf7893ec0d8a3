package reprise.monitor;

/** What is measured against a limit. Ordinals and names are stable: they are journaled. */
public enum RiskMeasure {
    /** Value at risk over a minute, by the method that was chosen, as a share of equity in units of 1e-8. */
    VALUE_AT_RISK,
    /** Fall of equity from its highest, as a share of the highest in units of 1e-8. */
    DRAWDOWN,
    /** Absolute market value of all positions, in money units. */
    GROSS_EXPOSURE,
    /** Fall of equity since the day began, in money units. */
    DAILY_LOSS,
    /** Fall of equity since the day began, as a share of the equity it began with in units of 1e-8. */
    DAILY_LOSS_SHARE,
    /** Losing trades in a row. */
    CONSECUTIVE_LOSSES;

    static final int COUNT = values().length;

    private static final RiskMeasure[] VALUES = values();

    /**
     * The measure of a wire code.
     *
     * @param code ordinal.
     * @return the measure.
     */
    public static RiskMeasure of(final int code) {
        return VALUES[code];
    }
}
