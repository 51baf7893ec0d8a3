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
 */
public record MonitorPolicy(
        String calendar, VarSettings settings, MonitorLimits account, List<MonitorLimits> strategies) {
    /** Keeps the list as it is. */
    public MonitorPolicy {
        strategies = List.copyOf(strategies);
    }
}
