package reprise.simulation.backtest;

/**
 * What a replay showed.
 *
 * @param events that were replayed.
 * @param lastSequence of them.
 * @param lastTimeNs of the engine at the end.
 * @param commands that the core decided.
 * @param commandsVerified equal to the journal, byte for byte; 0 if nothing was verified.
 * @param commandsBeyondLog decided after the end of the command log: they were decided when the journal was cut and cannot have left the
 *     machine.
 * @param commandsBeyondEvents journaled for events after the last one replayed.
 * @param firstDivergence of the commands, or null.
 * @param commandHash over the bytes of all commands, 64 hexadecimal digits.
 * @param stateHash over the final state, 64 hexadecimal digits.
 * @param elapsedNs wall time.
 */
public record ReplayResult(
        long events,
        long lastSequence,
        long lastTimeNs,
        long commands,
        long commandsVerified,
        long commandsBeyondLog,
        long commandsBeyondEvents,
        Divergence firstDivergence,
        String commandHash,
        String stateHash,
        long elapsedNs) {
    private static final double NS_PER_SECOND = 1e9;

    /**
     * Whether the commands are those of the journal.
     *
     * @return whether there was no divergence.
     */
    public boolean isEqual() {
        return firstDivergence == null;
    }

    /**
     * Speed of the replay.
     *
     * @return events a second; 0 for a replay that took no time.
     */
    public double eventsPerSecond() {
        return elapsedNs == 0 ? 0 : events * NS_PER_SECOND / elapsedNs;
    }
}
