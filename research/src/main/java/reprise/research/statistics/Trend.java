package reprise.research.statistics;

/** Which deterministic part a test allows beside the noise. */
public enum Trend {
    /** None: the series is thought to wander about zero. */
    NONE(0),
    /** A constant. */
    CONSTANT(1),
    /** A constant and a line in time. */
    LINEAR(2),
    /** A constant, a line and its square. */
    QUADRATIC(3);

    private final int terms;

    Trend(final int terms) {
        this.terms = terms;
    }

    /**
     * How many coefficients it has.
     *
     * @return 0 to 3.
     */
    public int terms() {
        return terms;
    }

    /**
     * The polynomials of this trend over some points in equal steps, orthogonal and of length 1, so that removing one leaves the others
     * alone and nothing is lost to cancellation.
     *
     * @param length number of points.
     * @return a row for each term.
     */
    double[][] basis(final int length) {
        final double middle = (length - 1) / 2.0;
        final double meanSquare = (length * (double) length - 1) / 12;
        final double[][] basis = new double[terms][length];
        for (int term = 0; term < terms; term++) {
            for (int i = 0; i < length; i++) {
                final double x = i - middle;
                basis[term][i] = switch (term) {
                    case 0 -> 1;
                    case 1 -> x;
                    default -> x * x - meanSquare;
                };
            }
            scale(basis[term], 1 / Math.sqrt(Sums.product(basis[term], basis[term])));
        }
        return basis;
    }

    /**
     * What is left of a series without this trend, fitted by least squares.
     *
     * @param series any; not changed.
     * @return a new array.
     */
    double[] removedFrom(final double[] series) {
        if (this == CONSTANT) {
            return Sums.centered(series);
        }
        final double[] rest = series.clone();
        for (final double[] term : basis(series.length)) {
            // Twice: the first pass may leave a rounding error of the size of the level, the second of the size of what
            // is left.
            subtract(rest, term, Sums.product(rest, term));
            subtract(rest, term, Sums.product(rest, term));
        }
        return rest;
    }

    private static void scale(final double[] values, final double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
    }

    private static void subtract(final double[] values, final double[] term, final double factor) {
        for (int i = 0; i < values.length; i++) {
            values[i] -= factor * term[i];
        }
    }
}
