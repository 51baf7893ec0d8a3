package reprise.research.statistics;

/**
 * Sums of products of the columns of a Dickey-Fuller regression: level {@code x[t-1]}, steps {@code d[t-1] .. d[t-p]}, step {@code d[t]}.
 *
 * <p>The columns are one series shifted, so that not every pair of columns needs a sum of its own: products of steps that are equally far
 * apart share all but a few terms at the ends, and the level is the sum of steps. That takes about {@code n p} multiplications instead of
 * {@code n p^2}, without leaving anything out.
 */
final class LagProducts {
    private final double[] series;
    private final double[] steps;
    private final int lags;
    private final int first;
    private final int last;
    private final double[][] ofSteps;
    private final double[] withLevel;
    private double ofLevel;

    /**
     * Of a series whose trend is removed already; the trend is then also removed from each column over the regression's own rows.
     *
     * @param lags at most half of the steps, so that all shifts have rows in common.
     */
    LagProducts(final double[] series, final Trend trend, final int lags) {
        this.series = series;
        this.lags = lags;
        steps = new double[series.length - 1];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = series[i + 1] - series[i];
        }
        // Step i goes from value i to value i + 1; the regression explains the steps first..last.
        first = lags;
        last = steps.length - 1;
        ofSteps = new double[lags + 1][lags + 1];
        withLevel = new double[lags + 1];
        sumSteps();
        sumLevels();
        for (final double[] term : trend.basis(observations())) {
            remove(term);
        }
    }

    int lags() {
        return lags;
    }

    int observations() {
        return last - first + 1;
    }

    /** {@code ofSteps[j][i]} for {@code i <= j}: sum over the rows t of {@code d[t-i] d[t-j]}. */
    private void sumSteps() {
        for (int apart = 0; apart <= lags; apart++) {
            // What all shifts have in common, then what each has at its ends; only additions, so that nothing cancels.
            final int commonLast = last - lags + apart;
            final double common = Sums.product(steps, first, steps, first - apart, commonLast - first + 1);
            double before = 0;
            for (int shift = 0; shift + apart <= lags; shift++) {
                if (shift > 0) {
                    before += steps[first - shift] * steps[first - shift - apart];
                }
                ofSteps[shift + apart][shift] = common + before;
            }
            double after = 0;
            for (int shift = lags - apart; shift >= 0; shift--) {
                ofSteps[shift + apart][shift] += after;
                if (shift > 0) {
                    after += steps[last - shift + 1] * steps[last - shift + 1 - apart];
                }
            }
        }
    }

    /** {@code withLevel[j]}: sum over the rows t of {@code x[t-1] d[t-j]}, by {@code x[t-1] = x[t-2] + d[t-1]}. */
    private void sumLevels() {
        ofLevel = Sums.product(series, first, series, first, observations());
        withLevel[0] = Sums.product(series, first, steps, first, observations());
        for (int lag = 1; lag <= lags; lag++) {
            withLevel[lag] = withLevel[lag - 1]
                    + series[first - 1] * steps[first - lag]
                    - series[last] * steps[last + 1 - lag]
                    + ofSteps[lag][1];
        }
    }

    private void remove(final double[] term) {
        final double level = Sums.product(series, first, term, 0, term.length);
        final double[] parts = new double[lags + 1];
        for (int lag = 0; lag <= lags; lag++) {
            parts[lag] = Sums.product(steps, first - lag, term, 0, term.length);
        }
        ofLevel -= level * level;
        for (int lag = 0; lag <= lags; lag++) {
            withLevel[lag] -= level * parts[lag];
            for (int other = 0; other <= lag; other++) {
                ofSteps[lag][other] -= parts[lag] * parts[other];
            }
        }
    }

    /** Lower half of the products of level, step 1 back, .. step p back, step explained. */
    double[][] levelFirst() {
        final double[][] products = new double[lags + 2][lags + 2];
        products[0][0] = ofLevel;
        for (int lag = 1; lag <= lags; lag++) {
            products[lag][0] = withLevel[lag];
            System.arraycopy(ofSteps[lag], 1, products[lag], 1, lag);
        }
        products[lags + 1][0] = withLevel[0];
        explained(products[lags + 1], 1);
        return products;
    }

    /** The same with the level after the steps. */
    double[][] levelLast() {
        final double[][] products = new double[lags + 2][lags + 2];
        for (int lag = 1; lag <= lags; lag++) {
            System.arraycopy(ofSteps[lag], 1, products[lag - 1], 0, lag);
            products[lags][lag - 1] = withLevel[lag];
        }
        products[lags][lags] = ofLevel;
        explained(products[lags + 1], 0);
        products[lags + 1][lags] = withLevel[0];
        return products;
    }

    private void explained(final double[] row, final int from) {
        for (int lag = 1; lag <= lags; lag++) {
            row[from + lag - 1] = ofSteps[lag][0];
        }
        row[lags + 1] = ofSteps[0][0];
    }
}
