package reprise.simulation.trial;

/**
 * What one trial was.
 *
 * @param scenario that decided it.
 * @param events that the engine handled.
 * @param commands that it recorded.
 * @param orders that it ordered.
 * @param fills that there were at the venue.
 * @param faults how often each kind struck, by ordinal.
 * @param restored how many processes began with a snapshot.
 * @param diskFailed whether the engine stopped because it could not write.
 * @param stateHash of the engine at the end.
 * @param failure null if every rule held.
 */
public record TrialResult(
        Scenario scenario,
        long events,
        long commands,
        long orders,
        long fills,
        long[] faults,
        long restored,
        boolean diskFailed,
        String stateHash,
        TrialFailure failure) {
    /**
     * The seed of the scenario.
     *
     * @return which one.
     */
    public long seed() {
        return scenario.seed();
    }
}
