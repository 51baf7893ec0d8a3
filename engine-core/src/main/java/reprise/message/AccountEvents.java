package reprise.message;

import reprise.order.Side;

/**
 * What venues say about themselves and our account. One method a fact; see {@link EngineEvents} for units.
 */
public interface AccountEvents {
    /**
     * Orders can reach the venue.
     *
     * @param venueId names the venue.
     */
    void onVenueConnected(int venueId);

    /**
     * Orders cannot reach the venue.
     *
     * @param venueId names the venue.
     */
    void onVenueDisconnected(int venueId);

    /**
     * The venue reported our cash.
     *
     * @param venueId names the venue.
     * @param cash money.
     * @param currency of the cash.
     */
    void onAccountReported(int venueId, long cash, String currency);

    /**
     * The venue reported one of our positions.
     *
     * @param venueId names the venue.
     * @param instrumentId dense id.
     * @param quantity signed.
     * @param averagePrice at which the venue carries it.
     */
    void onPositionReported(int venueId, int instrumentId, long quantity, long averagePrice);

    /**
     * The venue's whole view of our account follows, up to {@link #onReconciliationEnded}: executions since a time, each open order as
     * {@link OrderEvents#onOrderReported} or {@link #onForeignOrderReported}, every position that is not nothing, every balance.
     *
     * @param venueId names the venue.
     * @param sinceNs executions from here on are repeated, nanoseconds since the epoch.
     */
    void onReconciliationBegan(int venueId, long sinceNs);

    /**
     * The venue's view is complete.
     *
     * @param venueId names the venue.
     */
    void onReconciliationEnded(int venueId);

    /**
     * An open order in our account that this run did not send.
     *
     * @param venueId names the venue.
     * @param instrumentId dense id.
     * @param side which way.
     * @param quantity that may still trade.
     * @param limitPrice its limit; 0 for none.
     * @param venueOrderId by which the venue names it.
     */
    void onForeignOrderReported(
            int venueId, int instrumentId, Side side, long quantity, long limitPrice, String venueOrderId);
}
