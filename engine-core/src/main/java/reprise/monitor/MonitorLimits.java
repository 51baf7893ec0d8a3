package reprise.monitor;

/**
 * The limits of the account or of a strategy. Shares are in units of 1e-8: 5,000,000 is 5 %. Immutable.
 *
 * @param valueAtRisk as a share of equity.
 * @param drawdown as a share of the highest equity.
 * @param grossExposure in money units.
 * @param dailyLoss in money units.
 * @param dailyLossShare as a share of the equity the day began with.
 * @param consecutiveLosses losing trades in a row; one more is beyond.
 * @param enforce whether to act; if not, what would have been done is only told.
 */
public record MonitorLimits(
        MonitorLimit valueAtRisk,
        MonitorLimit drawdown,
        MonitorLimit grossExposure,
        MonitorLimit dailyLoss,
        MonitorLimit dailyLossShare,
        MonitorLimit consecutiveLosses,
        boolean enforce) {
    /** No limits: everything is measured and nothing follows. */
    public static final MonitorLimits NONE = new MonitorLimits(
            MonitorLimit.NONE,
            MonitorLimit.NONE,
            MonitorLimit.NONE,
            MonitorLimit.NONE,
            MonitorLimit.NONE,
            MonitorLimit.NONE,
            false);

    /** All of something, where shares of it are counted. */
    public static final long WHOLE = 100_000_000L;

    /** Checks that shares are not more than all; value at risk may be, with borrowed money. */
    public MonitorLimits {
        requireShare("drawdown", drawdown);
        requireShare("dailyLossShare", dailyLossShare);
    }

    private static void requireShare(final String name, final MonitorLimit limit) {
        if (limit.value() > WHOLE) {
            throw new IllegalArgumentException(
                    "risk monitor: " + name + " is " + limit.value() + ", allowed: 0 to " + WHOLE + " (units of 1e-8)");
        }
    }

    /**
     * The limit of a measure.
     *
     * @param measure of interest.
     * @return its limit.
     */
    public MonitorLimit of(final RiskMeasure measure) {
        switch (measure) {
            case VALUE_AT_RISK:
                return valueAtRisk;
            case DRAWDOWN:
                return drawdown;
            case GROSS_EXPOSURE:
                return grossExposure;
            case DAILY_LOSS:
                return dailyLoss;
            case DAILY_LOSS_SHARE:
                return dailyLossShare;
            case CONSECUTIVE_LOSSES:
                return consecutiveLosses;
            default:
                throw new IllegalArgumentException("no such measure: " + measure);
        }
    }
}
