package reprise.core;

import java.util.List;
import reprise.monitor.MonitorLimits;
import reprise.monitor.VarSettings;

/**
 * What the risk monitor watches.
 *
 * @param calendar by name, whose days daily losses are counted by.
 * @param settings of value at risk.
 * @param account limits of the account.
 * @param strategies limits of the strategies, the first of which has id 1.
 * @param capitals money allotted to each of them.
 */
public record MonitorPolicy(
        String calendar,
        VarSettings settings,
        MonitorLimits account,
        List<MonitorLimits> strategies,
        List<Long> capitals) {
    /** Keeps the lists as they are. */
    public MonitorPolicy {
        strategies = List.copyOf(strategies);
        capitals = List.copyOf(capitals);
        if (strategies.size() != capitals.size()) {
            throw new IllegalArgumentException(
                    "risk monitor: limits of " + strategies.size() + " strategies, capital of " + capitals.size());
        }
    }

    /** Capital by strategy id; index 0 is not used. */
    long[] capitals(final int length) {
        final long[] byId = new long[length];
        for (int i = 0; i < capitals.size(); i++) {
            byId[i + 1] = capitals.get(i);
        }
        return byId;
    }
}
