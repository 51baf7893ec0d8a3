package reprise.research.statistics;

/**
 * Least squares from a matrix of products: its columns are the regressors in order, the last is what they explain. One decomposition
 * {@code L L'} answers for the first regressor alone, the first two, and so on, because {@code L}'s last row holds what each adds.
 */
final class Cholesky {
    /** Of a column's own length, what must be left of it beside the others for it to count as a column of its own. */
    private static final double LEAST_REST = 1e-13;

    private final double[][] lower;
    private final int target;

    /** Decomposes; the matrix, of which the lower half is read, becomes the decomposition's. */
    Cholesky(final double[][] products) {
        lower = products;
        target = products.length - 1;
        for (int row = 0; row <= target; row++) {
            decompose(row);
        }
    }

    private void decompose(final int row) {
        final double[] current = lower[row];
        for (int column = 0; column < row; column++) {
            double rest = current[column];
            final double[] other = lower[column];
            for (int k = 0; k < column; k++) {
                rest -= current[k] * other[k];
            }
            current[column] = rest / other[column];
        }
        double rest = current[row];
        for (int k = 0; k < row; k++) {
            rest -= current[k] * current[k];
        }
        current[row] = row == target || rest > LEAST_REST * current[row] ? Math.sqrt(Math.max(0, rest)) : Double.NaN;
    }

    /** Sum of squares that the regressors up to this one leave of the target. */
    double unexplained(final int regressor) {
        double sum = lower[target][target] * lower[target][target];
        for (int k = target - 1; k > regressor; k--) {
            sum += lower[target][k] * lower[target][k];
        }
        return sum;
    }

    /** The t-value of a regressor in the regression with those before it; NaN if nothing is left to explain or to explain with. */
    double t(final int regressor, final int degreesOfFreedom) {
        final double unexplained = unexplained(regressor);
        return degreesOfFreedom > 0 && unexplained > 0
                ? lower[target][regressor] / Math.sqrt(unexplained / degreesOfFreedom)
                : Double.NaN;
    }
}
