package reprise.simulation.venue;

import java.util.Objects;

/**
 * How long the ways between venue and engine are.
 *
 * @param feed of market data to the engine.
 * @param orders of commands to the venue.
 * @param reports of the venue's answers to the engine.
 * @param seed of everything random in it.
 */
public record LatencyModel(Delay feed, Delay orders, Delay reports, long seed) {
    /** Everything arrives at once. */
    public static final LatencyModel NONE = new LatencyModel(Delay.NONE, Delay.NONE, Delay.NONE, 0);

    /** Checks that nothing is missing. */
    public LatencyModel {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(orders, "orders");
        Objects.requireNonNull(reports, "reports");
    }
}
