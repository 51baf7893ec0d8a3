package reprise.message;

import reprise.execution.ExecutionDecision;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.message.codec.ArbitrationReasonCode;
import reprise.message.codec.DifferenceCode;
import reprise.message.codec.DifferenceFoundEncoder;
import reprise.message.codec.ExecutionDecidedEncoder;
import reprise.message.codec.ExecutionDecisionCode;
import reprise.message.codec.ExitDecidedEncoder;
import reprise.message.codec.ExitNoteCode;
import reprise.message.codec.ExitNotedEncoder;
import reprise.message.codec.ExitReasonCode;
import reprise.message.codec.GuardCheckCode;
import reprise.message.codec.GuardVerdictChangedEncoder;
import reprise.message.codec.MonitorActionCode;
import reprise.message.codec.MonitorScopeCode;
import reprise.message.codec.OrderRefusedEncoder;
import reprise.message.codec.ReconciliationConcludedEncoder;
import reprise.message.codec.RejectCode;
import reprise.message.codec.ResolutionCode;
import reprise.message.codec.RiskBreachedEncoder;
import reprise.message.codec.RiskMeasureCode;
import reprise.message.codec.SideCode;
import reprise.message.codec.SignalDecidedEncoder;
import reprise.message.codec.SignalSizedEncoder;
import reprise.message.codec.SignalWeighedEncoder;
import reprise.message.codec.SizeCapCode;
import reprise.message.codec.StateCauseCode;
import reprise.message.codec.TradingScopeCode;
import reprise.message.codec.TradingStateChangedEncoder;
import reprise.message.codec.TradingStateCode;
import reprise.message.codec.VerdictCode;
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
import reprise.signal.SizeCap;
import reprise.time.EngineClock;

/** The part of the core's publisher that puts decisions on record. */
abstract class DecisionPublisher extends PairPublisher implements EngineDecisions {
    private final OrderRefusedEncoder orderRefused = new OrderRefusedEncoder();
    private final TradingStateChangedEncoder tradingStateChanged = new TradingStateChangedEncoder();
    private final GuardVerdictChangedEncoder guardVerdictChanged = new GuardVerdictChangedEncoder();
    private final RiskBreachedEncoder riskBreached = new RiskBreachedEncoder();
    private final ExitDecidedEncoder exitDecided = new ExitDecidedEncoder();
    private final ExitNotedEncoder exitNoted = new ExitNotedEncoder();
    private final SignalWeighedEncoder signalWeighed = new SignalWeighedEncoder();
    private final SignalDecidedEncoder signalDecided = new SignalDecidedEncoder();
    private final SignalSizedEncoder signalSized = new SignalSizedEncoder();
    private final ExecutionDecidedEncoder executionDecided = new ExecutionDecidedEncoder();
    private final DifferenceFoundEncoder differenceFound = new DifferenceFoundEncoder();
    private final ReconciliationConcludedEncoder reconciliationConcluded = new ReconciliationConcludedEncoder();

    DecisionPublisher(final Outlet outlet, final EngineClock clock) {
        super(outlet, clock);
    }

    @Override
    public void orderRefused(
            final int strategyId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long price,
            final RejectReason reason,
            final long value,
            final long limit) {
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        final RejectCode reasonCode = RejectCode.get((short) reason.ordinal());
        begin(orderRefused)
                .causeSequence(cause())
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .side(sideCode)
                .quantity(quantity)
                .price(price)
                .reason(reasonCode)
                .value(value)
                .limitValue(limit);
        end(orderRefused);
    }

    @Override
    public void tradingStateChanged(
            final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {
        final TradingScopeCode scopeCode = TradingScopeCode.get((short) scope.ordinal());
        final TradingStateCode stateCode = TradingStateCode.get((short) state.ordinal());
        final StateCauseCode causeCode = StateCauseCode.get((short) cause.ordinal());
        begin(tradingStateChanged)
                .causeSequence(cause())
                .scope(scopeCode)
                .targetId(scopeId)
                .state(stateCode)
                .cause(causeCode);
        end(tradingStateChanged);
    }

    @Override
    public void guardVerdictChanged(
            final int instrumentId, final GuardCheck check, final Verdict verdict, final long value, final long limit) {
        final GuardCheckCode checkCode = GuardCheckCode.get((short) check.ordinal());
        final VerdictCode verdictCode = VerdictCode.get((short) verdict.ordinal());
        begin(guardVerdictChanged)
                .causeSequence(cause())
                .instrumentId(instrumentId)
                .check(checkCode)
                .verdict(verdictCode)
                .value(value)
                .limitValue(limit);
        end(guardVerdictChanged);
    }

    @Override
    public void riskBreached(
            final MonitorScope scope,
            final int scopeId,
            final RiskMeasure measure,
            final long value,
            final long limit,
            final MonitorAction action,
            final boolean enforced) {
        final MonitorScopeCode scopeCode = MonitorScopeCode.get((short) scope.ordinal());
        final RiskMeasureCode measureCode = RiskMeasureCode.get((short) measure.ordinal());
        final MonitorActionCode actionCode = MonitorActionCode.get((short) action.ordinal());
        begin(riskBreached)
                .causeSequence(cause())
                .scope(scopeCode)
                .targetId(scopeId)
                .measure(measureCode)
                .value(value)
                .limitValue(limit)
                .action(actionCode)
                .enforced((short) (enforced ? 1 : 0));
        end(riskBreached);
    }

    @Override
    public void exitDecided(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitReason reason,
            final long triggerPrice,
            final long price,
            final long quantity) {
        final ExitReasonCode reasonCode = ExitReasonCode.get((short) reason.ordinal());
        begin(exitDecided)
                .causeSequence(cause())
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .entryOrderId(entryOrderId)
                .reason(reasonCode)
                .triggerPrice(triggerPrice)
                .price(price)
                .quantity(quantity);
        end(exitDecided);
    }

    @Override
    public void exitNoted(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitNote note,
            final long value) {
        final ExitNoteCode noteCode = ExitNoteCode.get((short) note.ordinal());
        begin(exitNoted)
                .causeSequence(cause())
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .entryOrderId(entryOrderId)
                .note(noteCode)
                .value(value);
        end(exitNoted);
    }

    @Override
    public void signalWeighed(
            final long signalId,
            final int strategyId,
            final int instrumentId,
            final long confidence,
            final long expectedValue,
            final long score,
            final long overlap,
            final long correlation) {
        begin(signalWeighed)
                .causeSequence(cause())
                .signalId(signalId)
                .confidence(confidence)
                .expectedValue(expectedValue)
                .score(score)
                .overlap(overlap)
                .correlation(correlation)
                .strategyId(strategyId)
                .instrumentId(instrumentId);
        end(signalWeighed);
    }

    @Override
    public void signalDecided(
            final long signalId,
            final int strategyId,
            final int instrumentId,
            final ArbitrationReason reason,
            final long otherSignalId,
            final int otherStrategyId,
            final long value,
            final long limit) {
        final ArbitrationReasonCode reasonCode = ArbitrationReasonCode.get((short) reason.ordinal());
        begin(signalDecided)
                .causeSequence(cause())
                .signalId(signalId)
                .otherSignalId(otherSignalId)
                .value(value)
                .limitValue(limit)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .otherStrategyId(otherStrategyId)
                .reason(reasonCode);
        end(signalDecided);
    }

    @Override
    public void signalSized(
            final long signalId,
            final int instrumentId,
            final Side side,
            final long price,
            final long stopDistance,
            final long quantity,
            final long notional,
            final SizeCap boundBy) {
        final SideCode sideCode = SideCode.get((short) side.ordinal());
        final SizeCapCode boundByCode = SizeCapCode.get((short) boundBy.ordinal());
        begin(signalSized)
                .causeSequence(cause())
                .signalId(signalId)
                .price(price)
                .stopDistance(stopDistance)
                .quantity(quantity)
                .notional(notional)
                .instrumentId(instrumentId)
                .side(sideCode)
                .boundBy(boundByCode);
        end(signalSized);
    }

    @Override
    public void executionDecided(
            final int strategyId,
            final int instrumentId,
            final ExecutionDecision decision,
            final RejectReason reason,
            final long orderId,
            final long quantity,
            final long price,
            final long referencePrice) {
        final ExecutionDecisionCode decisionCode = ExecutionDecisionCode.get((short) decision.ordinal());
        final RejectCode reasonCode = RejectCode.get((short) reason.ordinal());
        begin(executionDecided)
                .causeSequence(cause())
                .orderId(orderId)
                .quantity(quantity)
                .price(price)
                .referencePrice(referencePrice)
                .strategyId(strategyId)
                .instrumentId(instrumentId)
                .decision(decisionCode)
                .reason(reasonCode);
        end(executionDecided);
    }

    @Override
    public void differenceFound(
            final int venueId,
            final int instrumentId,
            final long orderId,
            final Difference difference,
            final Resolution resolution,
            final long ours,
            final long theirs) {
        final DifferenceCode differenceCode = DifferenceCode.get((short) difference.ordinal());
        final ResolutionCode resolutionCode = ResolutionCode.get((short) resolution.ordinal());
        begin(differenceFound)
                .causeSequence(cause())
                .orderId(orderId)
                .ours(ours)
                .theirs(theirs)
                .venueId(venueId)
                .instrumentId(instrumentId)
                .difference(differenceCode)
                .resolution(resolutionCode);
        end(differenceFound);
    }

    @Override
    public void reconciliationConcluded(final int venueId, final int differences, final int unresolved) {
        begin(reconciliationConcluded)
                .causeSequence(cause())
                .venueId(venueId)
                .differences(differences)
                .unresolved(unresolved);
        end(reconciliationConcluded);
    }
}
