package reprise.execution;

/**
 * How a limit-only router trades. Rates are in units of 1e-8, so that 0.05 % is 50,000.
 *
 * @param awayRate how far below the mid it buys and above the mid it sells.
 * @param repriceRate how far the mid must move before a working order follows.
 * @param minRepriceNs least time between two requests about one order.
 * @param maxLifetimeNs after which an order is cancelled.
 * @param cancelOnFlip whether a wish for the other side cancels what works on this one.
 * @param notionalCap the most that one opening order may be worth, in money units.
 * @param minNotional below which nothing is sent, in money units.
 * @param cashReserve cash that is never spent, in money units.
 * @param dryRun whether everything is decided and nothing sent.
 */
public record LimitRouterSettings(
        long awayRate,
        long repriceRate,
        long minRepriceNs,
        long maxLifetimeNs,
        boolean cancelOnFlip,
        long notionalCap,
        long minNotional,
        long cashReserve,
        boolean dryRun) {
    /** Checks every value. */
    public LimitRouterSettings {
        require(awayRate >= 0 && awayRate < MidPrice.ONE, "awayRate", awayRate, "0 to below 100000000 (1e-8)");
        require(repriceRate > 0 && repriceRate < MidPrice.ONE, "repriceRate", repriceRate, "1 to below 100000000");
        require(minRepriceNs > 0, "minRepriceNs", minRepriceNs, "above 0");
        require(maxLifetimeNs > 0, "maxLifetimeNs", maxLifetimeNs, "above 0");
        require(notionalCap > 0, "notionalCap", notionalCap, "above 0");
        require(minNotional >= 0 && minNotional <= notionalCap, "minNotional", minNotional, "0 to notionalCap");
        require(cashReserve >= 0, "cashReserve", cashReserve, "0 or more");
    }

    private static void require(final boolean holds, final String name, final long value, final String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("limit router: " + name + " must be " + allowed + ": " + value);
        }
    }
}
