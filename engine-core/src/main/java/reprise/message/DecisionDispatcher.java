package reprise.message;

import org.agrona.DirectBuffer;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.OrderRefusedDecoder;
import reprise.message.codec.TradingStateChangedDecoder;
import reprise.order.RejectReason;
import reprise.order.Side;
import reprise.risk.StateCause;
import reprise.risk.TradingScope;
import reprise.risk.TradingState;

/** Bytes of decisions back into calls. */
final class DecisionDispatcher {
    private final EngineDecisions target;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final OrderRefusedDecoder orderRefused = new OrderRefusedDecoder();
    private final TradingStateChangedDecoder tradingStateChanged = new TradingStateChangedDecoder();

    DecisionDispatcher(final EngineDecisions target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case OrderRefusedDecoder.TEMPLATE_ID -> orderRefused(buffer, offset);
            case TradingStateChangedDecoder.TEMPLATE_ID -> tradingStateChanged(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void orderRefused(final DirectBuffer buffer, final int offset) {
        orderRefused.wrapAndApplyHeader(buffer, offset, header);
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
        tradingStateChanged.wrapAndApplyHeader(buffer, offset, header);
        target.tradingStateChanged(
                TradingScope.of(tradingStateChanged.scopeRaw()),
                tradingStateChanged.targetId(),
                TradingState.of(tradingStateChanged.stateRaw()),
                StateCause.of(tradingStateChanged.causeRaw()));
    }
}
