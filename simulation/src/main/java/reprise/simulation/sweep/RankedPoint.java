package reprise.simulation.sweep;

/**
 * A point among the others.
 *
 * @param result of its run.
 * @param value of the measure by which points are compared; NaN if undefined.
 * @param plateau the value, but at most the median of it and those of the point's neighbours; {@code -Infinity} if the value is undefined, or
 *     half of those or more.
 * @param basis how many values there are in that neighbourhood, the point's own included.
 */
public record RankedPoint(PointResult result, double value, double plateau, int basis) {}
