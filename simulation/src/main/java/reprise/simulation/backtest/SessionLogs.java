package reprise.simulation.backtest;

import reprise.pipeline.Checkpoint;
import reprise.pipeline.StallListener;
import reprise.port.EventLog;
import reprise.port.UnjournaledLog;

/**
 * Where a run is recorded, and who hears that recording hangs.
 *
 * @param events takes every event; not closed by the run.
 * @param commands takes every command; not closed by the run.
 * @param checkpoint looks at the core between events.
 * @param stalls hears what hangs; of a run on rings only.
 */
public record SessionLogs(EventLog events, EventLog commands, Checkpoint checkpoint, StallListener stalls) {
    /**
     * Logs alone.
     *
     * @param events takes every event; not closed by the run.
     * @param commands takes every command; not closed by the run.
     */
    public SessionLogs(final EventLog events, final EventLog commands) {
        this(events, commands, Checkpoint.NONE, StallListener.NONE);
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
