package reprise.message;

import reprise.order.FeeAsset;
import reprise.order.Liquidity;
import reprise.order.RejectReason;
import reprise.order.ReportedStatus;

/**
 * What venues say about our orders. The order of arrival is the venue's and the network's; the core bears any. One method a fact; see {@link EngineEvents} for units.
 */
public interface OrderEvents {
    /**
     * The venue works our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderAccepted(long orderId, long venueTimeNs);

    /**
     * The venue refused our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param reason why, in our words.
     * @param text why, in the venue's words; may be empty.
     */
    void onOrderRejected(long orderId, long venueTimeNs, RejectReason reason, String text);

    /**
     * A part of our order traded; the order stays open.
     *
     * @param orderId names the order.
     * @param executionId unique for the order's venue; repeated when the venue repeats itself.
     * @param venueTimeNs the venue's time.
     * @param price of this fill.
     * @param quantity of this fill.
     * @param fee of this fill, positive is paid: money, or units of the base asset.
     * @param feeAsset in what the fee was paid.
     * @param liquidity whether the order waited for this fill or took it.
     */
    void onOrderPartiallyFilled(
            long orderId,
            long executionId,
            long venueTimeNs,
            long price,
            long quantity,
            long fee,
            FeeAsset feeAsset,
            Liquidity liquidity);

    /**
     * The rest of our order traded; the order is done.
     *
     * @param orderId names the order.
     * @param executionId unique for the order's venue; repeated when the venue repeats itself.
     * @param venueTimeNs the venue's time.
     * @param price of this fill.
     * @param quantity of this fill.
     * @param fee of this fill, positive is paid: money, or units of the base asset.
     * @param feeAsset in what the fee was paid.
     * @param liquidity whether the order waited for this fill or took it.
     */
    void onOrderFilled(
            long orderId,
            long executionId,
            long venueTimeNs,
            long price,
            long quantity,
            long fee,
            FeeAsset feeAsset,
            Liquidity liquidity);

    /**
     * The rest of our order was withdrawn.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderCancelled(long orderId, long venueTimeNs);

    /**
     * The time in force of our order ran out.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderExpired(long orderId, long venueTimeNs);

    /**
     * The venue works our order under new terms.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param quantity the new total quantity.
     * @param limitPrice the new limit; 0 where the order has none.
     * @param stopPrice the new stop; 0 where the order has none.
     */
    void onOrderReplaced(long orderId, long venueTimeNs, long quantity, long limitPrice, long stopPrice);

    /**
     * The venue did not cancel our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param reason why.
     */
    void onCancelRejected(long orderId, long venueTimeNs, RejectReason reason);

    /**
     * The venue did not replace our order.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param reason why.
     */
    void onReplaceRejected(long orderId, long venueTimeNs, RejectReason reason);

    /**
     * The stop of our order was reached at the venue: it trades from now on.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderTriggered(long orderId, long venueTimeNs);

    /**
     * A request about our order was sent, and nobody knows whether it arrived: a time-out, a lost connection, an error of the server.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderOutcomeUnknown(long orderId, long venueTimeNs);

    /**
     * What the venue says of our order when asked. It comes after the venue has repeated every execution of the order, so that none is
     * missing.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     * @param status where the order is.
     * @param quantity the total quantity; 0 where the venue knows the amount of the order only.
     * @param limitPrice the limit; 0 where the order has none.
     * @param filledQuantity what has traded in all.
     */
    void onOrderReported(
            long orderId, long venueTimeNs, ReportedStatus status, long quantity, long limitPrice, long filledQuantity);

    /**
     * The venue, asked, does not know our order, and is sure that it will not arrive any more.
     *
     * @param orderId names the order.
     * @param venueTimeNs the venue's time.
     */
    void onOrderNotFound(long orderId, long venueTimeNs);

    /**
     * A fill of our order was taken back by the venue.
     *
     * @param orderId names the order.
     * @param executionId unique for the order's venue; repeated when the venue repeats itself.
     * @param venueTimeNs the venue's time.
     * @param price of this fill.
     * @param quantity of this fill.
     * @param fee of this fill, positive is paid: money, or units of the base asset.
     * @param feeAsset in what the fee was paid.
     */
    void onExecutionBusted(
            long orderId, long executionId, long venueTimeNs, long price, long quantity, long fee, FeeAsset feeAsset);

    /**
     * The venue says what the amount of our order comes to: until then its quantity was our own reckoning. It comes before the fill that
     * completes the order, and again if a correction changes it.
     *
     * @param orderId names the order, which is of an amount of money.
     * @param venueTimeNs the venue's time.
     * @param quantity what it is of in all, which is what it has traded once it is complete.
     */
    void onOrderRestated(long orderId, long venueTimeNs, long quantity);
}
