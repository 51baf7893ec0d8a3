package reprise.simulation.sweep;

import java.util.ArrayList;
import java.util.List;
import reprise.research.performance.SharpeInference;

/** Results that a test makes up. */
final class Points {
    private Points() {}

    static PointSpec spec(final SweepGrid grid, final long point) {
        return new PointSpec(0, point, grid.settings(point), Span.WHOLE);
    }

    /** One whose measures are all the same number. */
    static PointResult valued(final SweepGrid grid, final long point, final double value) {
        final PointMeasures measures = new PointMeasures(
                100,
                7,
                10_000_000_000L,
                value,
                value,
                value,
                value,
                value,
                value,
                -value,
                value,
                value,
                value,
                new SharpeInference(value, 50, 0.5, 1.5),
                "ab" + point);
        return new PointResult(spec(grid, point), measures, "");
    }

    /** The first points of a grid, each as good as its number says. */
    static List<RankedPoint> ranked(final SweepGrid grid, final double... values) {
        final List<RankedPoint> points = new ArrayList<>();
        for (final double value : values) {
            points.add(new RankedPoint(valued(grid, points.size(), value), value, value, 1));
        }
        return points;
    }
}
