package reprise.indicator;

import reprise.state.StateExchange;

/**
 * Hurst exponent of the last {@code n} values: the slope of ln(standard deviation of differences over k bars) on ln(k), for k from the
 * shortest to the longest lag. About 0.5 for a random walk, less where it turns back, more where it goes on.
 *
 * <p>Not constant time, but without a pass over the window: one {@link RollingMoments} and one logarithm per lag on every bar.
 */
final class Hurst extends Indicator {
    static final IndicatorSpec SPEC = IndicatorSpec.named("hurst", "Hurst exponent")
            .input("x", "ln")
            .period("period", 200, 10)
            .integer("min_lag", 2, 1, 1000)
            .integer("max_lag", 20, 2, 1000)
            .formula(
                    "slope of ln std(x - x[k]) (ddof 0) on ln k, k = min_lag..max_lag",
                    "generalised Hurst exponent, q = 2 about the mean")
            .warmUp(a -> a.integer("period"))
            .computedBy((in, a) -> new Hurst(in[0], a.integer("period"), a.integer("min_lag"), a.integer("max_lag")));

    private final Line x;
    private final int minLag;
    private final Window past;
    private final RollingMoments[] differences;
    private final double[] weights;

    Hurst(final Line x, final int period, final int minLag, final int maxLag) {
        if (minLag >= maxLag || maxLag > period - 2) {
            throw new IllegalArgumentException("hurst: lags must rise and leave two differences in the window: min_lag="
                    + minLag + ", max_lag=" + maxLag + ", period=" + period);
        }
        this.x = x;
        this.minLag = minLag;
        past = new Window(maxLag);
        differences = new RollingMoments[maxLag - minLag + 1];
        weights = new double[differences.length];
        double mean = 0;
        for (int i = 0; i < weights.length; i++) {
            differences[i] = new RollingMoments(period - (minLag + i));
            weights[i] = StrictMath.log(minLag + i);
            mean += weights[i] / weights.length;
        }
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] -= mean;
            squares += weights[i] * weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= squares;
        }
    }

    @Override
    protected void update() {
        final double now = x.value();
        double slope = 0;
        for (int i = 0; i < differences.length; i++) {
            final int lag = minLag + i;
            if (past.count() >= lag) {
                differences[i].add(now - past.ago(lag - 1));
            }
            final double variance = differences[i].deviations() / differences[i].length();
            // Half the logarithm of the variance is that of the deviation.
            slope += weights[i] * (variance > 0 ? StrictMath.log(variance) / 2 : Double.NaN);
        }
        past.push(now);
        emit(slope);
    }

    @Override
    protected void state(final StateExchange state) {
        past.state(state);
        for (final RollingMoments difference : differences) {
            difference.state(state);
        }
    }
}
