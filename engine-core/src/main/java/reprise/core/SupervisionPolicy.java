package reprise.core;

import java.util.ArrayList;
import java.util.List;
import reprise.exit.ExitPolicy;
import reprise.guard.GuardLimits;

/**
 * What watches over trading beside the gate.
 *
 * @param guard limits of the data guard; null to guard nothing.
 * @param monitor what the risk monitor watches; null for nothing.
 * @param exits how positions are left, by strategy from id 1; null entries, and those beyond the list, are left alone.
 */
public record SupervisionPolicy(GuardLimits guard, MonitorPolicy monitor, List<ExitPolicy> exits) {
    /** Watches nothing. */
    public static final SupervisionPolicy NONE = new SupervisionPolicy(null, null, List.of());

    /** Keeps the list as it is. */
    public SupervisionPolicy {
        exits = new ArrayList<>(exits);
    }

    /** The policies of so many strategies, null where there is none. */
    List<ExitPolicy> exits(final int strategyCount) {
        final List<ExitPolicy> all = new ArrayList<>(exits);
        while (all.size() < strategyCount) {
            all.add(null);
        }
        return all;
    }
}
