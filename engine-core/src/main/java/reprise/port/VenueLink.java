package reprise.port;

import reprise.market.InstrumentStatus;
import reprise.message.EventPublisher;

/** What a venue has of the engine. From any thread. */
public interface VenueLink {
    /**
     * A way to tell events.
     *
     * @return a publisher for one thread. A call on it waits while the engine has no room, and throws when the engine has stopped.
     */
    EventPublisher newPublisher();

    /**
     * Which bars the engine has: those of a time before need not be told again.
     *
     * @param instrumentId dense id.
     * @return when the last one on record at the start closed, nanoseconds since the epoch; 0 for none.
     */
    long lastBarNs(int instrumentId);

    /**
     * The venue cannot go on, and trying again would not help: wrong keys, an account that is blocked, a subscription that the plan has not. No
     * new orders are wanted then; the run ends in good order and says why.
     *
     * @param why in words for the user, with what to do about it; holds no secret.
     */
    void onFatal(String why);

    /**
     * Something that the user should know and that is no event: a reconnection, a refusal, a field that was not understood.
     *
     * @param text for the user; holds no secret.
     */
    void onNotice(String text);

    /**
     * Which trades the engine has: those of a time before need not be told again.
     *
     * @param instrumentId dense id.
     * @return when the last one on record at the start happened, nanoseconds since the epoch; 0 for none, and where nothing is built of trades.
     */
    long lastTradeNs(int instrumentId);

    /**
     * What the engine believes of an instrument at the start. A venue that tells changes only must correct what changed while nobody listened.
     *
     * @param instrumentId dense id.
     * @return as on record; TRADING where nothing is.
     */
    default InstrumentStatus statusOf(final int instrumentId) {
        return InstrumentStatus.TRADING;
    }
}
