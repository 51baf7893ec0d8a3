package reprise.message;

import org.agrona.DirectBuffer;
import reprise.execution.PairAction;
import reprise.message.codec.CancelRequestedDecoder;
import reprise.message.codec.ClosePositionRequestedDecoder;
import reprise.message.codec.FlattenAllRequestedDecoder;
import reprise.message.codec.OrderRequestedDecoder;
import reprise.message.codec.PairRequestedDecoder;
import reprise.message.codec.ParameterRequestedDecoder;
import reprise.message.codec.StartRequestedDecoder;
import reprise.message.codec.StopRequestedDecoder;
import reprise.message.codec.TradingStateRequestedDecoder;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** Bytes of events of the operator back into calls. */
final class OperatorDispatcher {
    private final OperatorEvents target;
    private final StartRequestedDecoder startRequested = new StartRequestedDecoder();
    private final StopRequestedDecoder stopRequested = new StopRequestedDecoder();
    private final TradingStateRequestedDecoder tradingStateRequested = new TradingStateRequestedDecoder();
    private final ClosePositionRequestedDecoder closePositionRequested = new ClosePositionRequestedDecoder();
    private final OrderRequestedDecoder orderRequested = new OrderRequestedDecoder();
    private final CancelRequestedDecoder cancelRequested = new CancelRequestedDecoder();
    private final PairRequestedDecoder pairRequested = new PairRequestedDecoder();
    private final ParameterRequestedDecoder parameterRequested = new ParameterRequestedDecoder();
    private final OrderTerms terms = new OrderTerms();

    OperatorDispatcher(final OperatorEvents target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case StartRequestedDecoder.TEMPLATE_ID -> onStartRequested(buffer, offset);
            case StopRequestedDecoder.TEMPLATE_ID -> onStopRequested(buffer, offset);
            case TradingStateRequestedDecoder.TEMPLATE_ID -> onTradingStateRequested(buffer, offset);
            case ClosePositionRequestedDecoder.TEMPLATE_ID -> onClosePositionRequested(buffer, offset);
            case FlattenAllRequestedDecoder.TEMPLATE_ID -> onFlattenAllRequested(buffer, offset);
            case OrderRequestedDecoder.TEMPLATE_ID -> onOrderRequested(buffer, offset);
            case CancelRequestedDecoder.TEMPLATE_ID -> onCancelRequested(buffer, offset);
            case PairRequestedDecoder.TEMPLATE_ID -> onPairRequested(buffer, offset);
            case ParameterRequestedDecoder.TEMPLATE_ID -> onParameterRequested(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onStartRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(startRequested, buffer, offset);
        target.onStartRequested(startRequested.strategyId());
    }

    private void onStopRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(stopRequested, buffer, offset);
        target.onStopRequested(stopRequested.strategyId());
    }

    private void onTradingStateRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(tradingStateRequested, buffer, offset);
        target.onTradingStateRequested(
                TradingScope.of(tradingStateRequested.scopeRaw()),
                tradingStateRequested.targetId(),
                TradingState.of(tradingStateRequested.stateRaw()));
    }

    private void onClosePositionRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(closePositionRequested, buffer, offset);
        target.onClosePositionRequested(closePositionRequested.instrumentId());
    }

    private void onFlattenAllRequested(final DirectBuffer buffer, final int offset) {
        target.onFlattenAllRequested();
    }

    private void onOrderRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderRequested, buffer, offset);
        terms.set(
                        Side.of(orderRequested.sideRaw()),
                        OrderType.of(orderRequested.orderTypeRaw()),
                        TimeInForce.of(orderRequested.timeInForceRaw()),
                        orderRequested.quantity())
                .limitPrice(orderRequested.limitPrice())
                .stopPrice(orderRequested.stopPrice())
                .trailDistance(orderRequested.trailDistance())
                .entryOrderId(orderRequested.entryOrderId());
        target.onOrderRequested(orderRequested.strategyId(), orderRequested.instrumentId(), terms);
    }

    private void onCancelRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(cancelRequested, buffer, offset);
        target.onCancelRequested(cancelRequested.orderId());
    }

    private void onPairRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(pairRequested, buffer, offset);
        target.onPairRequested(
                pairRequested.strategyId(), pairRequested.pairId(), PairAction.of(pairRequested.actionRaw()));
    }

    private void onParameterRequested(final DirectBuffer buffer, final int offset) {
        Envelope.open(parameterRequested, buffer, offset);
        final int strategyId = parameterRequested.strategyId();
        final String name = parameterRequested.parameter();
        target.onParameterRequested(strategyId, name, parameterRequested.parameterValue());
    }
}
