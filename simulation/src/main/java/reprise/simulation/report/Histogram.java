package reprise.simulation.report;

import reprise.research.statistics.Quantiles;

/**
 * How often returns were how large. 0 is an edge, so that no bar is both gain and loss; widths are round: 1, 2 or 5 times a power of ten.
 *
 * @param firstEdge lower edge of the first bar.
 * @param width of each bar.
 * @param counts of the bars; a value on an edge counts in the bar above it.
 */
record Histogram(double firstEdge, double width, int[] counts) {
    private static final int BARS_MAX = 60;
    private static final int BARS_WANTED_LEAST = 8;

    /**
     * Of a sample.
     *
     * @param values finite.
     * @return no bars where the values do not vary.
     */
    static Histogram of(final double[] values) {
        final Quantiles quantiles = Quantiles.of(values);
        final double least = quantiles.at(0);
        final double range = quantiles.at(1) - least;
        if (!(range > 0)) {
            return new Histogram(0, 0, new int[0]);
        }
        final double width = round(width(quantiles, range, values.length));
        final long first = (long) Math.floor(least / width);
        final long last = (long) Math.floor(quantiles.at(1) / width);
        final int[] counts = new int[(int) (last - first) + 1];
        for (final double value : values) {
            counts[(int) ((long) Math.floor(value / width) - first)]++;
        }
        return new Histogram(first * width, width, counts);
    }

    /** Freedman and Diaconis, within limits. */
    private static double width(final Quantiles quantiles, final double range, final int count) {
        final double spread = quantiles.at(0.75) - quantiles.at(0.25);
        final double width = 2 * spread / Math.cbrt(count);
        return Math.max(range / BARS_MAX, Math.min(range / BARS_WANTED_LEAST, width));
    }

    /** The next round width above. */
    private static double round(final double width) {
        final double power = StrictMath.pow(10, Math.floor(StrictMath.log10(width)));
        for (final int factor : new int[] {1, 2, 5}) {
            if (factor * power >= width) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
