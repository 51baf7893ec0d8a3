package reprise.app.live;

import reprise.message.MarketEvents;

/** Where a run that begins with nothing gets the bars with which its indicators are warm from the first one that can be traded. */
@FunctionalInterface
public interface BarsOfThePast {
    /** Indicators begin cold. */
    BarsOfThePast NONE = (events, lastBarNs) -> {};

    /**
     * Tells them, by time. Of instruments of which bars are on record nothing is told: the venue fills what is missing since.
     *
     * @param events takes them.
     * @param lastBarNs by instrument: when the last bar on record closed, nanoseconds since the epoch, 0 for none; afterwards when the last one
     *     closed that was told.
     */
    void tell(MarketEvents events, long[] lastBarNs);
}
