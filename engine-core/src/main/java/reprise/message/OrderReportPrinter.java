package reprise.message;

import reprise.number.Money;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.OrderIds;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/** The part of the printer that tells what venues say about our orders. */
abstract class OrderReportPrinter extends MarketPrinter implements OrderEvents {
    OrderReportPrinter(final FieldWriter fields, final InstrumentScales scales) {
        super(fields, scales);
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("reason", reason.name());
        fields.text("text", text);
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
        final int instrumentId = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.number("executionId", executionId);
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("fee", fee, feeAsset == FeeAsset.QUOTE ? Money.DECIMALS : scales.quantityDecimals(instrumentId));
        fields.text("feeAsset", feeAsset.name());
        fields.text("liquidity", liquidity.name());
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
        final int instrumentId = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.number("executionId", executionId);
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("fee", fee, feeAsset == FeeAsset.QUOTE ? Money.DECIMALS : scales.quantityDecimals(instrumentId));
        fields.text("feeAsset", feeAsset.name());
        fields.text("liquidity", liquidity.name());
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderReplaced(
            final long orderId,
            final long venueTimeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        final int instrumentId = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("limitPrice", limitPrice, priceDecimals);
        fields.decimal("stopPrice", stopPrice, priceDecimals);
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("reason", reason.name());
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("reason", reason.name());
    }

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
    }

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {
        final int instrumentId = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.text("status", status.name());
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("limitPrice", limitPrice, priceDecimals);
        fields.decimal("filledQuantity", filledQuantity, quantityDecimals);
    }

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
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
        final int instrumentId = scales.instrumentOf(orderId);
        final int priceDecimals = scales.priceDecimals(instrumentId);
        final int quantityDecimals = scales.quantityDecimals(instrumentId);
        fields.text("orderId", OrderIds.format(orderId));
        fields.number("executionId", executionId);
        fields.time("venueTime", venueTimeNs);
        fields.decimal("price", price, priceDecimals);
        fields.decimal("quantity", quantity, quantityDecimals);
        fields.decimal("fee", fee, feeAsset == FeeAsset.QUOTE ? Money.DECIMALS : scales.quantityDecimals(instrumentId));
        fields.text("feeAsset", feeAsset.name());
    }

    @Override
    public void onOrderRestated(final long orderId, final long venueTimeNs, final long quantity) {
        fields.text("orderId", OrderIds.format(orderId));
        fields.time("venueTime", venueTimeNs);
        fields.decimal("quantity", quantity, scales.quantityDecimals(scales.instrumentOf(orderId)));
    }
}
