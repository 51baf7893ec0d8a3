package reprise.simulation.trial;

/** Runs trials of many seeds and adds up what they were. Single-threaded. */
public final class Trials {
    /** Hears how far it is. */
    @FunctionalInterface
    public interface Progress {
        /** Says nothing. */
        Progress SILENT = result -> {};

        /**
         * A trial ended.
         *
         * @param result of it.
         */
        void onTrial(TrialResult result);
    }

    private Trials() {}

    /**
     * Runs one trial.
     *
     * @param seed that decides it.
     * @return what it was; the same whenever and wherever it runs.
     */
    public static TrialResult run(final long seed) {
        return run(Scenario.of(seed));
    }

    /**
     * Runs one trial.
     *
     * @param scenario that decides it.
     * @return what it was; the same whenever and wherever it runs.
     */
    public static TrialResult run(final Scenario scenario) {
        return run(scenario, Interference.NONE);
    }

    static TrialResult run(final Scenario scenario, final Interference interference) {
        return new Trial(scenario, interference).run();
    }

    /**
     * Looks for a shorter trial that breaks the same rule, with some dozens of trials.
     *
     * @param failed that is too long.
     * @return the shortest that was found.
     */
    public static TrialResult shrink(final TrialResult failed) {
        return Shrinker.shrink(Trials::run, failed);
    }

    /**
     * Runs seeds one after another, and ends with the first that fails.
     *
     * @param first the first.
     * @param count how many; the others differ in their seed.
     * @param progress is told of each.
     * @return what they were together.
     */
    public static TrialSummary run(final Scenario first, final long count, final Progress progress) {
        final TrialSummary summary = new TrialSummary();
        for (long i = 0; i < count && summary.failed() == null; i++) {
            final TrialResult result = run(new Scenario(first.seed() + i, first.without(), first.stepLimit()));
            summary.add(result);
            progress.onTrial(result);
        }
        return summary;
    }
}
