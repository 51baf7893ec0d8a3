package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which tried points are beside which: on a whole grid those one step away on one axis. Of a random choice few have such a neighbour; there the
 * nearest points take their place, two for each axis, a step being the smaller the more values its axis has.
 */
final class Neighbourhood {
    private final SweepGrid grid;
    private final int[][] coordinates;
    private final Map<Long, Integer> indexByPoint = new HashMap<>();

    /** Among points given by their numbers. */
    Neighbourhood(final SweepGrid grid, final long[] points) {
        this.grid = grid;
        coordinates = new int[points.length][];
        for (int i = 0; i < points.length; i++) {
            coordinates[i] = grid.coordinates(points[i]);
            indexByPoint.put(points[i], i);
        }
    }

    /** The neighbours of a point, both by index in the points given. */
    List<Integer> of(final int index) {
        return coordinates.length == grid.size() ? oneStepFrom(index) : nearest(index);
    }

    private List<Integer> oneStepFrom(final int index) {
        final List<Integer> neighbours = new ArrayList<>();
        for (int axis = 0; axis < grid.axes().size(); axis++) {
            if (!grid.axes().get(axis).numeric()) {
                continue;
            }
            for (int step = -1; step <= 1; step += 2) {
                final int[] aside = coordinates[index].clone();
                aside[axis] += step;
                if (aside[axis] >= 0
                        && aside[axis] < grid.axes().get(axis).values().size()) {
                    neighbours.add(indexByPoint.get(grid.pointAt(aside)));
                }
            }
        }
        return neighbours;
    }

    private List<Integer> nearest(final int index) {
        final double[] distances = new double[coordinates.length];
        Arrays.setAll(distances, other -> distance(coordinates[index], coordinates[other]));
        final long steppable = grid.axes().stream().filter(SweepAxis::numeric).count();
        return IntStream.range(0, distances.length)
                .filter(other -> other != index && Double.isFinite(distances[other]))
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distances[other]))
                .limit(2 * steppable)
                .toList();
    }

    /** Infinite where values differ that have no order. */
    private double distance(final int[] a, final int[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            final SweepAxis axis = grid.axes().get(i);
            if (a[i] != b[i]) {
                distance += axis.numeric()
                        ? Math.abs(a[i] - b[i]) / (axis.values().size() - 1.0)
                        : Double.POSITIVE_INFINITY;
            }
        }
        return distance;
    }
}
