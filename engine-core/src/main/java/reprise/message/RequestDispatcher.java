package reprise.message;

import org.agrona.DirectBuffer;
import reprise.message.codec.CancelOrderDecoder;
import reprise.message.codec.QueryOrderDecoder;
import reprise.message.codec.ReplaceOrderDecoder;
import reprise.message.codec.RequestReconciliationDecoder;
import reprise.message.codec.SubmitCashOrderDecoder;
import reprise.message.codec.SubmitGroupDecoder;
import reprise.message.codec.SubmitOrderDecoder;
import reprise.order.GroupTerms;
import reprise.order.OrderTerms;
import reprise.order.OrderType;
import reprise.order.Side;
import reprise.order.TimeInForce;

/** Bytes of requests to the world back into calls. */
final class RequestDispatcher {
    private final EngineCommands target;
    private final SubmitOrderDecoder submitOrder = new SubmitOrderDecoder();
    private final CancelOrderDecoder cancelOrder = new CancelOrderDecoder();
    private final ReplaceOrderDecoder replaceOrder = new ReplaceOrderDecoder();
    private final QueryOrderDecoder queryOrder = new QueryOrderDecoder();
    private final RequestReconciliationDecoder requestReconciliation = new RequestReconciliationDecoder();
    private final SubmitGroupDecoder submitGroup = new SubmitGroupDecoder();
    private final SubmitCashOrderDecoder submitCashOrder = new SubmitCashOrderDecoder();
    private final OrderTerms terms = new OrderTerms();
    private final GroupTerms group = new GroupTerms();

    RequestDispatcher(final EngineCommands target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case SubmitOrderDecoder.TEMPLATE_ID -> submitOrder(buffer, offset);
            case CancelOrderDecoder.TEMPLATE_ID -> cancelOrder(buffer, offset);
            case ReplaceOrderDecoder.TEMPLATE_ID -> replaceOrder(buffer, offset);
            case QueryOrderDecoder.TEMPLATE_ID -> queryOrder(buffer, offset);
            case RequestReconciliationDecoder.TEMPLATE_ID -> requestReconciliation(buffer, offset);
            case SubmitGroupDecoder.TEMPLATE_ID -> submitGroup(buffer, offset);
            case SubmitCashOrderDecoder.TEMPLATE_ID -> submitCashOrder(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void submitOrder(final DirectBuffer buffer, final int offset) {
        Envelope.open(submitOrder, buffer, offset);
        terms.set(
                        Side.of(submitOrder.sideRaw()),
                        OrderType.of(submitOrder.orderTypeRaw()),
                        TimeInForce.of(submitOrder.timeInForceRaw()),
                        submitOrder.quantity())
                .limitPrice(submitOrder.limitPrice())
                .stopPrice(submitOrder.stopPrice())
                .trailDistance(submitOrder.trailDistance())
                .entryOrderId(submitOrder.entryOrderId());
        target.submitOrder(submitOrder.orderId(), submitOrder.instrumentId(), submitOrder.strategyId(), terms);
    }

    private void cancelOrder(final DirectBuffer buffer, final int offset) {
        Envelope.open(cancelOrder, buffer, offset);
        target.cancelOrder(cancelOrder.orderId(), cancelOrder.instrumentId());
    }

    private void replaceOrder(final DirectBuffer buffer, final int offset) {
        Envelope.open(replaceOrder, buffer, offset);
        target.replaceOrder(
                replaceOrder.orderId(),
                replaceOrder.instrumentId(),
                replaceOrder.revision(),
                replaceOrder.quantity(),
                replaceOrder.limitPrice(),
                replaceOrder.stopPrice());
    }

    private void queryOrder(final DirectBuffer buffer, final int offset) {
        Envelope.open(queryOrder, buffer, offset);
        target.queryOrder(queryOrder.orderId(), queryOrder.instrumentId());
    }

    private void requestReconciliation(final DirectBuffer buffer, final int offset) {
        Envelope.open(requestReconciliation, buffer, offset);
        target.requestReconciliation(requestReconciliation.venueId(), requestReconciliation.sinceNs());
    }

    private void submitGroup(final DirectBuffer buffer, final int offset) {
        Envelope.open(submitGroup, buffer, offset);
        final Side exitSide = Side.of(submitGroup.exitSideRaw());
        final TimeInForce timeInForce = TimeInForce.of(submitGroup.timeInForceRaw());
        if (submitGroup.hasEntry() != 0) {
            terms.set(
                            exitSide.opposite(),
                            OrderType.of(submitGroup.entryTypeRaw()),
                            timeInForce,
                            submitGroup.quantity())
                    .limitPrice(submitGroup.entryLimitPrice())
                    .stopPrice(submitGroup.entryStopPrice());
            group.entry(submitGroup.firstOrderId(), terms);
        } else {
            group.exits(
                    submitGroup.firstOrderId(),
                    exitSide,
                    timeInForce,
                    submitGroup.quantity(),
                    submitGroup.closedOrderId());
        }
        group.target(submitGroup.targetPrice()).stop(submitGroup.stopPrice(), submitGroup.stopLimitPrice());
        target.submitGroup(submitGroup.instrumentId(), submitGroup.strategyId(), group);
    }

    private void submitCashOrder(final DirectBuffer buffer, final int offset) {
        Envelope.open(submitCashOrder, buffer, offset);
        terms.set(
                        Side.of(submitCashOrder.sideRaw()),
                        OrderType.of(submitCashOrder.orderTypeRaw()),
                        TimeInForce.of(submitCashOrder.timeInForceRaw()),
                        submitCashOrder.quantity())
                .entryOrderId(submitCashOrder.entryOrderId())
                .cashOrderQty(submitCashOrder.cashOrderQty());
        target.submitCashOrder(
                submitCashOrder.orderId(), submitCashOrder.instrumentId(), submitCashOrder.strategyId(), terms);
    }
}
