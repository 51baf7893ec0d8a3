package reprise.core;

import reprise.execution.LimitRouterSettings;
import reprise.execution.SlicingSettings;
import reprise.order.TimeInForce;

/**
 * How the wishes of a strategy, its targets and its accepted signals, become orders.
 *
 * @param style which algorithm.
 * @param timeInForce of its limit orders.
 * @param dryRun whether everything is decided and put on record, and nothing sent.
 * @param router settings of LIMIT; null for other styles.
 * @param slicing settings of TWAP and PARTICIPATION; null for other styles.
 * @param horizonNs how long TWAP and PARTICIPATION may take, in nanoseconds.
 * @param slices of TWAP.
 * @param participationRate share of the market's volume, in units of 1e-8.
 */
public record ExecutionPolicy(
        ExecutionStyle style,
        TimeInForce timeInForce,
        boolean dryRun,
        LimitRouterSettings router,
        SlicingSettings slicing,
        long horizonNs,
        int slices,
        long participationRate) {
    /** Market orders at once: what holds where nothing is said. */
    public static final ExecutionPolicy MARKET =
            new ExecutionPolicy(ExecutionStyle.MARKET, TimeInForce.GTC, false, null, null, 0, 0, 0);

    private static final long ONE = 100_000_000L;

    /** Checks what the style needs. */
    public ExecutionPolicy {
        final boolean isSliced = style == ExecutionStyle.TWAP || style == ExecutionStyle.PARTICIPATION;
        require(style != ExecutionStyle.LIMIT || router != null, "limit execution needs settings of the router");
        require(!isSliced || slicing != null, "sliced execution needs settings of the slices");
        require(!isSliced || horizonNs > 0, "horizonNs must be above 0: " + horizonNs);
        require(style != ExecutionStyle.TWAP || slices > 0, "slices must be above 0: " + slices);
        require(
                style != ExecutionStyle.PARTICIPATION || participationRate > 0 && participationRate <= ONE,
                "participationRate must be above 0 and at most " + ONE + " (1e-8): " + participationRate);
    }

    private static void require(final boolean holds, final String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /**
     * By limit orders, good till cancelled.
     *
     * @param router settings.
     * @return a policy.
     */
    public static ExecutionPolicy limit(final LimitRouterSettings router) {
        return new ExecutionPolicy(ExecutionStyle.LIMIT, TimeInForce.GTC, router.dryRun(), router, null, 0, 0, 0);
    }
}
