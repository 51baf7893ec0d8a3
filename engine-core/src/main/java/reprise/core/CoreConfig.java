package reprise.core;

import reprise.reconciliation.ReconciliationRules;
import reprise.risk.RiskLimits;

/**
 * Limits and capacities of the core. Every collection has one, so that nothing grows without bound.
 *
 * @param riskLimits values of the risk gate's limits.
 * @param maxTimers the most timers that may be scheduled at once.
 * @param executionsRemembered how many fills are remembered to recognise repeated ones.
 * @param orderTimeouts how long answers of venues are awaited.
 * @param supervision what watches over trading beside the gate.
 * @param intents what becomes of signals and targets.
 * @param reconciliation when venues' views of the account are compared with ours, and what is done then.
 */
public record CoreConfig(
        RiskLimits riskLimits,
        int maxTimers,
        int executionsRemembered,
        OrderTimeouts orderTimeouts,
        SupervisionPolicy supervision,
        IntentPolicy intents,
        ReconciliationRules reconciliation) {
    /** Orders beyond the strategies' limit that the operator may have open, so that closing is never refused for lack of room. */
    static final int OPERATOR_ORDERS = 1024;

    private static final int DEFAULT_TIMERS = 65_536;
    private static final int DEFAULT_EXECUTIONS = 16_384;

    /**
     * The usual rules of reconciliation.
     *
     * @param riskLimits values of the risk gate's limits.
     * @param maxTimers the most timers that may be scheduled at once.
     * @param executionsRemembered how many fills are remembered to recognise repeated ones.
     * @param orderTimeouts how long answers of venues are awaited.
     * @param supervision what watches over trading beside the gate.
     * @param intents what becomes of signals and targets.
     */
    public CoreConfig(
            final RiskLimits riskLimits,
            final int maxTimers,
            final int executionsRemembered,
            final OrderTimeouts orderTimeouts,
            final SupervisionPolicy supervision,
            final IntentPolicy intents) {
        this(
                riskLimits,
                maxTimers,
                executionsRemembered,
                orderTimeouts,
                supervision,
                intents,
                ReconciliationRules.DEFAULT);
    }

    /**
     * Without signals or day-trade rules; targets are traded by market orders.
     *
     * @param riskLimits values of the risk gate's limits.
     * @param maxTimers the most timers that may be scheduled at once.
     * @param executionsRemembered how many fills are remembered to recognise repeated ones.
     * @param orderTimeouts how long answers of venues are awaited.
     * @param supervision what watches over trading beside the gate.
     */
    public CoreConfig(
            final RiskLimits riskLimits,
            final int maxTimers,
            final int executionsRemembered,
            final OrderTimeouts orderTimeouts,
            final SupervisionPolicy supervision) {
        this(riskLimits, maxTimers, executionsRemembered, orderTimeouts, supervision, IntentPolicy.NONE);
    }

    /**
     * The usual time-outs.
     *
     * @param riskLimits values of the risk gate's limits.
     * @param maxTimers the most timers that may be scheduled at once.
     * @param executionsRemembered how many fills are remembered to recognise repeated ones.
     */
    public CoreConfig(final RiskLimits riskLimits, final int maxTimers, final int executionsRemembered) {
        this(riskLimits, maxTimers, executionsRemembered, OrderTimeouts.DEFAULT, SupervisionPolicy.NONE);
    }

    /**
     * The usual capacities.
     *
     * @param riskLimits values of the risk gate's limits.
     * @return a configuration.
     */
    public static CoreConfig with(final RiskLimits riskLimits) {
        return new CoreConfig(riskLimits, DEFAULT_TIMERS, DEFAULT_EXECUTIONS);
    }

    /**
     * The same with other supervision.
     *
     * @param newSupervision what watches over trading beside the gate.
     * @return a configuration.
     */
    public CoreConfig with(final SupervisionPolicy newSupervision) {
        return new CoreConfig(
                riskLimits, maxTimers, executionsRemembered, orderTimeouts, newSupervision, intents, reconciliation);
    }

    /**
     * The same with other intents.
     *
     * @param newIntents what becomes of signals and targets.
     * @return a configuration.
     */
    public CoreConfig with(final IntentPolicy newIntents) {
        return new CoreConfig(
                riskLimits, maxTimers, executionsRemembered, orderTimeouts, supervision, newIntents, reconciliation);
    }

    /**
     * The same with other rules of reconciliation.
     *
     * @param newReconciliation when venues' views are compared with ours.
     * @return a configuration.
     */
    public CoreConfig with(final ReconciliationRules newReconciliation) {
        return new CoreConfig(
                riskLimits, maxTimers, executionsRemembered, orderTimeouts, supervision, intents, newReconciliation);
    }
}
