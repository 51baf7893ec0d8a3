package reprise.simulation.sweep;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a sweep came to.
 *
 * @param results of its points so far.
 * @param earlier how many of them an earlier start has left.
 * @param interrupted whether points or tests are left to do.
 * @param rankings one, or one for each window; none if points are left to do.
 * @param windows of a walk-forward.
 * @param joined the tests as one account; null without any.
 */
public record SweepOutcome(
        List<PointResult> results,
        int earlier,
        boolean interrupted,
        List<Ranking> rankings,
        List<WindowResult> windows,
        JoinedTests joined) {
    /** Copies the lists. */
    public SweepOutcome {
        results = List.copyOf(results);
        rankings = List.copyOf(rankings);
        windows = List.copyOf(windows);
    }

    /**
     * What failed: points, then tests.
     *
     * @return in order of windows and points.
     */
    public List<PointResult> failures() {
        return Stream.concat(
                        results.stream(),
                        windows.stream()
                                .filter(window -> window.test() != null)
                                .map(window -> window.test().result()))
                .filter(PointResult::isFailed)
                .toList();
    }
}
