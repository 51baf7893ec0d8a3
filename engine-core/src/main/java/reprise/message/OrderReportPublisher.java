package reprise.message;

import reprise.message.codec.CancelRejectedEncoder;
import reprise.message.codec.ExecutionBustedEncoder;
import reprise.message.codec.FeeAssetCode;
import reprise.message.codec.LiquidityCode;
import reprise.message.codec.OrderAcceptedEncoder;
import reprise.message.codec.OrderCancelledEncoder;
import reprise.message.codec.OrderExpiredEncoder;
import reprise.message.codec.OrderFilledEncoder;
import reprise.message.codec.OrderNotFoundEncoder;
import reprise.message.codec.OrderOutcomeUnknownEncoder;
import reprise.message.codec.OrderPartiallyFilledEncoder;
import reprise.message.codec.OrderRejectedEncoder;
import reprise.message.codec.OrderReplacedEncoder;
import reprise.message.codec.OrderReportedEncoder;
import reprise.message.codec.OrderRestatedEncoder;
import reprise.message.codec.OrderTriggeredEncoder;
import reprise.message.codec.RejectCode;
import reprise.message.codec.ReplaceRejectedEncoder;
import reprise.message.codec.ReportedStatusCode;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/** The part of the publisher that tells what venues say about our orders. */
abstract class OrderReportPublisher extends MarketPublisher implements OrderEvents {
    private final OrderAcceptedEncoder orderAccepted = new OrderAcceptedEncoder();
    private final OrderRejectedEncoder orderRejected = new OrderRejectedEncoder();
    private final OrderPartiallyFilledEncoder orderPartiallyFilled = new OrderPartiallyFilledEncoder();
    private final OrderFilledEncoder orderFilled = new OrderFilledEncoder();
    private final OrderCancelledEncoder orderCancelled = new OrderCancelledEncoder();
    private final OrderExpiredEncoder orderExpired = new OrderExpiredEncoder();
    private final OrderReplacedEncoder orderReplaced = new OrderReplacedEncoder();
    private final CancelRejectedEncoder cancelRejected = new CancelRejectedEncoder();
    private final ReplaceRejectedEncoder replaceRejected = new ReplaceRejectedEncoder();
    private final OrderTriggeredEncoder orderTriggered = new OrderTriggeredEncoder();
    private final OrderOutcomeUnknownEncoder orderOutcomeUnknown = new OrderOutcomeUnknownEncoder();
    private final OrderReportedEncoder orderReported = new OrderReportedEncoder();
    private final OrderNotFoundEncoder orderNotFound = new OrderNotFoundEncoder();
    private final ExecutionBustedEncoder executionBusted = new ExecutionBustedEncoder();
    private final OrderRestatedEncoder orderRestated = new OrderRestatedEncoder();

    OrderReportPublisher(final Outlet outlet) {
        super(outlet);
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        begin(orderAccepted).orderId(orderId).venueTimeNs(venueTimeNs);
        end(orderAccepted);
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        final RejectCode reasonCode = RejectCode.get((short) reason.ordinal());
        final String boundedText = AsciiText.bounded(text);
        begin(orderRejected)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .reason(reasonCode)
                .text(boundedText);
        end(orderRejected);
    }

    @Override
    public void onOrderPartiallyFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        final FeeAssetCode feeAssetCode = FeeAssetCode.get((short) feeAsset.ordinal());
        final LiquidityCode liquidityCode = LiquidityCode.get((short) liquidity.ordinal());
        begin(orderPartiallyFilled)
                .orderId(orderId)
                .executionId(executionId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .fee(fee)
                .feeAsset(feeAssetCode)
                .liquidity(liquidityCode);
        end(orderPartiallyFilled);
    }

    @Override
    public void onOrderFilled(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset,
            final Liquidity liquidity) {
        final FeeAssetCode feeAssetCode = FeeAssetCode.get((short) feeAsset.ordinal());
        final LiquidityCode liquidityCode = LiquidityCode.get((short) liquidity.ordinal());
        begin(orderFilled)
                .orderId(orderId)
                .executionId(executionId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .fee(fee)
                .feeAsset(feeAssetCode)
                .liquidity(liquidityCode);
        end(orderFilled);
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        begin(orderCancelled).orderId(orderId).venueTimeNs(venueTimeNs);
        end(orderCancelled);
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        begin(orderExpired).orderId(orderId).venueTimeNs(venueTimeNs);
        end(orderExpired);
    }

    @Override
    public void onOrderReplaced(
            final long orderId,
            final long venueTimeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        begin(orderReplaced)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .quantity(quantity)
                .limitPrice(limitPrice)
                .stopPrice(stopPrice);
        end(orderReplaced);
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final RejectCode reasonCode = RejectCode.get((short) reason.ordinal());
        begin(cancelRejected).orderId(orderId).venueTimeNs(venueTimeNs).reason(reasonCode);
        end(cancelRejected);
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        final RejectCode reasonCode = RejectCode.get((short) reason.ordinal());
        begin(replaceRejected).orderId(orderId).venueTimeNs(venueTimeNs).reason(reasonCode);
        end(replaceRejected);
    }

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {
        begin(orderTriggered).orderId(orderId).venueTimeNs(venueTimeNs);
        end(orderTriggered);
    }

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {
        begin(orderOutcomeUnknown).orderId(orderId).venueTimeNs(venueTimeNs);
        end(orderOutcomeUnknown);
    }

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {
        final ReportedStatusCode statusCode = ReportedStatusCode.get((short) status.ordinal());
        begin(orderReported)
                .orderId(orderId)
                .venueTimeNs(venueTimeNs)
                .status(statusCode)
                .quantity(quantity)
                .limitPrice(limitPrice)
                .filledQuantity(filledQuantity);
        end(orderReported);
    }

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {
        begin(orderNotFound).orderId(orderId).venueTimeNs(venueTimeNs);
        end(orderNotFound);
    }

    @Override
    public void onExecutionBusted(
            final long orderId,
            final long executionId,
            final long venueTimeNs,
            final long price,
            final long quantity,
            final long fee,
            final FeeAsset feeAsset) {
        final FeeAssetCode feeAssetCode = FeeAssetCode.get((short) feeAsset.ordinal());
        begin(executionBusted)
                .orderId(orderId)
                .executionId(executionId)
                .venueTimeNs(venueTimeNs)
                .price(price)
                .quantity(quantity)
                .fee(fee)
                .feeAsset(feeAssetCode);
        end(executionBusted);
    }

    @Override
    public void onOrderRestated(final long orderId, final long venueTimeNs, final long quantity) {
        begin(orderRestated).orderId(orderId).venueTimeNs(venueTimeNs).quantity(quantity);
        end(orderRestated);
    }
}
