package reprise.simulation.venue;

import java.util.Objects;
import reprise.number.Money;

/**
 * What goes wrong, by a seed: the same schedule gives the same faults.
 *
 * @param seed of everything random in it.
 * @param rejectShareE8 probability with which an order is refused for no fault of its own, in units of 1e-8.
 * @param duplicateShareE8 probability with which a report comes twice, in units of 1e-8.
 * @param disconnectIntervalNs mean time from one disconnection to the next, half of it to one and a half; 0 for none.
 * @param disconnectLengthNs mean length of a disconnection, half of it to one and a half.
 * @param disconnectMode what becomes of messages meanwhile.
 * @param disconnectAnnounced whether the engine is told that the venue is disconnected.
 * @param splitShareE8 probability with which a fill comes in several pieces, in units of 1e-8.
 */
public record FaultSchedule(
        long seed,
        long rejectShareE8,
        long duplicateShareE8,
        long disconnectIntervalNs,
        long disconnectLengthNs,
        DisconnectMode disconnectMode,
        boolean disconnectAnnounced,
        long splitShareE8) {
    /** Nothing goes wrong. */
    public static final FaultSchedule NONE =
            new FaultSchedule(0, 0, 0, 0, 0, DisconnectMode.COMMANDS_AND_ANSWERS_LOST, true);

    /** What becomes of messages while the venue is disconnected. The market's data goes on. */
    public enum DisconnectMode {
        /** Commands do not arrive; answers do. */
        COMMANDS_LOST,
        /** Commands arrive and take effect; answers and fills are not heard of unless asked for later. */
        ANSWERS_LOST,
        /** Nothing gets through. */
        COMMANDS_AND_ANSWERS_LOST,
        /** Everything arrives when the connection is back. */
        DELAYED
    }

    /**
     * Fills come in one piece.
     *
     * @param seed of everything random in it.
     * @param rejectShareE8 probability with which an order is refused for no fault of its own, in units of 1e-8.
     * @param duplicateShareE8 probability with which a report comes twice, in units of 1e-8.
     * @param disconnectIntervalNs mean time from one disconnection to the next; 0 for none.
     * @param disconnectLengthNs mean length of a disconnection.
     * @param disconnectMode what becomes of messages meanwhile.
     * @param disconnectAnnounced whether the engine is told that the venue is disconnected.
     */
    public FaultSchedule(
            final long seed,
            final long rejectShareE8,
            final long duplicateShareE8,
            final long disconnectIntervalNs,
            final long disconnectLengthNs,
            final DisconnectMode disconnectMode,
            final boolean disconnectAnnounced) {
        this(
                seed,
                rejectShareE8,
                duplicateShareE8,
                disconnectIntervalNs,
                disconnectLengthNs,
                disconnectMode,
                disconnectAnnounced,
                0);
    }

    /** Checks the values. */
    public FaultSchedule {
        Objects.requireNonNull(disconnectMode, "disconnectMode");
        requireShare("rejectShareE8", rejectShareE8);
        requireShare("duplicateShareE8", duplicateShareE8);
        requireShare("splitShareE8", splitShareE8);
        final boolean sound = disconnectIntervalNs == 0
                ? disconnectLengthNs == 0
                : disconnectLengthNs > 0 && disconnectIntervalNs >= 4 * disconnectLengthNs;
        if (disconnectIntervalNs < 0 || !sound) {
            throw new IllegalArgumentException("impossible disconnections: disconnectIntervalNs=" + disconnectIntervalNs
                    + ", disconnectLengthNs=" + disconnectLengthNs + " (both 0, or an interval of at least 4 lengths)");
        }
    }

    private static void requireShare(final String name, final long shareE8) {
        if (shareE8 < 0 || shareE8 > Money.ONE) {
            throw new IllegalArgumentException("impossible " + name + ": " + shareE8 + " (0 to " + Money.ONE + ")");
        }
    }

    /** Whether the venue loses its connection at times. */
    boolean disconnects() {
        return disconnectIntervalNs > 0;
    }
}
