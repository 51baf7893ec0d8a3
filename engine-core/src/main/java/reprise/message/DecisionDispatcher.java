package reprise.message;

import org.agrona.DirectBuffer;
import reprise.execution.ExecutionDecision;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.message.codec.ActionExplainedDecoder;
import reprise.message.codec.DifferenceFoundDecoder;
import reprise.message.codec.ExecutionDecidedDecoder;
import reprise.message.codec.ExitDecidedDecoder;
import reprise.message.codec.ExitNotedDecoder;
import reprise.message.codec.GuardVerdictChangedDecoder;
import reprise.message.codec.MoverDetectedDecoder;
import reprise.message.codec.MoverMeasuredDecoder;
import reprise.message.codec.OrderRefusedDecoder;
import reprise.message.codec.PairHedgedDecoder;
import reprise.message.codec.PairLegTradedDecoder;
import reprise.message.codec.PairStateChangedDecoder;
import reprise.message.codec.ParametersDecidedDecoder;
import reprise.message.codec.ReconciliationConcludedDecoder;
import reprise.message.codec.RiskBreachedDecoder;
import reprise.message.codec.SignalDecidedDecoder;
import reprise.message.codec.SignalSizedDecoder;
import reprise.message.codec.SignalWeighedDecoder;
import reprise.message.codec.TradingStateChangedDecoder;
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
import reprise.signal.Reason;
import reprise.signal.SizeCap;

/** Bytes of decisions back into calls. */
final class DecisionDispatcher {
    private final EngineDecisions target;
    private final OrderRefusedDecoder orderRefused = new OrderRefusedDecoder();
    private final TradingStateChangedDecoder tradingStateChanged = new TradingStateChangedDecoder();
    private final GuardVerdictChangedDecoder guardVerdictChanged = new GuardVerdictChangedDecoder();
    private final RiskBreachedDecoder riskBreached = new RiskBreachedDecoder();
    private final ExitDecidedDecoder exitDecided = new ExitDecidedDecoder();
    private final ExitNotedDecoder exitNoted = new ExitNotedDecoder();
    private final MoverDetectedDecoder moverDetected = new MoverDetectedDecoder();
    private final MoverMeasuredDecoder moverMeasured = new MoverMeasuredDecoder();
    private final SignalWeighedDecoder signalWeighed = new SignalWeighedDecoder();
    private final SignalDecidedDecoder signalDecided = new SignalDecidedDecoder();
    private final SignalSizedDecoder signalSized = new SignalSizedDecoder();
    private final ExecutionDecidedDecoder executionDecided = new ExecutionDecidedDecoder();
    private final DifferenceFoundDecoder differenceFound = new DifferenceFoundDecoder();
    private final ReconciliationConcludedDecoder reconciliationConcluded = new ReconciliationConcludedDecoder();
    private final PairStateChangedDecoder pairStateChanged = new PairStateChangedDecoder();
    private final PairHedgedDecoder pairHedged = new PairHedgedDecoder();
    private final PairLegTradedDecoder pairLegTraded = new PairLegTradedDecoder();
    private final ActionExplainedDecoder actionExplained = new ActionExplainedDecoder();
    private final ParametersDecidedDecoder parametersDecided = new ParametersDecidedDecoder();
    private final Reason reason = new Reason();
    private final KnownTexts texts = new KnownTexts();
    private final byte[] text = new byte[Reason.MAX_NAME_LENGTH];

    DecisionDispatcher(final EngineDecisions target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case OrderRefusedDecoder.TEMPLATE_ID -> orderRefused(buffer, offset);
            case TradingStateChangedDecoder.TEMPLATE_ID -> tradingStateChanged(buffer, offset);
            case GuardVerdictChangedDecoder.TEMPLATE_ID -> guardVerdictChanged(buffer, offset);
            case RiskBreachedDecoder.TEMPLATE_ID -> riskBreached(buffer, offset);
            case ExitDecidedDecoder.TEMPLATE_ID -> exitDecided(buffer, offset);
            case ExitNotedDecoder.TEMPLATE_ID -> exitNoted(buffer, offset);
            case MoverDetectedDecoder.TEMPLATE_ID -> moverDetected(buffer, offset);
            case MoverMeasuredDecoder.TEMPLATE_ID -> moverMeasured(buffer, offset);
            case SignalWeighedDecoder.TEMPLATE_ID -> signalWeighed(buffer, offset);
            case SignalDecidedDecoder.TEMPLATE_ID -> signalDecided(buffer, offset);
            case SignalSizedDecoder.TEMPLATE_ID -> signalSized(buffer, offset);
            case ExecutionDecidedDecoder.TEMPLATE_ID -> executionDecided(buffer, offset);
            case DifferenceFoundDecoder.TEMPLATE_ID -> differenceFound(buffer, offset);
            case ReconciliationConcludedDecoder.TEMPLATE_ID -> reconciliationConcluded(buffer, offset);
            case PairStateChangedDecoder.TEMPLATE_ID -> pairStateChanged(buffer, offset);
            case PairHedgedDecoder.TEMPLATE_ID -> pairHedged(buffer, offset);
            case PairLegTradedDecoder.TEMPLATE_ID -> pairLegTraded(buffer, offset);
            case ActionExplainedDecoder.TEMPLATE_ID -> actionExplained(buffer, offset);
            case ParametersDecidedDecoder.TEMPLATE_ID -> parametersDecided(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void orderRefused(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderRefused, buffer, offset);
        target.orderRefused(
                orderRefused.strategyId(),
                orderRefused.instrumentId(),
                Side.of(orderRefused.sideRaw()),
                orderRefused.quantity(),
                orderRefused.price(),
                RejectReason.of(orderRefused.reasonRaw()),
                orderRefused.value(),
                orderRefused.limitValue());
    }

    private void tradingStateChanged(final DirectBuffer buffer, final int offset) {
        Envelope.open(tradingStateChanged, buffer, offset);
        target.tradingStateChanged(
                TradingScope.of(tradingStateChanged.scopeRaw()),
                tradingStateChanged.targetId(),
                TradingState.of(tradingStateChanged.stateRaw()),
                StateCause.of(tradingStateChanged.causeRaw()));
    }

    private void guardVerdictChanged(final DirectBuffer buffer, final int offset) {
        Envelope.open(guardVerdictChanged, buffer, offset);
        target.guardVerdictChanged(
                guardVerdictChanged.instrumentId(),
                GuardCheck.of(guardVerdictChanged.checkRaw()),
                Verdict.of(guardVerdictChanged.verdictRaw()),
                guardVerdictChanged.value(),
                guardVerdictChanged.limitValue());
    }

    private void riskBreached(final DirectBuffer buffer, final int offset) {
        Envelope.open(riskBreached, buffer, offset);
        target.riskBreached(
                MonitorScope.of(riskBreached.scopeRaw()),
                riskBreached.targetId(),
                RiskMeasure.of(riskBreached.measureRaw()),
                riskBreached.value(),
                riskBreached.limitValue(),
                MonitorAction.of(riskBreached.actionRaw()),
                riskBreached.enforced() != 0);
    }

    private void exitDecided(final DirectBuffer buffer, final int offset) {
        Envelope.open(exitDecided, buffer, offset);
        target.exitDecided(
                exitDecided.strategyId(),
                exitDecided.instrumentId(),
                exitDecided.entryOrderId(),
                ExitReason.of(exitDecided.reasonRaw()),
                exitDecided.triggerPrice(),
                exitDecided.price(),
                exitDecided.quantity());
    }

    private void exitNoted(final DirectBuffer buffer, final int offset) {
        Envelope.open(exitNoted, buffer, offset);
        target.exitNoted(
                exitNoted.strategyId(),
                exitNoted.instrumentId(),
                exitNoted.entryOrderId(),
                ExitNote.of(exitNoted.noteRaw()),
                exitNoted.value());
    }

    private void signalWeighed(final DirectBuffer buffer, final int offset) {
        Envelope.open(signalWeighed, buffer, offset);
        target.signalWeighed(
                signalWeighed.signalId(),
                signalWeighed.strategyId(),
                signalWeighed.instrumentId(),
                signalWeighed.confidence(),
                signalWeighed.expectedValue(),
                signalWeighed.score(),
                signalWeighed.overlap(),
                signalWeighed.correlation());
    }

    private void signalDecided(final DirectBuffer buffer, final int offset) {
        Envelope.open(signalDecided, buffer, offset);
        target.signalDecided(
                signalDecided.signalId(),
                signalDecided.strategyId(),
                signalDecided.instrumentId(),
                ArbitrationReason.of(signalDecided.reasonRaw()),
                signalDecided.otherSignalId(),
                signalDecided.otherStrategyId(),
                signalDecided.value(),
                signalDecided.limitValue());
    }

    private void signalSized(final DirectBuffer buffer, final int offset) {
        Envelope.open(signalSized, buffer, offset);
        target.signalSized(
                signalSized.signalId(),
                signalSized.instrumentId(),
                Side.of(signalSized.sideRaw()),
                signalSized.price(),
                signalSized.stopDistance(),
                signalSized.quantity(),
                signalSized.notional(),
                SizeCap.of(signalSized.boundByRaw()));
    }

    private void executionDecided(final DirectBuffer buffer, final int offset) {
        Envelope.open(executionDecided, buffer, offset);
        target.executionDecided(
                executionDecided.strategyId(),
                executionDecided.instrumentId(),
                ExecutionDecision.of(executionDecided.decisionRaw()),
                RejectReason.of(executionDecided.reasonRaw()),
                executionDecided.orderId(),
                executionDecided.quantity(),
                executionDecided.price(),
                executionDecided.referencePrice());
    }

    private void differenceFound(final DirectBuffer buffer, final int offset) {
        Envelope.open(differenceFound, buffer, offset);
        target.differenceFound(
                differenceFound.venueId(),
                differenceFound.instrumentId(),
                differenceFound.orderId(),
                Difference.of(differenceFound.differenceRaw()),
                Resolution.of(differenceFound.resolutionRaw()),
                differenceFound.ours(),
                differenceFound.theirs());
    }

    private void reconciliationConcluded(final DirectBuffer buffer, final int offset) {
        Envelope.open(reconciliationConcluded, buffer, offset);
        target.reconciliationConcluded(
                reconciliationConcluded.venueId(),
                reconciliationConcluded.differences(),
                reconciliationConcluded.unresolved());
    }

    private void pairStateChanged(final DirectBuffer buffer, final int offset) {
        Envelope.open(pairStateChanged, buffer, offset);
        target.pairStateChanged(
                pairStateChanged.strategyId(),
                pairStateChanged.pairId(),
                pairStateChanged.instrumentId1(),
                pairStateChanged.instrumentId2(),
                PairState.of(pairStateChanged.stateRaw()),
                PairReason.of(pairStateChanged.reasonRaw()),
                pairStateChanged.quantity1(),
                pairStateChanged.quantity2());
    }

    private void pairHedged(final DirectBuffer buffer, final int offset) {
        Envelope.open(pairHedged, buffer, offset);
        target.pairHedged(
                pairHedged.strategyId(),
                pairHedged.pairId(),
                pairHedged.instrumentId1(),
                pairHedged.instrumentId2(),
                pairHedged.notional(),
                pairHedged.lastedNs());
    }

    private void pairLegTraded(final DirectBuffer buffer, final int offset) {
        Envelope.open(pairLegTraded, buffer, offset);
        target.pairLegTraded(
                pairLegTraded.strategyId(),
                pairLegTraded.pairId(),
                pairLegTraded.instrumentId(),
                Side.of(pairLegTraded.sideRaw()),
                pairLegTraded.quantity(),
                pairLegTraded.entryPrice(),
                pairLegTraded.exitPrice(),
                pairLegTraded.pnl());
    }

    private void moverDetected(final DirectBuffer buffer, final int offset) {
        Envelope.open(moverDetected, buffer, offset);
        target.moverDetected(
                moverDetected.strategyId(),
                moverDetected.instrumentId(),
                DetectionType.of(moverDetected.detectionRaw()),
                MoverStage.of(moverDetected.stageRaw()),
                moverDetected.direction(),
                moverDetected.windowMinutes(),
                moverDetected.score());
    }

    private void moverMeasured(final DirectBuffer buffer, final int offset) {
        Envelope.open(moverMeasured, buffer, offset);
        target.moverMeasured(
                moverMeasured.strategyId(),
                moverMeasured.instrumentId(),
                moverMeasured.measure(),
                moverMeasured.threshold(),
                moverMeasured.relativeVolume(),
                moverMeasured.value(),
                moverMeasured.imbalance());
    }

    private void actionExplained(final DirectBuffer buffer, final int offset) {
        Envelope.open(actionExplained, buffer, offset);
        reason.of(texts.of(text, actionExplained.getReason(text, 0)));
        for (int i = 0; i < actionExplained.valueCount(); i++) {
            addValue(i);
        }
        target.actionExplained(
                actionExplained.strategyId(), actionExplained.instrumentId(), actionExplained.signalId(), reason);
    }

    private void addValue(final int index) {
        switch (index) {
            case 0 -> with(actionExplained.getLabel1(text, 0), actionExplained.value1());
            case 1 -> with(actionExplained.getLabel2(text, 0), actionExplained.value2());
            case 2 -> with(actionExplained.getLabel3(text, 0), actionExplained.value3());
            case 3 -> with(actionExplained.getLabel4(text, 0), actionExplained.value4());
            case 4 -> with(actionExplained.getLabel5(text, 0), actionExplained.value5());
            case 5 -> with(actionExplained.getLabel6(text, 0), actionExplained.value6());
            case 6 -> with(actionExplained.getLabel7(text, 0), actionExplained.value7());
            case 7 -> with(actionExplained.getLabel8(text, 0), actionExplained.value8());
            default -> throw new IllegalStateException("a reason of " + actionExplained.valueCount() + " values");
        }
    }

    private void with(final int labelLength, final double value) {
        reason.with(texts.of(text, labelLength), value);
    }

    private void parametersDecided(final DirectBuffer buffer, final int offset) {
        Envelope.open(parametersDecided, buffer, offset);
        target.parametersDecided(parametersDecided.strategyId(), parametersDecided.problem());
    }
}
