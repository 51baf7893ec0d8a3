package reprise.message;

import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/**
 * What the engine decided, for the record: nobody acts on it, but it says why an order came or did not come, with the numbers that decided.
 * Written to the same log as the commands and compared at replay like them. Implemented by the publisher and by the printer.
 *
 * <p>Prices and quantities are in the instrument's decimals, money in units of 1e-8.
 */
public interface EngineDecisions {
    /**
     * A request did not become an order, or new terms did not become a request to the venue.
     *
     * @param strategyId who asked; 0 for the operator.
     * @param instrumentId dense id.
     * @param side which way.
     * @param quantity how much.
     * @param price by which it was valued; 0 for none.
     * @param reason why not.
     * @param value what was compared, in the unit of the limit; 0 where nothing was.
     * @param limit with what; 0 where there is none.
     */
    void orderRefused(
            int strategyId,
            int instrumentId,
            Side side,
            long quantity,
            long price,
            RejectReason reason,
            long value,
            long limit);

    /**
     * What may be traded changed.
     *
     * @param scope what it holds for.
     * @param scopeId which strategy or instrument; 0 for the engine.
     * @param state from now on.
     * @param cause who decided it.
     */
    void tradingStateChanged(TradingScope scope, int scopeId, TradingState state, StateCause cause);

    /**
     * A check of an instrument's market data has another verdict than before.
     *
     * @param instrumentId dense id.
     * @param check which.
     * @param verdict from now on.
     * @param value that led to it, in the unit of the check.
     * @param limit it was compared with.
     */
    void guardVerdictChanged(int instrumentId, GuardCheck check, Verdict verdict, long value, long limit);

    /**
     * A limit that the risk monitor watches was passed, and was not before.
     *
     * @param scope whose limit.
     * @param scopeId which strategy; 0 for the account.
     * @param measure what exceeds it.
     * @param value measured, in the unit of the measure.
     * @param limit it exceeds.
     * @param action that follows.
     * @param enforced whether it is taken, or only recorded.
     */
    void riskBreached(
            MonitorScope scope,
            int scopeId,
            RiskMeasure measure,
            long value,
            long limit,
            MonitorAction action,
            boolean enforced);

    /**
     * An exit rule closes a position or a part of it.
     *
     * @param strategyId in whose book.
     * @param instrumentId dense id.
     * @param entryOrderId the entry that is left.
     * @param reason which rule.
     * @param triggerPrice the level that was reached; 0 for rules without one.
     * @param price at which the rule believes that it can be left.
     * @param quantity to leave.
     */
    void exitDecided(
            int strategyId,
            int instrumentId,
            long entryOrderId,
            ExitReason reason,
            long triggerPrice,
            long price,
            long quantity);

    /**
     * Something about a protected position that somebody should know.
     *
     * @param strategyId in whose book.
     * @param instrumentId dense id.
     * @param entryOrderId the entry.
     * @param note what.
     * @param value how much: an age in nanoseconds, a price or a quantity, as the note says.
     */
    void exitNoted(int strategyId, int instrumentId, long entryOrderId, ExitNote note, long value);
}
