package reprise.simulation.backtest;

import reprise.pipeline.Checkpoint;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;

/**
 * Where a run is recorded.
 *
 * @param events takes every event; not closed by the run.
 * @param commands takes every command; not closed by the run.
 * @param checkpoint looks at the core between events.
 */
public record SessionLogs(EventLog events, EventLog commands, Checkpoint checkpoint) {
    /**
     * Logs alone.
     *
     * @param events takes every event; not closed by the run.
     * @param commands takes every command; not closed by the run.
     */
    public SessionLogs(final EventLog events, final EventLog commands) {
        this(events, commands, Checkpoint.NONE);
    }

    /**
     * A run that leaves no record.
     *
     * @return logs that keep nothing.
     */
    public static SessionLogs none() {
        return new SessionLogs(new UnjournaledLog(), new UnjournaledLog());
    }
}
