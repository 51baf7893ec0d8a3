package reprise.message;

import reprise.execution.ExecutionDecision;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.reconciliation.Difference;
import reprise.reconciliation.Resolution;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;
import reprise.signal.ArbitrationReason;
import reprise.signal.DetectionType;
import reprise.signal.MoverStage;
import reprise.signal.SizeCap;

/**
 * What the engine decided, for the record: nobody acts on it, but it says why an order came or did not come, with the numbers that decided.
 * Written to the same log as the commands and compared at replay like them. Implemented by the publisher and by the printer.
 *
 * <p>Prices and quantities are in the instrument's decimals, money in units of 1e-8.
 */
public interface EngineDecisions extends StrategyDecisions, PairDecisions {
    /** Stands for a number that there is not. */
    long NOT_WEIGHED = Long.MIN_VALUE;

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

    /**
     * What a signal was found to be worth. Numbers are in units of 1e-8, rounded to nearest; {@link #NOT_WEIGHED} where the arbitration
     * ended before there was one.
     *
     * @param signalId which signal.
     * @param strategyId whose.
     * @param instrumentId dense id.
     * @param confidence by past outcomes, 0 to 1.
     * @param expectedValue after costs, in multiples of the risk.
     * @param score the two multiplied, by which signals are ranked.
     * @param overlap of entries with what is held or accepted in the symbol, 0 to 1.
     * @param correlation of daily results with the same, 0 to 1.
     */
    void signalWeighed(
            long signalId,
            int strategyId,
            int instrumentId,
            long confidence,
            long expectedValue,
            long score,
            long overlap,
            long correlation);

    /**
     * How the arbitration of a signal ended; every signal that was offered ends in this.
     *
     * @param signalId which signal.
     * @param strategyId whose.
     * @param instrumentId dense id.
     * @param reason accepted, or why not.
     * @param otherSignalId the signal that it lost to; -1 for none.
     * @param otherStrategyId the strategy of that signal, or of the position that stood in the way; -1 for none.
     * @param value what was compared, in the unit of the limit; the position to leave where leaving is suggested.
     * @param limit with what; 0 where there is none.
     */
    void signalDecided(
            long signalId,
            int strategyId,
            int instrumentId,
            ArbitrationReason reason,
            long otherSignalId,
            int otherStrategyId,
            long value,
            long limit);

    /**
     * How much a signal trades that was accepted, or why it came out as nothing.
     *
     * @param signalId which signal.
     * @param instrumentId dense id.
     * @param side which way.
     * @param price by which it was sized.
     * @param stopDistance from the price; 0 for none.
     * @param quantity to trade.
     * @param notional of that, in money units.
     * @param boundBy what bound it.
     */
    void signalSized(
            long signalId,
            int instrumentId,
            Side side,
            long price,
            long stopDistance,
            long quantity,
            long notional,
            SizeCap boundBy);

    /**
     * What an execution algorithm did.
     *
     * @param strategyId in whose book.
     * @param instrumentId dense id.
     * @param decision what.
     * @param reason why our own side refused; NONE otherwise.
     * @param orderId of which order; {@link reprise.order.OrderIds#NULL_ORDER_ID} for none.
     * @param quantity of the order, or what remains.
     * @param price limit of the order; 0 for none.
     * @param referencePrice the mid that it was priced by, floored; 0 for none.
     */
    void executionDecided(
            int strategyId,
            int instrumentId,
            ExecutionDecision decision,
            RejectReason reason,
            long orderId,
            long quantity,
            long price,
            long referencePrice);

    /**
     * A venue's view of our account is not ours.
     *
     * @param venueId names the venue.
     * @param instrumentId dense id; -1 for cash.
     * @param orderId of which order; {@link reprise.order.OrderIds#NULL_ORDER_ID} for none.
     * @param difference in what.
     * @param resolution what is done about it.
     * @param ours in the instrument's decimals, or money units; 0 for none.
     * @param theirs likewise.
     */
    void differenceFound(
            int venueId,
            int instrumentId,
            long orderId,
            Difference difference,
            Resolution resolution,
            long ours,
            long theirs);

    /**
     * A venue's view of our account was compared with ours.
     *
     * @param venueId names the venue.
     * @param differences how many were found.
     * @param unresolved for how many the venue is to be asked again, or no rule was found.
     */
    void reconciliationConcluded(int venueId, int differences, int unresolved);

    /**
     * A strategy found that an instrument moves, or that it no longer does.
     *
     * @param strategyId which strategy.
     * @param instrumentId dense id.
     * @param detection FAST or SLOW.
     * @param stage what became of it.
     * @param direction 1 for up, -1 for down, 0 for neither.
     * @param windowMinutes over how long it was seen.
     * @param score by which movers are ranked, in units of 1e-8.
     */
    void moverDetected(
            int strategyId,
            int instrumentId,
            DetectionType detection,
            MoverStage stage,
            int direction,
            int windowMinutes,
            long score);

    /**
     * What shows that an instrument moves. Numbers are in units of 1e-8, rounded to nearest; {@link #NOT_WEIGHED} for unknown.
     *
     * @param strategyId which strategy.
     * @param instrumentId dense id.
     * @param measure the return of a fast mover, the sum of a slow one.
     * @param threshold that it had to reach.
     * @param relativeVolume in the window, against the usual at that time.
     * @param value traded in the window, in the currency of the prices.
     * @param imbalance of signed volume.
     */
    void moverMeasured(
            int strategyId,
            int instrumentId,
            long measure,
            long threshold,
            long relativeVolume,
            long value,
            long imbalance);
}
