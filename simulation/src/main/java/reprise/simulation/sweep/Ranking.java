package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Points in order of how much they are to be believed: by their value, which counts for no more than the median of it and those of their
 * neighbours. A point that is good alone, among bad ones, is mostly one that fits the noise; a plateau stays good when the market shifts the
 * optimum by a step.
 *
 * <p>Neighbours that failed are left out. A run without a value (say, the Sharpe ratio of one that never traded) counts as the worst.
 *
 * @param by the measure.
 * @param points those that did not fail: the best plateau first, of equal ones the best value, then the lowest number.
 * @param failures the others, by number.
 */
public record Ranking(RankBy by, List<RankedPoint> points, List<PointResult> failures) {
    private static final Comparator<RankedPoint> BEST_FIRST = Comparator.comparingDouble(RankedPoint::plateau)
            .thenComparingDouble(point -> worstIfUndefined(point.value()))
            .reversed()
            .thenComparingLong(point -> point.result().spec().point());

    /** Copies the lists. */
    public Ranking {
        points = List.copyOf(points);
        failures = List.copyOf(failures);
    }

    /**
     * Ranks.
     *
     * @param grid of which they are points.
     * @param all results of one window, each point once.
     * @param by the measure.
     * @return the order.
     */
    public static Ranking of(final SweepGrid grid, final List<PointResult> all, final RankBy by) {
        final List<PointResult> results = new ArrayList<>(all);
        results.sort(Comparator.comparingLong(result -> result.spec().point()));
        final Neighbourhood neighbourhood = new Neighbourhood(
                grid,
                results.stream().mapToLong(result -> result.spec().point()).toArray());
        final List<RankedPoint> points = new ArrayList<>();
        final List<PointResult> failures = new ArrayList<>();
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i).isFailed()) {
                failures.add(results.get(i));
            } else {
                points.add(ranked(i, results, neighbourhood, by));
            }
        }
        points.sort(BEST_FIRST);
        return new Ranking(by, points, failures);
    }

    private static RankedPoint ranked(
            final int index, final List<PointResult> results, final Neighbourhood neighbourhood, final RankBy by) {
        final List<Integer> around = new ArrayList<>(neighbourhood.of(index));
        around.add(index);
        final double[] values = around.stream()
                .map(results::get)
                .filter(result -> !result.isFailed())
                .mapToDouble(result -> worstIfUndefined(by.of(result)))
                .toArray();
        final double value = by.of(results.get(index));
        final double plateau = Math.min(worstIfUndefined(value), lowerMedian(values));
        return new RankedPoint(results.get(index), value, plateau, values.length);
    }

    private static double worstIfUndefined(final double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    /** Of an even number the lower of the two in the middle: a value that was seen, and the more careful one. */
    private static double lowerMedian(final double[] values) {
        Arrays.sort(values);
        return values[(values.length - 1) / 2];
    }

    /**
     * The point to believe first.
     *
     * @return the best plateau; none if no point has one.
     */
    public Optional<RankedPoint> plateau() {
        return points.stream().findFirst().filter(point -> point.plateau() > Double.NEGATIVE_INFINITY);
    }

    /**
     * The highest value, whatever is around it.
     *
     * @return of equal ones that of the best plateau; none if no point has a value.
     */
    public Optional<RankedPoint> peak() {
        return points.stream()
                .filter(point -> !Double.isNaN(point.value()))
                .reduce((best, point) -> point.value() > best.value() ? point : best);
    }
}
