package reprise.app.crash;

import reprise.simulation.remote.Stop;

/**
 * One kill of the engine.
 *
 * @param stop at which the venue stops answering, counted from the kill before; null for a kill that the venue has no part in.
 * @param onDisk what the engine is doing to its journal then; null if the venue stops, or to kill the engine as soon as it shows life, wherever
 *     its recovery is.
 * @param skipped how many such moments it lets pass before.
 */
record Kill(Stop stop, DiskMoment onDisk, int skipped) {
    /** As soon as it shows life. */
    static final Kill AT_START = new Kill(null, null, 0);

    static Kill at(final Stop stop) {
        return new Kill(stop, null, 0);
    }

    static Kill during(final DiskMoment onDisk, final int skipped) {
        return new Kill(null, onDisk, skipped);
    }

    boolean isAtStop() {
        return stop != null;
    }

    boolean isOnDisk() {
        return onDisk != null;
    }

    /** What kind of moment it is, in words. */
    String kind() {
        if (isOnDisk()) {
            return onDisk.words();
        }
        if (!isAtStop()) {
            return "as soon as it showed life, wherever its recovery was";
        }
        return switch (stop.kind()) {
            case EVENT -> "within a step of the market, when a part of its events was sent";
            case COMMAND -> "when the venue had taken a command, before its answer";
            case STEP -> "between two steps of the market";
            case HELLO -> "when it had called the venue, before the welcome";
            default -> throw new IllegalStateException("unknown: " + stop);
        };
    }

    @Override
    public String toString() {
        if (isAtStop()) {
            return stop.toString();
        }
        return isOnDisk() ? onDisk.toString() : "start";
    }
}
