package reprise.simulation.trial;

import java.util.function.Function;

/**
 * Makes a trial that failed shorter, as long as it breaks the same rule: fewer steps of the market, fewer kinds of faults, until neither helps.
 * What is left out changes what comes after it, so this finds a short trial, not the shortest.
 */
final class Shrinker {
    private final Function<Scenario, TrialResult> trial;
    private final String rule;
    private TrialResult shortest;

    private Shrinker(final Function<Scenario, TrialResult> trial, final TrialResult failed) {
        this.trial = trial;
        rule = failed.failure().rule();
        shortest = failed;
    }

    /**
     * Shrinks.
     *
     * @param trial runs one, always in the same way.
     * @param failed that is too long.
     * @return one that breaks the same rule, perhaps the same.
     */
    static TrialResult shrink(final Function<Scenario, TrialResult> trial, final TrialResult failed) {
        final Shrinker shrinker = new Shrinker(trial, failed);
        Scenario before = null;
        while (!shrinker.shortest.scenario().equals(before)) {
            before = shrinker.shortest.scenario();
            shrinker.dropSteps();
            shrinker.dropFaults();
        }
        return shrinker.shortest;
    }

    private boolean stillFails(final Scenario scenario) {
        final TrialResult result = trial.apply(scenario);
        final boolean fails =
                result.failure() != null && result.failure().rule().equals(rule);
        shortest = fails ? result : shortest;
        return fails;
    }

    /** Halves the distance to the fewest steps, though a trial that fails after fewer need not fail after more. */
    private void dropSteps() {
        long tooFew = 0;
        long enough = shortest.failure().step();
        while (enough - tooFew > 1) {
            final long middle = (tooFew + enough) / 2;
            if (stillFails(shortest.scenario().upTo(middle))) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        if (shortest.scenario().stepLimit() != enough && enough > 0) {
            stillFails(shortest.scenario().upTo(enough));
        }
    }

    private void dropFaults() {
        for (final FaultKind kind : FaultKind.values()) {
            if (shortest.faults()[kind.ordinal()] > 0) {
                stillFails(shortest.scenario().without(kind));
            }
        }
    }
}
