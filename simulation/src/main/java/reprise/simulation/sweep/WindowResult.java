package reprise.simulation.sweep;

/**
 * What a window of a walk-forward came to.
 *
 * @param window which.
 * @param chosen on its training span; null if every point failed there.
 * @param test what the chosen point did afterwards; null without one.
 */
public record WindowResult(WalkForward.Window window, RankedPoint chosen, PointOutcome test) {
    /**
     * Whether the chosen point has traded its test.
     *
     * @return false if there was none, or if it failed.
     */
    public boolean isTested() {
        return test != null && !test.result().isFailed();
    }
}
