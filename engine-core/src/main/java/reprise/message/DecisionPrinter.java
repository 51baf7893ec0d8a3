package reprise.message;

import reprise.execution.ExecutionDecision;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.exit.ExitNote;
import reprise.exit.ExitReason;
import reprise.guard.GuardCheck;
import reprise.guard.Verdict;
import reprise.market.InstrumentStatus;
import reprise.monitor.MonitorAction;
import reprise.monitor.MonitorScope;
import reprise.monitor.RiskMeasure;
import reprise.number.Money;
import reprise.number.Unit;
import reprise.order.OrderIds;
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

/** The part of the printer that tells what the core decided. */
abstract class DecisionPrinter implements EngineDecisions {
    private static final int NO_INSTRUMENT = -1;

    final FieldWriter fields;
    final InstrumentScales scales;
    private final MeasurePrinter measures;

    DecisionPrinter(final FieldWriter fields, final InstrumentScales scales) {
        this.fields = fields;
        this.scales = scales;
        measures = new MeasurePrinter(fields, scales);
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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("side", side.name());
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("price", price, priceDecimals);
        fields.text("reason", reason.name());
        if (reason == RejectReason.NOT_TRADABLE) {
            measures.print(value, limit, InstrumentStatus.values());
        } else {
            measures.print(value, limit, reason.unit(), instrumentId);
        }
    }

    @Override
    public void tradingStateChanged(
            final TradingScope scope, final int scopeId, final TradingState state, final StateCause cause) {
        fields.text("scope", scope.name());
        fields.number("scopeId", scopeId);
        fields.text("state", state.name());
        fields.text("cause", cause.name());
    }

    @Override
    public void guardVerdictChanged(
            final int instrumentId, final GuardCheck check, final Verdict verdict, final long value, final long limit) {
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("check", check.name());
        fields.text("verdict", verdict.name());
        measures.print(value, limit, check.unit(), instrumentId);
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
        fields.text("scope", scope.name());
        fields.number("scopeId", scopeId);
        fields.text("measure", measure.name());
        measures.print(value, limit, measure.unit(), NO_INSTRUMENT);
        fields.text("action", action.name());
        fields.text("enforced", Boolean.toString(enforced));
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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("entryOrderId", OrderIds.format(entryOrderId));
        fields.text("reason", reason.name());
        fields.decimal("triggerPrice", triggerPrice, priceDecimals);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
    }

    @Override
    public void exitNoted(
            final int strategyId,
            final int instrumentId,
            final long entryOrderId,
            final ExitNote note,
            final long value) {
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("entryOrderId", OrderIds.format(entryOrderId));
        fields.text("note", note.name());
        measures.print("value", value, note.unit(), instrumentId);
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
        fields.number("signalId", signalId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        rate("confidence", confidence);
        rate("expectedValue", expectedValue);
        rate("score", score);
        rate("overlap", overlap);
        rate("correlation", correlation);
    }

    private void rate(final String name, final long value) {
        if (value == NOT_WEIGHED) {
            fields.text(name, "none");
        } else {
            fields.decimal(name, value, Money.DECIMALS);
        }
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
        fields.number("signalId", signalId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("reason", reason.name());
        fields.number("otherSignalId", otherSignalId);
        fields.number("otherStrategyId", otherStrategyId);
        if (reason == ArbitrationReason.TRADING_STATE) {
            measures.print(value, limit, TradingState.values());
        } else {
            measures.print(value, limit, reason.unit(), instrumentId);
        }
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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        fields.number("signalId", signalId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("side", side.name());
        fields.decimal("price", price, priceDecimals);
        fields.decimal("stopDistance", stopDistance, priceDecimals);
        fields.decimal("quantity", quantity, scales.quantityDecimals(instrumentId));
        measures.print("notional", notional, Unit.MONEY, instrumentId);
        fields.text("boundBy", boundBy.name());
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
        final int priceDecimals = scales.priceDecimals(instrumentId);
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("decision", decision.name());
        fields.text("reason", reason.name());
        fields.text("orderId", OrderIds.format(orderId));
        fields.decimal("quantity", quantity, scales.quantityDecimals(instrumentId));
        fields.decimal("price", price, priceDecimals);
        fields.decimal("referencePrice", referencePrice, priceDecimals);
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
        fields.number("venueId", venueId);
        fields.text("difference", difference.name());
        fields.text("resolution", resolution.name());
        final int decimals = switch (difference) {
            case CASH -> Money.DECIMALS;
            case AVERAGE_PRICE, ORDER_PRICE -> scales.priceDecimals(instrumentId);
            default -> scales.quantityDecimals(instrumentId);
        };
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("orderId", OrderIds.format(orderId));
        fields.decimal("ours", ours, decimals);
        fields.decimal("theirs", theirs, decimals);
    }

    @Override
    public void reconciliationConcluded(final int venueId, final int differences, final int unresolved) {
        fields.number("venueId", venueId);
        fields.number("differences", differences);
        fields.number("unresolved", unresolved);
    }

    @Override
    public void pairStateChanged(
            final int strategyId,
            final int pairId,
            final int instrumentId1,
            final int instrumentId2,
            final PairState state,
            final PairReason reason,
            final long quantity1,
            final long quantity2) {
        pair(strategyId, pairId, instrumentId1, instrumentId2);
        fields.text("state", state.name());
        fields.text("reason", reason.name());
        fields.decimal("quantity1", quantity1, scales.quantityDecimals(instrumentId1));
        fields.decimal("quantity2", quantity2, scales.quantityDecimals(instrumentId2));
    }

    private void pair(final int strategyId, final int pairId, final int instrumentId1, final int instrumentId2) {
        fields.number("strategyId", strategyId);
        fields.number("pairId", pairId);
        fields.text("instrument1", scales.symbol(instrumentId1));
        fields.text("instrument2", scales.symbol(instrumentId2));
    }

    @Override
    public void pairHedged(
            final int strategyId,
            final int pairId,
            final int instrumentId1,
            final int instrumentId2,
            final long notional,
            final long lastedNs) {
        pair(strategyId, pairId, instrumentId1, instrumentId2);
        measures.print("notional", notional, Unit.MONEY, instrumentId1);
        measures.print("lasted", lastedNs, Unit.DURATION, instrumentId1);
    }

    @Override
    public void pairLegTraded(
            final int strategyId,
            final int pairId,
            final int instrumentId,
            final Side side,
            final long quantity,
            final long entryPrice,
            final long exitPrice,
            final long pnl) {
        final int priceDecimals = scales.priceDecimals(instrumentId);
        fields.number("strategyId", strategyId);
        fields.number("pairId", pairId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("side", side.name());
        fields.decimal("quantity", quantity, scales.quantityDecimals(instrumentId));
        fields.decimal("entryPrice", entryPrice, priceDecimals);
        fields.decimal("exitPrice", exitPrice, priceDecimals);
        measures.print("pnl", pnl, Unit.MONEY, instrumentId);
    }

    @Override
    public void moverDetected(
            final int strategyId,
            final int instrumentId,
            final DetectionType detection,
            final MoverStage stage,
            final int direction,
            final int windowMinutes,
            final long score) {
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.text("detection", detection.name());
        fields.text("stage", stage.name());
        fields.text("direction", direction > 0 ? "UP" : direction < 0 ? "DOWN" : "NONE");
        fields.number("windowMinutes", windowMinutes);
        rate("score", score);
    }

    @Override
    public void moverMeasured(
            final int strategyId,
            final int instrumentId,
            final long measure,
            final long threshold,
            final long relativeVolume,
            final long value,
            final long imbalance) {
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        rate("measure", measure);
        rate("threshold", threshold);
        rate("relativeVolume", relativeVolume);
        rate("value", value);
        rate("imbalance", imbalance);
    }

    @Override
    public void actionExplained(
            final int strategyId, final int instrumentId, final long signalId, final Reason reason) {
        fields.number("strategyId", strategyId);
        fields.text("instrument", scales.symbol(instrumentId));
        fields.number("signalId", signalId);
        fields.text("reason", reason.name());
        for (int i = 0; i < reason.count(); i++) {
            fields.text(reason.label(i), Double.toString(reason.value(i)));
        }
    }

    @Override
    public void parametersDecided(final int strategyId, final String problem) {
        fields.number("strategyId", strategyId);
        fields.text("problem", problem);
    }
}
