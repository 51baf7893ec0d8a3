package reprise.core;

/** How the wishes of a strategy become orders. */
public enum ExecutionStyle {
    /** By one market order at once. */
    MARKET,
    /** By limit orders away from the mid that follow it, see {@link reprise.execution.LimitRouter}. */
    LIMIT,
    /** In equal parts over a time, see {@link reprise.execution.TwapExecutor}. */
    TWAP,
    /** As a share of what the market trades, see {@link reprise.execution.ParticipationExecutor}. */
    PARTICIPATION
}
