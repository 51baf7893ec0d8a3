package reprise.simulation.sweep;

/**
 * A point among the others.
 *
 * @param result of its run.
 * @param value of the measure by which points are compared; NaN if undefined.
 * @param plateau the median of the value and those of the point's neighbours; {@code -Infinity} if half of them or more are undefined.
 * @param basis how many values that is the median of.
 */
public record RankedPoint(PointResult result, double value, double plateau, int basis) {}
