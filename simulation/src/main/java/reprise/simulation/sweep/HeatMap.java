package reprise.simulation.sweep;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What two parameters do: one cell for each two values of theirs. Where there are further parameters, a cell is the median over all of their
 * values. A sweep of one parameter is a single row.
 *
 * @param rows the parameter downwards; null for a single row.
 * @param columns the parameter to the right.
 * @param cells by row and column; NaN where no run has a value.
 * @param low the lowest finite cell; infinite if there is none.
 * @param high the highest finite cell; infinite if there is none.
 */
public record HeatMap(SweepAxis rows, SweepAxis columns, double[][] cells, double low, double high) {
    private static final double MIDDLE = 0.5;
    private static final int NO_ROWS = -1;

    /**
     * Of the two parameters with the most values.
     *
     * @param grid of the sweep.
     * @param points those that did not fail.
     * @return the map.
     */
    public static HeatMap of(final SweepGrid grid, final List<RankedPoint> points) {
        final int[] widest = widestAxes(grid);
        final int column = widest.length == 0 ? 0 : widest[widest.length - 1];
        final int row = widest.length < 2 ? NO_ROWS : widest[0];
        final double[][] cells = cells(grid, points, row, column);
        final double[] finite = Arrays.stream(cells)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return new HeatMap(
                row == NO_ROWS ? null : grid.axes().get(row),
                grid.axes().get(column),
                cells,
                finite.length == 0 ? Double.POSITIVE_INFINITY : finite[0],
                finite.length == 0 ? Double.NEGATIVE_INFINITY : finite[finite.length - 1]);
    }

    /** At most two, in the order of the grid. */
    private static int[] widestAxes(final SweepGrid grid) {
        final List<SweepAxis> axes = grid.axes();
        return IntStream.range(0, axes.size())
                .boxed()
                .filter(axis -> axes.get(axis).values().size() > 1)
                .sorted(Comparator.comparingInt(axis -> -axes.get(axis).values().size()))
                .limit(2)
                .sorted()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[][] cells(
            final SweepGrid grid, final List<RankedPoint> points, final int row, final int column) {
        final int height = row == NO_ROWS ? 1 : grid.axes().get(row).values().size();
        final double[][][] found =
                new double[height][grid.axes().get(column).values().size()][0];
        for (final RankedPoint point : points) {
            final int[] at = grid.coordinates(point.result().spec().point());
            if (!Double.isNaN(point.value())) {
                final double[][] line = found[row == NO_ROWS ? 0 : at[row]];
                line[at[column]] = with(line[at[column]], point.value());
            }
        }
        return Arrays.stream(found)
                .map(line -> Arrays.stream(line).mapToDouble(HeatMap::median).toArray())
                .toArray(double[][]::new);
    }

    private static double[] with(final double[] values, final double value) {
        final double[] more = Arrays.copyOf(values, values.length + 1);
        more[values.length] = value;
        return more;
    }

    private static double median(final double[] values) {
        Arrays.sort(values);
        final int middle = values.length / 2;
        if (values.length == 0) {
            return Double.NaN;
        }
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }

    /**
     * How high a cell is among the others.
     *
     * @param value of a cell.
     * @return 0 for the lowest, 1 for the highest; NaN for an empty one, 0.5 where all are equal.
     */
    public double level(final double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        return high > low ? Math.min(1, Math.max(0, (value - low) / (high - low))) : MIDDLE;
    }
}
