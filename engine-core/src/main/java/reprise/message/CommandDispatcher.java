package reprise.message;

import org.agrona.DirectBuffer;
import reprise.message.codec.CancelOrderDecoder;
import reprise.message.codec.MessageHeaderDecoder;
import reprise.message.codec.ReplaceOrderDecoder;
import reprise.message.codec.RequestReconciliationDecoder;
import reprise.message.codec.SubmitOrderDecoder;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/**
 * Turns the bytes of a command back into exactly one call. Single-threaded; allocates nothing.
 */
public final class CommandDispatcher {
    private final EngineCommands target;
    private final MessageHeaderDecoder header = new MessageHeaderDecoder();
    private final SubmitOrderDecoder submitOrder = new SubmitOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
    private final RequestReconciliationDecoder requestReconciliation = new RequestReconciliationDecoder();

    /**
     * A dispatcher that calls one target.
     *
     * @param target is called once per record.
     */
    public CommandDispatcher(final EngineCommands target) {
        this.target = target;
    }

    /**
     * Makes the call that a record stands for.
     *
     * @param buffer holding the record.
     * @param offset at which it begins.
     * @throws IllegalStateException if the record is not one of these messages, or of another schema: such a record is never skipped.
     */
    public void dispatch(final DirectBuffer buffer, final int offset) {
        header.wrap(buffer, offset);
        final int templateId = Templates.checkedTemplateId(header);
        switch (templateId) {
            case SubmitOrderDecoder.TEMPLATE_ID -> submitOrder(buffer, offset);
            case CancelOrderDecoder.TEMPLATE_ID -> cancelOrder(buffer, offset);
            case ReplaceOrderDecoder.TEMPLATE_ID -> replaceOrder(buffer, offset);
            case RequestReconciliationDecoder.TEMPLATE_ID -> requestReconciliation(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void submitOrder(final DirectBuffer buffer, final int offset) {
        submitOrder.wrapAndApplyHeader(buffer, offset, header);
        target.submitOrder(
                submitOrder.orderId(),
                submitOrder.instrumentId(),
                submitOrder.strategyId(),
                Side.of(submitOrder.sideRaw()),
                OrderType.of(submitOrder.orderTypeRaw()),
                TimeInForce.of(submitOrder.timeInForceRaw()),
                submitOrder.quantity(),
                submitOrder.limitPrice());
    }

    private void cancelOrder(final DirectBuffer buffer, final int offset) {
        cancelOrder.wrapAndApplyHeader(buffer, offset, header);
        target.cancelOrder(cancelOrder.orderId(), cancelOrder.instrumentId());
    }

    private void replaceOrder(final DirectBuffer buffer, final int offset) {
        replaceOrder.wrapAndApplyHeader(buffer, offset, header);
        target.replaceOrder(
                replaceOrder.orderId(),
                replaceOrder.instrumentId(),
                replaceOrder.quantity(),
                replaceOrder.limitPrice());
    }

    private void requestReconciliation(final DirectBuffer buffer, final int offset) {
        requestReconciliation.wrapAndApplyHeader(buffer, offset, header);
        target.requestReconciliation(requestReconciliation.venueId());
    }
}
