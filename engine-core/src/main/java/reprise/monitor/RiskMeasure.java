package reprise.monitor;

import reprise.number.Unit;

/** What is measured against a limit. Ordinals and names are stable: they are journaled. */
public enum RiskMeasure {
    /** Value at risk over a minute, by the method that was chosen, as a share of equity in units of 1e-8. */
    VALUE_AT_RISK(Unit.SHARE),
    /** Fall of equity from its highest, as a share of the highest in units of 1e-8. */
    DRAWDOWN(Unit.SHARE),
    /** Absolute market value of all positions, in money units. */
    GROSS_EXPOSURE(Unit.MONEY),
    /** Fall of equity since the day began, in money units. */
    DAILY_LOSS(Unit.MONEY),
    /** Fall of equity since the day began, as a share of the equity it began with in units of 1e-8. */
    DAILY_LOSS_SHARE(Unit.SHARE),
    /** Losing trades in a row. */
    CONSECUTIVE_LOSSES(Unit.COUNT);

    static final int COUNT = values().length;

    private static final RiskMeasure[] VALUES = values();

    private final Unit unit;

    RiskMeasure(final Unit unit) {
        this.unit = unit;
    }

    /**
     * The measure of a wire code.
     *
     * @param code ordinal.
     * @return the measure.
     */
    public static RiskMeasure of(final int code) {
        return VALUES[code];
    }

    /**
     * In what the value and the limit of a record are counted.
     *
     * @return the unit.
     */
    public Unit unit() {
        return unit;
    }
}
