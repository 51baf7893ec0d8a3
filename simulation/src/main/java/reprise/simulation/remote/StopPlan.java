package reprise.simulation.remote;

import java.util.List;

/** When a venue stops answering, stop after stop. Used by the feeding thread and the one that reads from the engine. */
final class StopPlan {
    private final List<Stop> stops;
    private int index;
    private long left;

    StopPlan(final List<Stop> stops) {
        this.stops = List.copyOf(stops);
        left = stops.isEmpty() ? 0 : stops.get(0).count();
    }

    private boolean counts(final Stop.Kind kind) {
        return index < stops.size() && left > 0 && stops.get(index).kind() == kind;
    }

    /** Events are to be sent. Returns how many of them may be. */
    synchronized int passEvents(final int count) {
        if (!counts(Stop.Kind.EVENT)) {
            return count;
        }
        final int passed = (int) Math.min(left, count);
        left -= passed;
        return passed;
    }

    /** One thing happened. Returns whether to stop after it. */
    synchronized boolean pass(final Stop.Kind kind) {
        return counts(kind) && --left == 0;
    }

    /** Whether the moment has come. */
    synchronized boolean isDue() {
        return index < stops.size() && left == 0;
    }

    /** Goes on to the next stop, and returns the one that is over. */
    synchronized Stop next() {
        final Stop stop = stops.get(index++);
        left = index < stops.size() ? stops.get(index).count() : 0;
        return stop;
    }
}
