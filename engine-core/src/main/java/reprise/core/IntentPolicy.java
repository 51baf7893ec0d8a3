package reprise.core;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of that which strategies want beyond single orders.
 *
 * @param arbitration how it is decided between signals; null where strategies give none.
 * @param executions how wishes become orders, by strategy from id 1; null entries, and those beyond the list, trade by market orders.
 * @param dayTrade rules of the account; null for none.
 */
public record IntentPolicy(ArbitrationPolicy arbitration, List<ExecutionPolicy> executions, DayTradePolicy dayTrade) {
    /** No signals, market orders, no day-trade rules. */
    public static final IntentPolicy NONE = new IntentPolicy(null, List.of(), null);

    /** Keeps the list as it is. */
    public IntentPolicy {
        executions = new ArrayList<>(executions);
    }

    boolean hasParticipation() {
        for (final ExecutionPolicy execution : executions) {
            if (execution != null && execution.style() == ExecutionStyle.PARTICIPATION) {
                return true;
            }
        }
        return false;
    }

    ExecutionPolicy execution(final int strategyId) {
        return executesTargets(strategyId) ? executions.get(strategyId - 1) : ExecutionPolicy.MARKET;
    }

    boolean executesTargets(final int strategyId) {
        return strategyId <= executions.size() && executions.get(strategyId - 1) != null;
    }
}
