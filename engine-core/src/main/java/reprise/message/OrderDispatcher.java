package reprise.message;

import org.agrona.DirectBuffer;
import reprise.message.codec.CancelRejectedDecoder;
import reprise.message.codec.ExecutionBustedDecoder;
import reprise.message.codec.OrderAcceptedDecoder;
import reprise.message.codec.OrderCancelledDecoder;
import reprise.message.codec.OrderExpiredDecoder;
import reprise.message.codec.OrderFilledDecoder;
import reprise.message.codec.OrderNotFoundDecoder;
import reprise.message.codec.OrderOutcomeUnknownDecoder;
import reprise.message.codec.OrderPartiallyFilledDecoder;
import reprise.message.codec.OrderRejectedDecoder;
import reprise.message.codec.OrderReplacedDecoder;
import reprise.message.codec.OrderReportedDecoder;
import reprise.message.codec.OrderRestatedDecoder;
import reprise.message.codec.OrderTriggeredDecoder;
import reprise.message.codec.ReplaceRejectedDecoder;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/** Bytes of events of our orders back into calls. */
final class OrderDispatcher {
    private final OrderEvents target;
    private final OrderAcceptedDecoder orderAccepted = new OrderAcceptedDecoder();
    private final OrderRejectedDecoder orderRejected = new OrderRejectedDecoder();
    private final OrderPartiallyFilledDecoder orderPartiallyFilled = new OrderPartiallyFilledDecoder();
    private final OrderFilledDecoder orderFilled = new OrderFilledDecoder();
    private final OrderCancelledDecoder orderCancelled = new OrderCancelledDecoder();
    private final OrderExpiredDecoder orderExpired = new OrderExpiredDecoder();
    private final OrderReplacedDecoder orderReplaced = new OrderReplacedDecoder();
    private final CancelRejectedDecoder cancelRejected = new CancelRejectedDecoder();
    private final ReplaceRejectedDecoder replaceRejected = new ReplaceRejectedDecoder();
    private final OrderTriggeredDecoder orderTriggered = new OrderTriggeredDecoder();
    private final OrderOutcomeUnknownDecoder orderOutcomeUnknown = new OrderOutcomeUnknownDecoder();
    private final OrderReportedDecoder orderReported = new OrderReportedDecoder();
    private final OrderNotFoundDecoder orderNotFound = new OrderNotFoundDecoder();
    private final ExecutionBustedDecoder executionBusted = new ExecutionBustedDecoder();
    private final OrderRestatedDecoder orderRestated = new OrderRestatedDecoder();

    OrderDispatcher(final OrderEvents target) {
        this.target = target;
    }

    /** Makes the call that a record stands for. */
    void dispatch(final int templateId, final DirectBuffer buffer, final int offset) {
        switch (templateId) {
            case OrderAcceptedDecoder.TEMPLATE_ID -> onOrderAccepted(buffer, offset);
            case OrderRejectedDecoder.TEMPLATE_ID -> onOrderRejected(buffer, offset);
            case OrderPartiallyFilledDecoder.TEMPLATE_ID -> onOrderPartiallyFilled(buffer, offset);
            case OrderFilledDecoder.TEMPLATE_ID -> onOrderFilled(buffer, offset);
            case OrderCancelledDecoder.TEMPLATE_ID -> onOrderCancelled(buffer, offset);
            case OrderExpiredDecoder.TEMPLATE_ID -> onOrderExpired(buffer, offset);
            case OrderReplacedDecoder.TEMPLATE_ID -> onOrderReplaced(buffer, offset);
            case CancelRejectedDecoder.TEMPLATE_ID -> onCancelRejected(buffer, offset);
            case ReplaceRejectedDecoder.TEMPLATE_ID -> onReplaceRejected(buffer, offset);
            case OrderTriggeredDecoder.TEMPLATE_ID -> onOrderTriggered(buffer, offset);
            case OrderOutcomeUnknownDecoder.TEMPLATE_ID -> onOrderOutcomeUnknown(buffer, offset);
            case OrderReportedDecoder.TEMPLATE_ID -> onOrderReported(buffer, offset);
            case OrderNotFoundDecoder.TEMPLATE_ID -> onOrderNotFound(buffer, offset);
            case ExecutionBustedDecoder.TEMPLATE_ID -> onExecutionBusted(buffer, offset);
            case OrderRestatedDecoder.TEMPLATE_ID -> onOrderRestated(buffer, offset);
            default -> throw Templates.unknown(templateId);
        }
    }

    private void onOrderAccepted(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderAccepted, buffer, offset);
        target.onOrderAccepted(orderAccepted.orderId(), orderAccepted.venueTimeNs());
    }

    private void onOrderRejected(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderRejected, buffer, offset);
        target.onOrderRejected(
                orderRejected.orderId(),
                orderRejected.venueTimeNs(),
                RejectReason.of(orderRejected.reasonRaw()),
                orderRejected.text());
    }

    private void onOrderPartiallyFilled(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderPartiallyFilled, buffer, offset);
        target.onOrderPartiallyFilled(
                orderPartiallyFilled.orderId(),
                orderPartiallyFilled.executionId(),
                orderPartiallyFilled.venueTimeNs(),
                orderPartiallyFilled.price(),
                orderPartiallyFilled.quantity(),
                orderPartiallyFilled.fee(),
                FeeAsset.of(orderPartiallyFilled.feeAssetRaw()),
                Liquidity.of(orderPartiallyFilled.liquidityRaw()));
    }

    private void onOrderFilled(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderFilled, buffer, offset);
        target.onOrderFilled(
                orderFilled.orderId(),
                orderFilled.executionId(),
                orderFilled.venueTimeNs(),
                orderFilled.price(),
                orderFilled.quantity(),
                orderFilled.fee(),
                FeeAsset.of(orderFilled.feeAssetRaw()),
                Liquidity.of(orderFilled.liquidityRaw()));
    }

    private void onOrderCancelled(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderCancelled, buffer, offset);
        target.onOrderCancelled(orderCancelled.orderId(), orderCancelled.venueTimeNs());
    }

    private void onOrderExpired(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderExpired, buffer, offset);
        target.onOrderExpired(orderExpired.orderId(), orderExpired.venueTimeNs());
    }

    private void onOrderReplaced(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderReplaced, buffer, offset);
        target.onOrderReplaced(
                orderReplaced.orderId(),
                orderReplaced.venueTimeNs(),
                orderReplaced.quantity(),
                orderReplaced.limitPrice(),
                orderReplaced.stopPrice());
    }

    private void onCancelRejected(final DirectBuffer buffer, final int offset) {
        Envelope.open(cancelRejected, buffer, offset);
        target.onCancelRejected(
                cancelRejected.orderId(), cancelRejected.venueTimeNs(), RejectReason.of(cancelRejected.reasonRaw()));
    }

    private void onReplaceRejected(final DirectBuffer buffer, final int offset) {
        Envelope.open(replaceRejected, buffer, offset);
        target.onReplaceRejected(
                replaceRejected.orderId(), replaceRejected.venueTimeNs(), RejectReason.of(replaceRejected.reasonRaw()));
    }

    private void onOrderTriggered(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderTriggered, buffer, offset);
        target.onOrderTriggered(orderTriggered.orderId(), orderTriggered.venueTimeNs());
    }

    private void onOrderOutcomeUnknown(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderOutcomeUnknown, buffer, offset);
        target.onOrderOutcomeUnknown(orderOutcomeUnknown.orderId(), orderOutcomeUnknown.venueTimeNs());
    }

    private void onOrderReported(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderReported, buffer, offset);
        target.onOrderReported(
                orderReported.orderId(),
                orderReported.venueTimeNs(),
                ReportedStatus.of(orderReported.statusRaw()),
                orderReported.quantity(),
                orderReported.limitPrice(),
                orderReported.filledQuantity());
    }

    private void onOrderNotFound(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderNotFound, buffer, offset);
        target.onOrderNotFound(orderNotFound.orderId(), orderNotFound.venueTimeNs());
    }

    private void onExecutionBusted(final DirectBuffer buffer, final int offset) {
        Envelope.open(executionBusted, buffer, offset);
        target.onExecutionBusted(
                executionBusted.orderId(),
                executionBusted.executionId(),
                executionBusted.venueTimeNs(),
                executionBusted.price(),
                executionBusted.quantity(),
                executionBusted.fee(),
                FeeAsset.of(executionBusted.feeAssetRaw()));
    }

    private void onOrderRestated(final DirectBuffer buffer, final int offset) {
        Envelope.open(orderRestated, buffer, offset);
        target.onOrderRestated(orderRestated.orderId(), orderRestated.venueTimeNs(), orderRestated.quantity());
    }
}
