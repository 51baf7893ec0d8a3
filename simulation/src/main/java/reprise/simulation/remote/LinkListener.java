package reprise.simulation.remote;

/** Hears what becomes of a venue's link to its engine. On the feeding thread. */
public interface LinkListener {
    /**
     * An engine is connected.
     *
     * @param runId it says.
     * @param marketEventsOnRecord it says.
     */
    void onConnected(String runId, long marketEventsOnRecord);

    /**
     * The engine is gone; the venue waits for it.
     *
     * @param timeNs where the market stands.
     * @param why as far as known.
     */
    void onGone(long timeNs, String why);

    /**
     * An engine was not taken.
     *
     * @param why it was told.
     */
    void onRefused(String why);

    /**
     * The venue stopped answering by plan and waits for the engine's end.
     *
     * @param stop that has come.
     * @param timeNs where the market stands.
     * @param inFlight what was on its way.
     */
    void onStopped(Stop stop, long timeNs, String inFlight);
}
