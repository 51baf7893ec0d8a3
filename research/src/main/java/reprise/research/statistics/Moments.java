package reprise.research.statistics;

/**
 * What the distribution of a sample looks like. Means first, powers of what they leave then: power sums would cancel.
 *
 * @param count number of values.
 * @param mean their mean.
 * @param m2 mean of the squared deviations from it.
 * @param m3 mean of the cubed deviations.
 * @param m4 mean of the fourth powers of the deviations.
 */
public record Moments(int count, double mean, double m2, double m3, double m4) {
    /** Rounding leaves a deviation of this share of the largest value where there is none. */
    private static final double NOISE = 1e-12;

    /**
     * Of a sample.
     *
     * @param values any number; one that is NaN makes everything NaN.
     * @return its moments; NaN without values.
     */
    public static Moments of(final double[] values) {
        final int n = values.length;
        if (n == 0) {
            return new Moments(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        final double mean = Sums.isConstant(values) ? values[0] : Sums.mean(values);
        double squares = 0;
        double cubes = 0;
        double fourths = 0;
        double largest = 0;
        for (final double value : values) {
            final double deviation = value - mean;
            final double square = deviation * deviation;
            squares += square;
            cubes += square * deviation;
            fourths += square * square;
            largest = Math.max(largest, Math.abs(value));
        }
        if (Math.sqrt(squares / n) <= NOISE * largest) {
            return new Moments(n, mean, 0, 0, 0);
        }
        return new Moments(n, mean, squares / n, cubes / n, fourths / n);
    }

    /**
     * Standard deviation of a sample, with n - 1.
     *
     * @return 0 if the values differ by rounding only; NaN of fewer than two.
     */
    public double deviation() {
        return count < 2 ? Double.NaN : Math.sqrt(m2 * count / (count - 1));
    }

    /**
     * Standard deviation of a population, with n.
     *
     * @return NaN without values.
     */
    public double populationDeviation() {
        return Math.sqrt(m2);
    }

    /**
     * Skewness g1, as it is in the sample.
     *
     * @return NaN if the values do not vary.
     */
    public double skew() {
        return m2 > 0 ? m3 / (m2 * Math.sqrt(m2)) : Double.NaN;
    }

    /**
     * Excess kurtosis g2, as it is in the sample: 0 of a normal distribution.
     *
     * @return NaN if the values do not vary.
     */
    public double excessKurtosis() {
        return m2 > 0 ? m4 / (m2 * m2) - 3 : Double.NaN;
    }

    /**
     * Skewness G1, corrected for the size of the sample, as pandas and spreadsheets show it.
     *
     * @return NaN of fewer than three values.
     */
    public double adjustedSkew() {
        return count < 3 ? Double.NaN : skew() * Math.sqrt((double) count * (count - 1)) / (count - 2);
    }

    /**
     * Excess kurtosis G2, corrected for the size of the sample.
     *
     * @return NaN of fewer than four values.
     */
    public double adjustedExcessKurtosis() {
        if (count < 4) {
            return Double.NaN;
        }
        final double n = count;
        return (n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excessKurtosis() + 6);
    }
}
