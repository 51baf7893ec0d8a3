package reprise.core;

import java.util.Arrays;
import reprise.execution.PairReason;
import reprise.execution.PairState;
import reprise.time.EngineClock;

/** What strategies and observers must be told of pairs, until nothing else happens. Empty between events, and so no state. */
final class PairNews {
    private final CoreObserver observer;
    private final EngineClock clock;
    private final Leftovers leftovers;
    private PairLane[] lanes = new PairLane[16];
    private PairState[] froms = new PairState[16];
    private PairState[] tos = new PairState[16];
    private PairReason[] reasons = new PairReason[16];
    private int count;

    PairNews(final CoreObserver observer, final EngineClock clock, final Leftovers leftovers) {
        this.observer = observer;
        this.clock = clock;
        this.leftovers = leftovers;
    }

    void later(final PairLane lane, final PairState from, final PairState to, final PairReason reason) {
        if (count == lanes.length) {
            lanes = Arrays.copyOf(lanes, 2 * count);
            froms = Arrays.copyOf(froms, 2 * count);
            tos = Arrays.copyOf(tos, 2 * count);
            reasons = Arrays.copyOf(reasons, 2 * count);
        }
        lanes[count] = lane;
        froms[count] = from;
        tos[count] = to;
        reasons[count++] = reason;
        leftovers.add();
    }

    /** Tells it, and what comes of that. Not to be called during a strategy's callback. */
    void tell() {
        for (int i = 0; i < count; i++) {
            lanes[i].host().onPair(lanes[i], froms[i], tos[i], reasons[i]);
            observer.onPair(lanes[i].strategyId(), lanes[i], froms[i], tos[i], reasons[i], clock.timeNs());
        }
        count = 0;
    }
}
