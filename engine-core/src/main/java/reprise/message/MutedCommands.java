package reprise.message;

import reprise.execution.ExecutionDecision;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
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
import reprise.signal.Reason;
import reprise.signal.SizeCap;

/** Hears everything and does nothing: for replays, whose commands must not reach the world again, and for who needs decisions to go nowhere. */
public final class MutedCommands implements EngineOutput {
    @Override
    public void submitOrder(final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {}

    @Override
    public void submitCashOrder(
            final long orderId, final int instrumentId, final int strategyId, final OrderTerms terms) {}

    @Override
    public void submitGroup(final int instrumentId, final int strategyId, final GroupTerms group) {}

    @Override
    public void cancelOrder(final long orderId, final int instrumentId) {}

    @Override
    public void replaceOrder(
            final long orderId,
            final int instrumentId,
            final int revision,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {}

    @Override
    public void queryOrder(final long orderId, final int instrumentId) {}

    @Override
    public void requestReconciliation(final int venueId, final long sinceNs) {}

    @Override
    public void orderRefused(
            final int strategyId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long price,
            final RejectReason reason,
            final long value,
            final long limit) {}

    @Override
    public void tradingStateChanged(
            final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {}

    @Override
    public void guardVerdictChanged(
            final int instrumentId,
            final GuardCheck check,
            final Verdict verdict,
            final long value,
            final long limit) {}

    @Override
    public void riskBreached(
            final MonitorScope scope,
            final int scopeId,
            final RiskMeasure measure,
            final long value,
            final long limit,
            final MonitorAction action,
            final boolean enforced) {}

    @Override
    public void exitDecided(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitReason reason,
            final long triggerPrice,
            final long price,
            final long quantity) {}

    @Override
    public void exitNoted(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitNote note,
            final long value) {}

    @Override
    public void signalWeighed(
            final long signalId,
            final int strategyId,
            final int instrumentId,
            final long confidence,
            final long expectedValue,
            final long score,
            final long overlap,
            final long correlation) {}

    @Override
    public void signalDecided(
            final long signalId,
            final int strategyId,
            final int instrumentId,
            final ArbitrationReason reason,
            final long otherSignalId,
            final int otherStrategyId,
            final long value,
            final long limit) {}

    @Override
    public void signalSized(
            final long signalId,
            final int instrumentId,
            final Side side,
            final long price,
            final long stopDistance,
            final long quantity,
            final long notional,
            final SizeCap boundBy) {}

    @Override
    public void executionDecided(
            final int strategyId,
            final int instrumentId,
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long quantity,
            final long price,
            final long referencePrice) {}

    @Override
    public void differenceFound(
            final int venueId,
            final int instrumentId,
            final long orderId,
            final Difference difference,
            final Resolution resolution,
            final long ours,
            final long theirs) {}

    @Override
    public void reconciliationConcluded(final int venueId, final int differences, final int unresolved) {}

    @Override
    public void pairStateChanged(
            final int strategyId,
            final int pairId,
            final int instrumentId1,
            final int instrumentId2,
            final PairState state,
            final PairReason reason,
            final long quantity1,
            final long quantity2) {}

    @Override
    public void pairHedged(
            final int strategyId,
            final int pairId,
            final int instrumentId1,
            final int instrumentId2,
            final long notional,
            final long lastedNs) {}

    @Override
    public void pairLegTraded(
            final int strategyId,
            final int pairId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long entryPrice,
            final long exitPrice,
            final long pnl) {}

    @Override
    public void moverDetected(
            final int strategyId,
            final int instrumentId,
            final DetectionType detection,
            final MoverStage stage,
            final int direction,
            final int windowMinutes,
            final long score) {}

    @Override
    public void moverMeasured(
            final int strategyId,
            final int instrumentId,
            final long measure,
            final long threshold,
            final long relativeVolume,
            final long value,
            final long imbalance) {}

    @Override
    public void actionExplained(
            final int strategyId, final int instrumentId, final long signalId, final Reason reason) {}

    @Override
    public void parametersDecided(final int strategyId, final String problem) {}
}
