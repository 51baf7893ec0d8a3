package reprise.simulation.venue;

/** How far the venue and the engine have come, in the time of the data. The engine lags by what is under way to it. Neither goes back. */
final class VenueClock {
    private long venueNs;
    private long engineNs;

    void advanceTo(final long timeNs) {
        venueNs = Math.max(venueNs, timeNs);
    }

    /** A message reached the engine: what the engine answers, it answers then. */
    void engineHears(final long timeNs) {
        engineNs = Math.max(engineNs, timeNs);
    }

    long venueNs() {
        return venueNs;
    }

    long engineNs() {
        return engineNs;
    }
}
