package reprise.simulation.sweep;

import java.util.function.BooleanSupplier;

/**
 * The work of a sweep: a pure function, equal specs give equal outcomes wherever and whenever. Called by several threads at once, so what its
 * runs share must not change.
 */
@FunctionalInterface
public interface PointRun {
    /**
     * Runs.
     *
     * @param spec what to run.
     * @param cancelled is asked now and then whether nobody wants the outcome any more.
     * @return the outcome.
     * @throws java.util.concurrent.CancellationException if it was cancelled.
     * @throws RuntimeException if it fails; the message says why.
     */
    PointOutcome run(PointSpec spec, BooleanSupplier cancelled);
}
