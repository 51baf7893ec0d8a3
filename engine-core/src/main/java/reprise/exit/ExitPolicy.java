package reprise.exit;

/**
 * How the positions of a strategy are left.
 *
 * @param plan of every entry.
 * @param atrLength bars of the average true range by which the plan measures, where it does.
 * @param sessionLeadNs how long before its session ends a position is left, where the plan says so, in nanoseconds.
 */
public record ExitPolicy(ExitPlan plan, int atrLength, long sessionLeadNs) {}
