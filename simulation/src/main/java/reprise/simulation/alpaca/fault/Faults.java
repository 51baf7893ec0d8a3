package reprise.simulation.alpaca.fault;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** What will go wrong: faults that wait for their occasion, and those that happen when the market is so far. Thread-safe. */
public final class Faults {
    private static final int LEAST_GAP = 200;
    private static final int WIDEST_GAP = 2_000;
    private static final long RANDOM_MS = 500;

    private final List<Fault> waiting = new ArrayList<>();
    private final List<Fault.Planned> planned = new ArrayList<>();
    private Consumer<Fault> atOnce = fault -> {};
    private SplittableRandom random;
    private long nextRandomStep = Long.MAX_VALUE;

    /**
     * Says who lets faults happen that wait for nothing.
     *
     * @param action lets one happen.
     */
    public synchronized void atOnce(final Consumer<Fault> action) {
        atOnce = action;
    }

    /**
     * Lets something go wrong: now, or at its next occasion.
     *
     * @param fault what.
     */
    public void set(final Fault fault) {
        final Consumer<Fault> action;
        synchronized (this) {
            action = atOnce;
            if (!fault.kind().isAtOnce()) {
                waiting.add(fault);
                return;
            }
        }
        for (int i = 0; i < fault.times(); i++) {
            action.accept(fault);
        }
    }

    /**
     * The same when the market is so far.
     *
     * @param plan what and when.
     */
    public synchronized void plan(final Fault.Planned plan) {
        planned.add(plan);
    }

    /**
     * Lets something go wrong time and again.
     *
     * @param seed decides what and when.
     */
    public synchronized void planAtRandom(final long seed) {
        random = new SplittableRandom(seed);
        nextRandomStep = random.nextInt(LEAST_GAP, WIDEST_GAP);
    }

    /** Forgets everything that waits or is planned. */
    public synchronized void clear() {
        waiting.clear();
        planned.clear();
        nextRandomStep = Long.MAX_VALUE;
    }

    /**
     * An occasion: takes a fault that waits for it.
     *
     * @param kind what would go wrong here.
     * @param place where here is.
     * @return empty if all goes well.
     */
    public synchronized Optional<Fault> take(final FaultKind kind, final String place) {
        for (int i = 0; i < waiting.size(); i++) {
            final Fault fault = waiting.get(i);
            if (fault.kind() == kind && fault.fits(place)) {
                if (fault.times() <= 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /**
     * The market is so far.
     *
     * @param step how many trades, quotes and bars there were.
     */
    public void reached(final long step) {
        due(step).forEach(this::set);
    }

    private synchronized List<Fault> due(final long step) {
        final List<Fault> due = new ArrayList<>();
        for (final Iterator<Fault.Planned> plans = planned.iterator(); plans.hasNext(); ) {
            final Fault.Planned plan = plans.next();
            if (plan.step() <= step) {
                plans.remove();
                due.add(plan.fault());
            }
        }
        while (nextRandomStep <= step) {
            final FaultKind kind = FaultKind.values()[random.nextInt(FaultKind.values().length)];
            if (kind != FaultKind.HALT) {
                // A halt would have no end.
                due.add(Fault.once(kind).lasting(RANDOM_MS));
            }
            nextRandomStep += random.nextInt(LEAST_GAP, WIDEST_GAP);
        }
        return due;
    }
}
