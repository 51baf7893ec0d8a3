package reprise.app.crash;

import reprise.simulation.remote.Stop;

/**
 * One kill of the engine.
 *
 * @param stop at which the venue stops answering, counted from the kill before; null to kill the engine as soon as it shows life, wherever its
 *     recovery is.
 */
record Kill(Stop stop) {
    /** As soon as it shows life. */
    static final Kill AT_START = new Kill(null);

    boolean isAtStart() {
        return stop == null;
    }

    @Override
    public String toString() {
        return isAtStart() ? "start" : stop.toString();
    }
}
