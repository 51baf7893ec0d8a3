package reprise.simulation.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reprise.testkit.RandomCases;

class NeighbourhoodTest {
    @Test
    void shouldTakeTheNearestOfARandomChoiceAndTheFirstOfThoseAsFarAway() {
        RandomCases.check(200, random -> {
            final List<SweepAxis> axes = new ArrayList<>();
            axes.add(SweepAxis.parse("fast", "1:" + (2 + random.nextInt(8))));
            axes.add(SweepAxis.parse("slow", "10:" + (20 + random.nextInt(20)) + ":3"));
            if (random.nextBoolean()) {
                axes.add(SweepAxis.parse("kind", "a,b"));
            }
            final SweepGrid grid = new SweepGrid(axes);
            final long[] points = grid.sample(1 + random.nextInt((int) grid.size() - 1), random.nextLong());
            final Neighbourhood neighbourhood = new Neighbourhood(grid, points);

            for (int i = 0; i < points.length; i++) {
                assertThat(neighbourhood.of(i)).isEqualTo(nearest(grid, points, i));
            }
        });
    }

    /** By sorting all of them. */
    private static List<Integer> nearest(final SweepGrid grid, final long[] points, final int index) {
        return IntStream.range(0, points.length)
                .filter(other -> other != index && Double.isFinite(distance(grid, points[index], points[other])))
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distance(grid, points[index], points[other])))
                .limit(4)
                .toList();
    }

    private static double distance(final SweepGrid grid, final long one, final long other) {
        double distance = 0;
        for (int i = 0; i < grid.axes().size(); i++) {
            final int steps = Math.abs(grid.coordinates(one)[i] - grid.coordinates(other)[i]);
            if (steps != 0) {
                distance += grid.axes().get(i).numeric()
                        ? steps / (grid.axes().get(i).values().size() - 1.0)
                        : Double.POSITIVE_INFINITY;
            }
        }
        return distance;
    }
}
