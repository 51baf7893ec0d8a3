package reprise.monitor;

/** Is told of every breach of a limit, and acts. */
@FunctionalInterface
public interface MonitorListener {
    /**
     * A measure exceeds its limit and did not before; told again only after it was within. Called within the monitor's own calls; must not
     * call the monitor, and not change the books before they return.
     *
     * @param scope whose limit.
     * @param scopeId 0 for the account, or the strategy.
     * @param measure what exceeds it.
     * @param value measured, in the unit of the measure; {@link RiskMonitor#UNBOUNDED} for a share of nothing.
     * @param limit it exceeds.
     * @param action to be taken.
     * @param enforced whether to take it, or only to record what would have been done.
     */
    void onBreach(
            MonitorScope scope,
            int scopeId,
            RiskMeasure measure,
            long value,
            long limit,
            MonitorAction action,
            boolean enforced);
}
