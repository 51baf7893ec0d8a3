package reprise.app.crash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import reprise.simulation.remote.Stop;

/**
 * When the engine is killed, chosen by a seed: moments all over the run, within steps, between them and after commands; and kills that follow
 * close on another, at the start, before the venue's welcome, and while the venue tells what became of orders.
 */
final class KillPlan {
    /** Kills lie in the first part of the run: commands come when they come, and the last kill must not come after the end. */
    private static final double SPREAD = 0.8;

    private static final double CLOSE_SHARE = 0.4;
    private static final int CLOSE_EVENTS = 6;

    private final SplittableRandom random;
    private final long events;
    private final long bars;
    private final long orders;

    /**
     * A plan for a run that is known.
     *
     * @param seed which one.
     * @param events of the run.
     * @param bars of the run.
     * @param orders of the run.
     */
    KillPlan(final long seed, final long events, final long bars, final long orders) {
        random = new SplittableRandom(seed);
        this.events = events;
        this.bars = bars;
        this.orders = orders;
    }

    /** So many kills in their order. */
    List<Kill> kills(final int count) {
        final int closeCount = (int) Math.round(count * CLOSE_SHARE);
        final long[] places = new long[count - closeCount];
        for (int i = 0; i < places.length; i++) {
            places[i] = (long) (random.nextDouble() * SPREAD * events);
        }
        Arrays.sort(places);
        final List<Kill> kills = new ArrayList<>();
        int closeLeft = closeCount;
        for (int i = 0; i < places.length; i++) {
            kills.add(far(places[i] - (i == 0 ? 0 : places[i - 1])));
            // Two in a row, or more, somewhere; what is left comes after the last.
            while (closeLeft > 0 && (i == places.length - 1 || random.nextDouble() < CLOSE_SHARE)) {
                kills.add(close());
                closeLeft--;
            }
        }
        return kills;
    }

    private Kill far(final long distanceEvents) {
        final long distance = Math.max(1, distanceEvents);
        return switch (random.nextInt(4)) {
            case 0 -> Kill.at(new Stop(Stop.Kind.STEP, scaled(distance, bars)));
            case 1 ->
                Kill.at(
                        orders == 0
                                ? new Stop(Stop.Kind.EVENT, distance)
                                : new Stop(Stop.Kind.COMMAND, scaled(distance, orders)));
            default -> Kill.at(new Stop(Stop.Kind.EVENT, distance));
        };
    }

    private long scaled(final long distance, final long total) {
        return Math.max(1, Math.min(distance, distance * total / Math.max(1, events)));
    }

    private Kill close() {
        return switch (random.nextInt(4)) {
            case 0 -> Kill.AT_START;
            case 1 -> Kill.at(new Stop(Stop.Kind.HELLO, 1));
            case 2 -> Kill.at(new Stop(Stop.Kind.STEP, 1));
            default -> Kill.at(new Stop(Stop.Kind.EVENT, 1 + random.nextInt(CLOSE_EVENTS)));
        };
    }
}
