package reprise.message;

import reprise.signal.Reason;

/**
 * What strategies say for the record, and what became of changes to them. A part of {@link EngineDecisions}; see there for units.
 */
public interface StrategyDecisions {
    /** In place of a signal's id. */
    long NO_SIGNAL = 0;

    /**
     * Why a strategy acts as it does, with the values that made it.
     *
     * @param strategyId who says it.
     * @param instrumentId dense id.
     * @param signalId the signal that it explains; {@link #NO_SIGNAL} for the orders or the target of the same event.
     * @param reason read during the call only.
     */
    void actionExplained(int strategyId, int instrumentId, long signalId, Reason reason);

    /**
     * A change of a strategy's parameters was taken or refused.
     *
     * @param strategyId whose.
     * @param problem why it was refused; empty if it was taken.
     */
    void parametersDecided(int strategyId, String problem);
}
