package reprise.message;

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
}
