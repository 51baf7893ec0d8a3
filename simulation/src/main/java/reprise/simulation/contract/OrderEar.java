package reprise.simulation.contract;

import reprise.message.OrderEvents;
import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;
import reprise.simulation.contract.OrderNews.Accepted;
import reprise.simulation.contract.OrderNews.Busted;
import reprise.simulation.contract.OrderNews.CancelRejected;
import reprise.simulation.contract.OrderNews.Cancelled;
import reprise.simulation.contract.OrderNews.Expired;
import reprise.simulation.contract.OrderNews.Fill;
import reprise.simulation.contract.OrderNews.NotFound;
import reprise.simulation.contract.OrderNews.Rejected;
import reprise.simulation.contract.OrderNews.ReplaceRejected;
import reprise.simulation.contract.OrderNews.Replaced;
import reprise.simulation.contract.OrderNews.Reported;
import reprise.simulation.contract.OrderNews.Restated;
import reprise.simulation.contract.OrderNews.Triggered;
import reprise.simulation.contract.OrderNews.Unknown;

/** Hears of orders. Called under the probe's lock. */
final class OrderEar implements OrderEvents {
    private final ContractProbe probe;

    OrderEar(final ContractProbe probe) {
        this.probe = probe;
    }

    @Override
    public void onOrderAccepted(final long orderId, final long venueTimeNs) {
        probe.heard(orderId, new Accepted());
    }

    @Override
    public void onOrderRejected(
            final long orderId, final long venueTimeNs, final RejectReason reason, final String text) {
        probe.heard(orderId, new Rejected(reason, text));
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
        probe.heard(orderId, new Fill(executionId, venueTimeNs, price, quantity, baseFee(fee, feeAsset), false));
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
        probe.heard(orderId, new Fill(executionId, venueTimeNs, price, quantity, baseFee(fee, feeAsset), true));
    }

    private static long baseFee(final long fee, final FeeAsset feeAsset) {
        return feeAsset == FeeAsset.BASE ? fee : 0;
    }

    @Override
    public void onOrderCancelled(final long orderId, final long venueTimeNs) {
        probe.heard(orderId, new Cancelled());
    }

    @Override
    public void onOrderExpired(final long orderId, final long venueTimeNs) {
        probe.heard(orderId, new Expired());
    }

    @Override
    public void onOrderReplaced(
            final long orderId,
            final long venueTimeNs,
            final long quantity,
            final long limitPrice,
            final long stopPrice) {
        probe.heard(orderId, new Replaced(quantity, limitPrice, stopPrice));
    }

    @Override
    public void onCancelRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        probe.heard(orderId, new CancelRejected(reason));
    }

    @Override
    public void onReplaceRejected(final long orderId, final long venueTimeNs, final RejectReason reason) {
        probe.heard(orderId, new ReplaceRejected(reason));
    }

    @Override
    public void onOrderTriggered(final long orderId, final long venueTimeNs) {
        probe.heard(orderId, new Triggered());
    }

    @Override
    public void onOrderOutcomeUnknown(final long orderId, final long venueTimeNs) {
        probe.heard(orderId, new Unknown());
    }

    @Override
    public void onOrderReported(
            final long orderId,
            final long venueTimeNs,
            final ReportedStatus status,
            final long quantity,
            final long limitPrice,
            final long filledQuantity) {
        probe.heard(orderId, new Reported(status, quantity, limitPrice, filledQuantity));
    }

    @Override
    public void onOrderNotFound(final long orderId, final long venueTimeNs) {
        probe.heard(orderId, new NotFound());
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
        probe.heard(orderId, new Busted(executionId, quantity));
    }

    @Override
    public void onOrderRestated(final long orderId, final long venueTimeNs, final long quantity) {
        probe.heard(orderId, new Restated(quantity));
    }
}
