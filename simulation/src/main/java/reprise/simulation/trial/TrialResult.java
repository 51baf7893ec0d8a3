package reprise.simulation.trial;

/**
 * What one trial was.
 *
 * @param seed that decided it.
 * @param events that the engine handled.
 * @param commands that it recorded.
 * @param orders that it ordered.
 * @param fills that there were at the venue.
 * @param faults how often each kind struck, by ordinal.
 * @param diskFailed whether the engine stopped because it could not write.
 * @param stateHash of the engine at the end.
 * @param failure null if every rule held.
 */
public record TrialResult(
        long seed,
        long events,
        long commands,
        long orders,
        long fills,
        long[] faults,
        boolean diskFailed,
        String stateHash,
        TrialFailure failure) {}
