package reprise.simulation.trial;

import java.util.Set;

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
        return run(seed, Interference.NONE);
    }

    static TrialResult run(final long seed, final Interference interference) {
        return new Trial(seed, Set.of(), 0, interference).run();
    }

    /**
     * Runs seeds one after another, and ends with the first that fails.
     *
     * @param firstSeed the first.
     * @param count how many.
     * @param progress is told of each.
     * @return what they were together.
     */
    public static TrialSummary run(final long firstSeed, final long count, final Progress progress) {
        final TrialSummary summary = new TrialSummary();
        for (long i = 0; i < count && summary.failed() == null; i++) {
            final TrialResult result = run(firstSeed + i);
            summary.add(result);
            progress.onTrial(result);
        }
        return summary;
    }
}
