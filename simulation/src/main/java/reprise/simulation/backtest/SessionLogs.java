package reprise.simulation.backtest;

import reprise.port.EventLog;
import reprise.port.UnjournaledLog;

/**
 * Where a run is recorded.
 *
 * @param events takes every event; not closed by the run.
 * @param commands takes every command; not closed by the run.
 */
public record SessionLogs(EventLog events, EventLog commands) {
    /**
     * A run that leaves no record.
     *
     * @return logs that keep nothing.
     */
    public static SessionLogs none() {
        return new SessionLogs(new UnjournaledLog(), new UnjournaledLog());
    }
}
