package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A sweep: which points are tried on which spans of the data, and what is made of their results.
 *
 * @param grid of the parameters.
 * @param points numbers of those that are tried, ascending.
 * @param windows of a walk-forward; none for a sweep over all of the data.
 * @param by the measure that decides.
 */
public record Sweep(SweepGrid grid, long[] points, List<WalkForward.Window> windows, RankBy by) {
    private static final int NO_WINDOW = 0;

    /** Copies the windows. */
    public Sweep {
        windows = List.copyOf(windows);
    }

    /**
     * How many runs the file of points holds at the end.
     *
     * @return points by windows.
     */
    public long size() {
        return (long) points.length * Math.max(1, windows.size());
    }

    /**
     * What is left to do.
     *
     * @param done results of an earlier start.
     * @return the others, window by window.
     */
    public List<PointSpec> specs(final List<PointResult> done) {
        final Set<PointSpec> finished = new HashSet<>();
        done.forEach(result -> finished.add(result.spec()));
        final List<PointSpec> specs = new ArrayList<>();
        if (windows.isEmpty()) {
            addAll(NO_WINDOW, Span.WHOLE, finished, specs);
        }
        windows.forEach(window -> addAll(window.number(), window.train(), finished, specs));
        return specs;
    }

    private void addAll(final int window, final Span span, final Set<PointSpec> finished, final List<PointSpec> specs) {
        for (final long point : points) {
            final PointSpec spec = new PointSpec(window, point, grid.settings(point), span);
            if (!finished.contains(spec)) {
                specs.add(spec);
            }
        }
    }

    /**
     * Ranks the results of a sweep over all of the data.
     *
     * @param results all of them.
     * @return the order.
     */
    public Ranking ranking(final List<PointResult> results) {
        return ranking(results, NO_WINDOW);
    }

    private Ranking ranking(final List<PointResult> results, final int window) {
        return Ranking.of(
                grid,
                results.stream()
                        .filter(result -> result.spec().window() == window)
                        .toList(),
                by);
    }

    /**
     * Ranks the training results of each window.
     *
     * @param results all of them.
     * @return one order a window.
     */
    public List<Ranking> windowRankings(final List<PointResult> results) {
        return windows.stream().map(window -> ranking(results, window.number())).toList();
    }

    /**
     * Lets the best plateau of each window trade the window's test.
     *
     * @param rankings of the training results, one a window.
     * @param pool does the runs.
     * @param done is told each time one is over.
     * @return one result a window, in order; those of a pool that was stopped are not complete.
     */
    public List<WindowResult> test(
            final List<Ranking> rankings, final SweepPool pool, final Consumer<PointOutcome> done) {
        final List<PointSpec> specs = new ArrayList<>();
        for (final WalkForward.Window window : windows) {
            rankings.get(window.number() - 1)
                    .plateau()
                    .ifPresent(chosen -> specs.add(new PointSpec(
                            window.number(),
                            chosen.result().spec().point(),
                            chosen.result().spec().settings(),
                            window.test())));
        }
        final PointOutcome[] outcomes = new PointOutcome[windows.size()];
        pool.run(specs, outcome -> {
            outcomes[outcome.result().spec().window() - 1] = outcome;
            done.accept(outcome);
        });
        return windows.stream()
                .map(window -> new WindowResult(
                        window,
                        rankings.get(window.number() - 1).plateau().orElse(null),
                        outcomes[window.number() - 1]))
                .toList();
    }
}
