package reprise.simulation.sweep;

import java.util.Collections;
import java.util.List;

/**
 * What became of one run of a sweep. Plain values, and so text ({@link #cells}).
 *
 * @param spec what was run.
 * @param measures what it came to; null if it failed.
 * @param failure why it failed, in one line; empty if it did not.
 */
public record PointResult(PointSpec spec, PointMeasures measures, String failure) {
    /** Either there are measures, or there is a reason. */
    public PointResult {
        if ((measures == null) == failure.isEmpty()) {
            throw new IllegalArgumentException("measures or a failure expected: " + measures + ", '" + failure + "'");
        }
    }

    /**
     * A run that failed.
     *
     * @param spec what was run.
     * @param problem why it failed; line breaks become spaces.
     * @return its result.
     */
    public static PointResult failed(final PointSpec spec, final String problem) {
        final String line = problem.replaceAll("\\R|\\p{Cntrl}", " ").strip();
        return new PointResult(spec, null, line.isEmpty() ? "no reason given" : line);
    }

    /**
     * Whether there is nothing to measure.
     *
     * @return true if it failed.
     */
    public boolean isFailed() {
        return measures == null;
    }

    static List<String> columns(final List<String> keys) {
        final List<String> columns = PointSpec.columns(keys);
        columns.addAll(PointMeasures.COLUMNS);
        columns.add("failure");
        return columns;
    }

    /**
     * The result as text.
     *
     * @return the cells of its spec, the measures, the failure.
     */
    public List<String> cells() {
        final List<String> cells = spec.cells();
        cells.addAll(isFailed() ? Collections.nCopies(PointMeasures.COLUMNS.size(), "") : measures.cells());
        cells.add(failure);
        return cells;
    }

    /**
     * The result that a text says.
     *
     * @param keys of its settings.
     * @param cells as {@link #cells} writes them.
     * @return the result.
     * @throws RuntimeException if it is none.
     */
    public static PointResult parse(final List<String> keys, final List<String> cells) {
        final int measuresAt = PointSpec.columns(keys).size();
        final int failureAt = measuresAt + PointMeasures.COLUMNS.size();
        if (cells.size() != failureAt + 1) {
            throw new IllegalArgumentException((failureAt + 1) + " cells expected, got " + cells.size());
        }
        final PointSpec spec = PointSpec.parse(keys, cells);
        final String failure = cells.get(failureAt);
        return failure.isEmpty()
                ? new PointResult(spec, PointMeasures.parse(cells.subList(measuresAt, failureAt)), "")
                : new PointResult(spec, null, failure);
    }
}
