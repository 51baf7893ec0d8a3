package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which tried points are beside which: on a whole grid those one step away on one axis. Of a random choice few have such a neighbour; there the
 * nearest points take their place, two for each axis, a step being the smaller the more values its axis has.
 */
final class Neighbourhood {
    private final SweepGrid grid;
    private final int[][] coordinates;
    /** How many steps each axis has; 0 for one without an order, on which all others are infinitely far. */
    private final double[] spans;

    private final Map<Long, Integer> indexByPoint = new HashMap<>();

    /** Among points given by their numbers. */
    Neighbourhood(final SweepGrid grid, final long[] points) {
        this.grid = grid;
        spans = grid.axes().stream()
                .mapToDouble(axis -> axis.numeric() ? axis.values().size() - 1 : 0)
                .toArray();
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

    /** Of points as far away those that come first; keeps the few that are nearest so far, for there may be very many. */
    private List<Integer> nearest(final int index) {
        final int wanted =
                2 * (int) grid.axes().stream().filter(SweepAxis::numeric).count();
        final int[] nearest = new int[wanted];
        final double[] distances = new double[wanted];
        int count = 0;
        for (int other = 0; other < coordinates.length && wanted > 0; other++) {
            final double least = count < wanted ? Double.POSITIVE_INFINITY : distances[count - 1];
            final double distance = other == index ? least : distance(coordinates[index], coordinates[other]);
            if (distance < least) {
                count = Math.min(count + 1, wanted);
                int place = count - 1;
                for (; place > 0 && distances[place - 1] > distance; place--) {
                    nearest[place] = nearest[place - 1];
                    distances[place] = distances[place - 1];
                }
                nearest[place] = other;
                distances[place] = distance;
            }
        }
        return Arrays.stream(nearest, 0, count).boxed().toList();
    }

    /** Infinite where values differ that have no order. */
    private double distance(final int[] a, final int[] b) {
        double distance = 0;
        for (int i = 0; i < a.length; i++) {
            if (a[i] != b[i]) {
                distance += Math.abs(a[i] - b[i]) / spans[i];
            }
        }
        return distance;
    }
}
