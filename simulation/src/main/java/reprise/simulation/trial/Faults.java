package reprise.simulation.trial;

import java.util.Set;
import reprise.simulation.market.SplitMix;

/**
 * When what goes wrong in one trial. Each kind has its own chance, so that leaving one out leaves the others where they are as long as the
 * trial goes the same way.
 */
final class Faults {
    private static final double CALM_SHARE = 0.4;
    private static final FaultKind[] KINDS = FaultKind.values();

    private final SplitMix[] chances = new SplitMix[KINDS.length];
    private final double[] rates = new double[KINDS.length];
    private final long[] counts = new long[KINDS.length];
    private boolean active;

    /**
     * Draws the rates: many kinds do not strike at all, so that each is also seen without the others.
     *
     * @param seed of all of it.
     * @param without kinds that must not strike.
     */
    Faults(final long seed, final Set<FaultKind> without) {
        final SplitMix random = new SplitMix(seed);
        for (final FaultKind kind : KINDS) {
            final boolean calm = random.nextUnit() < CALM_SHARE;
            final double share = random.nextUnit();
            chances[kind.ordinal()] = new SplitMix(random.nextLong());
            rates[kind.ordinal()] = calm || without.contains(kind) ? 0 : share * kind.greatestRate();
        }
    }

    /** Whether it strikes now; then it is counted. */
    boolean strikes(final FaultKind kind) {
        final boolean hit = active && rate(kind) > 0 && chances[kind.ordinal()].nextUnit() < rate(kind);
        counts[kind.ordinal()] += hit ? 1 : 0;
        return hit;
    }

    double rate(final FaultKind kind) {
        return rates[kind.ordinal()];
    }

    /** A number of the chance of a kind, from low to high. */
    long between(final FaultKind kind, final long low, final long high) {
        return low + (long) (chances[kind.ordinal()].nextUnit() * (high - low + 1));
    }

    /** What struck elsewhere, as often as is known by now. */
    void counted(final FaultKind kind, final long total) {
        counts[kind.ordinal()] = total;
    }

    long count(final FaultKind kind) {
        return counts[kind.ordinal()];
    }

    /** Things go wrong from now on, or do not. */
    void active(final boolean isActive) {
        active = isActive;
    }
}
