package reprise.simulation.remote;

/**
 * A moment at which a venue stops answering, so that its engine can be killed there: the n-th frame of a kind since the last stop.
 *
 * @param kind of what.
 * @param count 1 for the next one.
 */
public record Stop(Kind kind, long count) {
    /** What is counted. */
    public enum Kind {
        /** Events sent: stops within a step, before the rest of it is sent. */
        EVENT,

        /** Commands that arrived: later ones of the step are lost. */
        COMMAND,

        /** Steps that were settled: stops between two of them. */
        STEP,

        /** Engines that connected: stops before the welcome. */
        HELLO
    }

    /** Checks the number. */
    public Stop {
        if (count < 1) {
            throw new IllegalArgumentException("a stop must come after 1 or more: " + count);
        }
    }

    /**
     * Reads what {@link #toString} wrote.
     *
     * @param text such as {@code event:57}.
     * @return the stop.
     * @throws IllegalArgumentException if it is none.
     */
    public static Stop parse(final String text) {
        final int colon = text.indexOf(':');
        for (final Kind kind : Kind.values()) {
            if (colon > 0 && kind.name().equalsIgnoreCase(text.substring(0, colon))) {
                return new Stop(kind, Long.parseLong(text.substring(colon + 1)));
            }
        }
        throw new IllegalArgumentException("no stop: " + text + "; write event:57, command:3, step:10 or hello:1");
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + count;
    }
}
