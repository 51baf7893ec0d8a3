package reprise.simulation.sweep;

import reprise.research.performance.EquityCurve;

/**
 * A result, and the way to it.
 *
 * @param result what became of the run.
 * @param daily equity by days; null if it failed.
 */
public record PointOutcome(PointResult result, EquityCurve daily) {
    static PointOutcome failed(final PointSpec spec, final String problem) {
        return new PointOutcome(PointResult.failed(spec, problem), null);
    }
}
